import { expect, it } from 'vitest';
import { SMALL_CITY } from '../testing/small-city.ts';
import { must } from '../util/assert.ts';
import type { Catalogue } from './catalogue.ts';
import { bookFor, booksAfter } from './rule-books.ts';

const policy = must(SMALL_CITY.policies[0], 'the small city has one');
const catalogue = (version: number, changes: Partial<Catalogue> = {}): Catalogue => ({ ...SMALL_CITY, version, ...changes });
const slower = { policies: [{ ...policy, dueSoonHours: 48 }] };

it('keeps a new book only where the rules have changed', () => {
  const renamed = { staff: [], departments: [] };
  const books = booksAfter(null, [catalogue(1), catalogue(2, renamed), catalogue(3, slower), catalogue(4, slower), catalogue(6)]);
  expect(books.map(({ version }) => version)).toEqual([1, 3, 6]);
  expect(booksAfter(must(books[1], 'the second'), [catalogue(5, slower), catalogue(6)]).map(({ version }) => version)).toEqual([6]);
});

it('takes a service with another time rule for a change, and the order of its keys for none', () => {
  const [first, ...others] = SMALL_CITY.services;
  const moved = [...others, must(first, 'the small city has services')];
  const changed = SMALL_CITY.services.map((service) => ({ ...service, policyCode: 'OTHER' }));
  const books = booksAfter(null, [catalogue(1), catalogue(2, { services: moved }), catalogue(3, { services: changed })]);
  expect(books.map(({ version }) => version)).toEqual([1, 3]);
});

it('finds the book of a version: the newest up to it, else the newest there is', () => {
  const books = booksAfter(null, [catalogue(3), catalogue(5, slower)]);
  expect([2, 3, 4, 5, 9].map((version) => bookFor(books, version)?.version)).toEqual([5, 3, 3, 5, 5]);
  expect(bookFor([], 1)).toBeNull();
});
