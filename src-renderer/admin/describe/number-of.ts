import type { Entry } from '../../../src-shared/catalogue/sections.ts';

/** A number of an entry; 0 when there is none. */
export function numberOf(entry: Entry, key: string): number {
  const value = entry[key];
  return typeof value === 'number' ? value : 0;
}
