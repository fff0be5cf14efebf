import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { codeFieldOf, SECTIONS } from '../../../src-shared/catalogue/sections.ts';
import { schemaOfEntry, unwrapped } from './entry-schema.ts';
import type { Field } from './field.ts';
import { fieldsOf } from './section-form.ts';
import { formOf, SECTION_ORDER } from './sections.ts';

/** Fields of a schema that no field of the form sets and no exclusion explains; and fields of the form that the schema has not. */
function differences(schema: z.ZodType, fields: readonly Field[], excluded: Readonly<Record<string, string>>, path: string): readonly string[] {
  const bare = unwrapped(schema);
  if (!(bare instanceof z.ZodObject)) return [`${path} is no object`];
  const shape = bare.shape as Readonly<Record<string, z.ZodType>>; // safe: of an object made by zod's classic functions
  const described = [...fields.map(({ key }) => key), ...Object.keys(excluded)];
  const missing = Object.keys(shape).filter((key) => !described.includes(key));
  const strange = described.filter((key) => !Object.hasOwn(shape, key));
  const twice = described.filter((key, at) => described.indexOf(key) !== at);
  const within = fields.flatMap((field) => {
    const inner = shape[field.key];
    if (inner === undefined) return [];
    if (field.kind === 'choice' || field.kind === 'choices') return choiceDifferences(inner, field, `${path}.${field.key}`);
    if (field.kind === 'localText') return keysOf(inner).join() === 'en,es' ? [] : [`${path}.${field.key} has other languages`];
    if (field.kind !== 'list') return [];
    const list = unwrapped(inner);
    if (!(list instanceof z.ZodArray)) return [`${path}.${field.key} is no list`];
    return differences(list.element as z.ZodType, field.fields, field.excluded ?? {}, `${path}.${field.key}`); // safe: as above
  });
  return [...missing.map((key) => `${path}.${key} is in no form`), ...strange.map((key) => `${path}.${key} is in no schema`), ...twice.map((key) => `${path}.${key} is there twice`), ...within];
}

function keysOf(schema: z.ZodType): readonly string[] {
  const bare = unwrapped(schema);
  return bare instanceof z.ZodObject ? Object.keys(bare.shape) : [];
}

/** What the schema allows and the form does not offer, or the other way round. */
function choiceDifferences(schema: z.ZodType, { choices }: { readonly choices: readonly { readonly value: string }[] }, path: string): readonly string[] {
  const bare = unwrapped(schema);
  const one = bare instanceof z.ZodArray ? (bare.element as z.ZodType) : bare; // safe: as above
  const allowed = [...(one instanceof z.ZodEnum ? one.options.map(String) : []), ...(schema.safeParse(null).success ? [''] : [])];
  const offered = choices.map(({ value }) => value);
  return allowed.toSorted().join() === offered.toSorted().join() ? [] : [`${path}: allowed are ${allowed.join()}, offered ${offered.join()}`];
}

describe('the pages of Administration', () => {
  it('have every section of the catalogue', () => {
    expect([...SECTION_ORDER].sort()).toEqual([...SECTIONS].sort());
  });

  it.each(SECTIONS)('%s: every field is in the form, or left out for a reason', (section) => {
    const form = formOf(section);
    expect(form.section).toBe(section);
    expect(differences(schemaOfEntry(section), fieldsOf(form), form.excluded, section)).toEqual([]);
  });

  it('tell a field that nobody has put into a form', () => {
    const form = formOf('glossary');
    const grown = z.object({ short: z.string(), long: z.string(), source: z.string() });
    expect(differences(grown, fieldsOf(form), {}, 'glossary')).toEqual(['glossary.source is in no form']);
    expect(differences(z.object({ short: z.string() }), fieldsOf(form), {}, 'glossary')).toEqual(['glossary.long is in no schema']);
  });

  it.each(SECTIONS)('%s: its code is typed in a field of its own, and a new entry has every field', (section) => {
    const form = formOf(section);
    const codeFields = fieldsOf(form).filter((field) => field.kind === 'text' && field.isCode);
    expect(codeFields.map(({ key }) => key)).toEqual(codeFieldOf(section) === null ? [] : [codeFieldOf(section)]);
    if (section !== 'city') expect(Object.keys(form.blank).sort()).toEqual([...keysOf(schemaOfEntry(section))].sort());
  });
});
