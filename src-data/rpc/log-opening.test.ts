import { afterEach, beforeEach, expect, it } from 'vitest';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { must } from '../../src-shared/util/assert.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { findCase } from '../cases/case-queries.ts';
import { beginSession } from '../session/session.ts';
import { type Desk, NOW, openArgs, openDesk } from '../testing/desk.ts';
import { logOpening, ONE_OPENING_MS } from './log-opening.ts';

let desk: Desk;
let clock = NOW + 60_000;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.close());

const signIn = (staffId: string) => beginSession(desk.db, must(SMALL_CITY.staff.find(({ id }) => id === staffId), staffId), 'server', utcMs(NOW));

it('each opening of a sealed case is noted once for each person, however long they look; nobody is shown it unnoted', () => {
  const outcome = desk.give({ type: 'case.open', args: openArgs({ isSealed: true }) });
  if (!outcome.ok) throw new Error(outcome.reason);
  const current = () => must(findCase(desk.db, outcome.case.id), 'it is here').case;
  const open = () => logOpening({ db: desk.db, now: () => utcMs(clock) }, current());
  const noted = () => current().history.flatMap(({ kind, by }) => (kind === 'sealedOpened' ? [by] : []));
  expect(open()).toBe('notLogged'); // nobody is signed in
  signIn('hr');
  expect([open(), open()]).toEqual(['logged', 'known']);
  for (let minutes = 0; minutes < 60; minutes += 5) {
    clock += ONE_OPENING_MS / 2; // a screen that stays open asks again with each change
    expect(open()).toBe('known');
  }
  clock += ONE_OPENING_MS + 1;
  expect([open(), open()]).toEqual(['logged', 'known']);
  expect(noted()).toEqual(['hr', 'hr']);
  signIn('agent'); // may not see it
  expect(open()).toBe('notLogged');
});
