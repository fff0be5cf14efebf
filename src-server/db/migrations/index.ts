import type { Migration } from 'kysely/migration';
import { firstSchema } from './0001-first-schema.ts';

/**
 * Every step from an empty database to the newest schema, in the order of their names.
 *
 * A released step never changes; a new one is a file beside these, an entry here and a before/after test.
 */
export const MIGRATIONS: Record<string, Migration> = {
  '0001-first-schema': firstSchema,
};
