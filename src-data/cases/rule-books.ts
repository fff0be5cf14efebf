import { bookFor } from '../../src-shared/catalogue/rule-books.ts';
import { type RuleBook, ruleBookOf } from '../../src-shared/catalogue/time-rules.ts';
import type { ReadDb } from '../db/database.ts';
import { catalogueOfVersion, currentCatalogue } from './catalogue.ts';
import { ruleBooks } from './rule-book-table.ts';

/** The time rules as of a catalogue version, or the nearest kept. Throws on a workstation that has never had a catalogue. */
export function ruleBookFor(db: ReadDb, version: number): RuleBook {
  const book = bookFor(ruleBooks(db), version);
  if (book) return book;
  const catalogue = catalogueOfVersion(db, version) ?? currentCatalogue(db);
  if (!catalogue) throw new Error('A case is here but no catalogue');
  return ruleBookOf(catalogue);
}
