import { z } from 'zod';
import { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import type { Section } from '../../../src-shared/catalogue/sections.ts';

/** The schema of one entry of a section, without the list, the default or the null around it. */
export function schemaOfEntry(section: Section): z.ZodType {
  const bare = unwrapped(Catalogue.shape[section]);
  return bare instanceof z.ZodArray ? asType(bare.element) : bare;
}

/** Without optional, nullable and default around it. */
export function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return unwrapped(asType(schema.unwrap()));
  return schema;
}

/** What zod keeps inside a schema is typed as its core; every one of ours is made by zod's classic functions. */
function asType(schema: unknown): z.ZodType {
  if (schema instanceof z.ZodType) return schema;
  throw new Error('A schema that zod’s classic functions have not made');
}
