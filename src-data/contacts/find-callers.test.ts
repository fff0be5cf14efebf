import { afterAll, beforeAll, expect, it } from 'vitest';
import { citizen, type Desk, openArgs, openDesk } from '../testing/desk.ts';
import { casesOfCaller, findCallers } from './find-callers.ts';

let desk: Desk;
const people = [
  citizen(),
  citizen({ name: 'Thanh Nguyen', phone: '561-555-0177', email: '', address: '12 Lime Court' }),
  citizen({ name: 'Bao Xiong', phone: '561-555-0188', email: '', address: '' }),
  citizen({ name: 'María José García-López', phone: '+1 561 555 0199', email: 'mj@example.org', address: '' }),
  citizen({ name: 'Giménez', phone: '', email: 'g@example.org', address: '' }),
];
beforeAll(() => {
  desk = openDesk(20);
  for (const requester of [...people, citizen()]) desk.give({ type: 'case.open', args: openArgs({ requester }) });
  desk.give({ type: 'case.open', args: openArgs({ requester: null }) });
});
afterAll(() => {
  desk.close();
});

const names = (text: string) => findCallers(desk.db, text, 8).map((caller) => caller.name);

it.each([
  ['the last four digits', '0142', 'Ana Núñez'],
  ['four digits in the middle', '5501', 'Ana Núñez'],
  ['a number with other separators', '561.555.0177', 'Thanh Nguyen'],
  ['a name without its accents', 'nunez', 'Ana Núñez'],
  ['part of a name', 'garc', 'María José García-López'],
  ['a name as it sounds: Nwin', 'nwin', 'Thanh Nguyen'],
  ['a name as it sounds: Shong', 'shong', 'Bao Xiong'],
  ['a name as it sounds: Jimenez', 'jimenez', 'Giménez'],
  ['an e-mail address', 'mj@exam', 'María José García-López'],
  ['a street', 'lime court', 'Thanh Nguyen'],
  ['a street written short', '12 Lime Ct.', 'Thanh Nguyen'],
  ['a street half typed', 'lime cou', 'Thanh Nguyen'],
])('finds a caller by %s', (_how, text, name) => {
  expect(names(text)).toContain(name);
});

it('asks for four digits or three letters before it looks', () => {
  expect(names('014')).toEqual([]);
  expect(names('an')).toEqual([]);
  expect(names('')).toEqual([]);
});

it('does not repeat a whole name as the reason: it stands beside it', () => {
  expect(findCallers(desk.db, 'maria jose garcia-lopez', 8)[0]?.why).toBe('same name');
  expect(findCallers(desk.db, 'garcia', 8)[0]?.why).toBe('name has “garcia”');
});

it('shows one person once, with their cases and the reason', () => {
  const [ana, ...others] = findCallers(desk.db, '0142', 8);
  expect(others).toEqual([]);
  expect(ana).toMatchObject({ caseCount: 2, openCount: 2, why: 'phone ends in 0142' });
  expect(casesOfCaller(desk.db, ana?.key ?? '')).toHaveLength(2);
});

it('takes quotes and operators for what they are', () => {
  for (const text of ['"', '"" OR name', 'abc" OR "d', "o'neil", '%_%']) expect(() => names(text)).not.toThrow();
});
