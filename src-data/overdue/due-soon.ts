import { bookFor } from '../../src-shared/catalogue/rule-books.ts';
import { policyFor, ruleBookOf, type ServicePolicy } from '../../src-shared/catalogue/time-rules.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { DAY_MS, HOUR_MS } from '../../src-shared/util/time.ts';
import { catalogueOfVersion, currentCatalogue } from '../cases/catalogue.ts';
import { ruleBooks } from '../cases/rule-book-table.ts';
import type { ReadDb } from '../db/database.ts';

/** Before a date is so near, in milliseconds, nobody calls it soon: as the time rule says that the case was received under. */
export function dueSoonMs(db: ReadDb, current: Case): number {
  const catalogue = catalogueOfVersion(db, current.catalogueVersion) ?? currentCatalogue(db);
  const book = bookFor(ruleBooks(db), current.catalogueVersion) ?? (catalogue && ruleBookOf(catalogue));
  if (book === null) return DAY_MS; // no catalogue has come yet
  const policy: ServicePolicy = book.policies.find(({ code }) => code === current.policyCode) ?? policyFor(book, current).policy;
  return policy.dueSoonHours * HOUR_MS;
}
