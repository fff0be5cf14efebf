import type { Entry } from '../../../src-shared/catalogue/sections.ts';
import { canonicalJson } from '../../../src-shared/util/canonical-json.ts';

/** The entry under the version its words need: one above what is published when they differ from it, else the same. */
export function withVersion(entry: Entry, published: Entry | null, words: readonly string[]): Entry {
  const before = Number(published?.['version'] ?? 0);
  const isSame = published !== null && words.every((key) => canonicalJson(entry[key] ?? null) === canonicalJson(published[key] ?? null));
  return { ...entry, version: isSame ? before : before + 1 };
}
