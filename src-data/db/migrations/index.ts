import type { Migration } from '../migration.ts';
import { firstSchema } from './0001-first-schema.ts';

export const MIGRATIONS: readonly Migration[] = [firstSchema];
