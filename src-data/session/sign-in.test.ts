import { afterEach, beforeEach, expect, it } from 'vitest';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { must } from '../../src-shared/util/assert.ts';
import { DAY_MS, MINUTE_MS, utcMs } from '../../src-shared/util/time.ts';
import { type Desk, NOW, openDesk } from '../testing/desk.ts';
import type { CheckedPassword } from './password-check.ts';
import { currentSession, endSession } from './session.ts';
import { FAILURES_BEFORE_LOCK, LOCK_MS, OFFLINE_LIFETIME_MS, signIn } from './sign-in.ts';

const AGENT = must(SMALL_CITY.staff[0], 'the small city has an agent');
const RIGHT: CheckedPassword = { kind: 'right', staff: AGENT };
const NO_SERVER: CheckedPassword = { kind: 'noServer' };

let desk: Desk;
let now = NOW;
beforeEach(() => {
  desk = openDesk();
  now = NOW;
});
afterEach(() => {
  desk.close();
});

const attempt = (server: CheckedPassword, password = 'correct horse', id = 'agent') =>
  signIn({ db: desk.db, checkAtServer: () => Promise.resolve(server), now: () => utcMs(now) }, id, password);

it('takes the server’s word, and remembers who is at the keyboard', async () => {
  expect(await attempt(RIGHT, 'correct horse', ' Agent ')).toMatchObject({ ok: true, session: { staff: { id: 'agent' }, checkedBy: 'server' } });
  expect(currentSession(desk.db).staff?.id).toBe('agent');
  expect(endSession(desk.db).staff).toBeNull();
  expect(currentSession(desk.db).staff).toBeNull();
});

it('lets someone in offline who has signed in here before, with the right password only', async () => {
  await attempt(RIGHT);
  expect(await attempt(NO_SERVER, 'wrong')).toMatchObject({ ok: false, reason: 'wrongIdOrPassword' });
  expect(await attempt(NO_SERVER)).toMatchObject({ ok: true, session: { checkedBy: 'thisWorkstation' } });
});

it('says what to do when someone is unknown here', async () => {
  expect(await attempt(NO_SERVER)).toMatchObject({ ok: false, reason: 'offlineAndUnknownHere' });
});

it('stops trusting a password the server has not seen for a month', async () => {
  await attempt(RIGHT);
  now += OFFLINE_LIFETIME_MS + DAY_MS;
  expect(await attempt(NO_SERVER)).toMatchObject({ ok: false, reason: 'offlineTooLong' });
});

it('does not prolong the month by signing in offline', async () => {
  await attempt(RIGHT);
  now += OFFLINE_LIFETIME_MS - DAY_MS;
  expect((await attempt(NO_SERVER)).ok).toBe(true);
  now += 2 * DAY_MS;
  expect(await attempt(NO_SERVER)).toMatchObject({ ok: false, reason: 'offlineTooLong' });
});

it('locks out after too many wrong passwords offline, also for the right one, for a while', async () => {
  await attempt(RIGHT);
  for (let tries = 0; tries < FAILURES_BEFORE_LOCK; tries += 1) await attempt(NO_SERVER, 'guess');
  expect(await attempt(NO_SERVER)).toMatchObject({ ok: false, reason: 'tooManyTries' });
  now += LOCK_MS + MINUTE_MS;
  expect((await attempt(NO_SERVER)).ok).toBe(true);
});

it('keeps its trust after a slip of the finger while the server is in reach', async () => {
  await attempt(RIGHT);
  expect(await attempt({ kind: 'wrong' }, 'correct hoarse')).toMatchObject({ ok: false, reason: 'wrongIdOrPassword' });
  expect((await attempt(NO_SERVER)).ok).toBe(true);
});

it('lets someone known here in when others have used up the tries at the server', async () => {
  const tooMany: CheckedPassword = { kind: 'tooManyTries', sentence: 'Wait.' };
  expect(await attempt(tooMany)).toMatchObject({ ok: false, reason: 'tooManyTries' });
  await attempt(RIGHT);
  expect((await attempt(tooMany)).ok).toBe(true);
});

it('forgets the old password when the server says it is wrong now', async () => {
  await attempt(RIGHT);
  await attempt({ kind: 'wrong' });
  expect(await attempt(NO_SERVER)).toMatchObject({ ok: false, reason: 'offlineAndUnknownHere' });
});

it('keeps no password and no session in the clear', async () => {
  await attempt(RIGHT);
  expect(desk.db.raw.serialize().includes(Buffer.from('correct horse'))).toBe(false);
});
