import { afterEach, beforeEach, expect, it } from 'vitest';
import { booksAfter } from '../../src-shared/catalogue/rule-books.ts';
import type { RuleBook } from '../../src-shared/catalogue/time-rules.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { type Desk, openDesk } from '../testing/desk.ts';
import { saveCatalogue } from './catalogue.ts';
import { ruleBookVersion } from './rule-book-table.ts';
import { ruleBookFor } from './rule-books.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk(0);
});
afterEach(() => desk.close());

/** A book of this version, told apart by its days. */
function book(version: number, days: number): RuleBook {
  const policies = SMALL_CITY.policies.map((policy) => ({ ...policy, respond: [{ unit: 'businessDays' as const, amount: days, source: 'A.2' }] }));
  const [made] = booksAfter(null, [{ ...SMALL_CITY, version, policies }]);
  if (!made) throw new Error('the first catalogue has a book');
  return made;
}

const save = (version: number, books: readonly RuleBook[], areAll = false): void =>
  desk.db.transaction(() => saveCatalogue(desk.db, { ...SMALL_CITY, version }, { books, areAll }));
const daysUnder = (version: number): number | undefined => ruleBookFor(desk.db, version).policies[0]?.respond[0]?.amount;

it('answers with the book that held then, also for catalogues this workstation never had', () => {
  save(5, [book(2, 2), book(4, 3)]);
  expect([1, 2, 3, 4, 5].map(daysUnder)).toEqual([3, 2, 2, 3, 3]);
  expect(ruleBookVersion(desk.db)).toBe(4);
  save(6, [book(6, 4)]);
  expect([3, 5, 6, 7].map(daysUnder)).toEqual([2, 3, 4, 4]);
});

it('lets go of what a life of the server said that is gone', () => {
  save(7, [book(2, 2), book(5, 3), book(7, 4)]);
  save(6, [book(2, 2), book(6, 9)], true);
  expect([2, 5, 6, 7].map(daysUnder)).toEqual([2, 2, 9, 9]);
  save(5, []);
  expect([2, 6].map(daysUnder)).toEqual([2, 2]);
});

it('has the rules of its catalogue where no book came', () => {
  expect(ruleBookVersion(desk.db)).toBe(0);
  expect(ruleBookFor(desk.db, 1).version).toBe(SMALL_CITY.version);
});
