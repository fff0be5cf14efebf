import { expect, it } from 'vitest';
import { SMALL_CITY } from '../testing/small-city.ts';
import { must } from '../util/assert.ts';
import { utcMs } from '../util/time.ts';
import { maySeeReaders, readersCsv, readersOf, readersSeenBy } from './readers.ts';

const guide = { code: 'STORM', kind: 'guide' as const, title: '=Storm', body: 'x', serviceCodes: [], isRequiredReading: true, version: 3, isActive: true };
const person = (id: string) => must(SMALL_CITY.staff.find((one) => one.id === id), id);

it('heads see their own people, administrators everybody, agents nobody', () => {
  expect([maySeeReaders(person('agent')), readersSeenBy(person('agent'), SMALL_CITY)]).toEqual([false, []]);
  const ofWater = readersSeenBy(person('water.head'), SMALL_CITY);
  expect(ofWater.map(({ id }) => id)).toContain('water.head');
  expect(ofWater.every(({ departmentCodes }) => departmentCodes.includes('WATER'))).toBe(true);
  expect(readersSeenBy(person('admin'), SMALL_CITY).length).toBeGreaterThan(ofWater.length);
  expect(readersSeenBy(person('admin'), SMALL_CITY).some(({ isActive, isPerson }) => !isActive || !isPerson)).toBe(false);
});

it('says who has read the guide as it is now, and who an earlier version', () => {
  const reads = { agent: { STORM: { version: 3, at: utcMs(60_000) } }, admin: { STORM: { version: 2, at: utcMs(0) } } };
  const people = [person('agent'), person('admin'), person('water.head')];
  const readers = readersOf({ reads }, guide, people);
  expect(readers.map(({ version, isUpToDate }) => [version, isUpToDate])).toEqual([[3, true], [2, false], [null, false]]);
  const csv = readersCsv([{ guide, readers }], SMALL_CITY, (at) => new Date(at).toISOString());
  const lines = csv.split('\r\n');
  expect(lines).toHaveLength(5);
  expect(lines[1]).toContain("STORM,'=Storm,3,yes,agent,");
  expect(lines[1]).toMatch(/,3,1970-01-01T00:01:00.000Z,yes$/);
  expect(lines[3]).toMatch(/,,,not yet$/);
});
