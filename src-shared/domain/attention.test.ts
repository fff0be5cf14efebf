import { describe, expect, it } from 'vitest';
import { findStaff } from '../catalogue/lookup.ts';
import { SMALL_CITY } from '../testing/small-city.ts';
import { must } from '../util/assert.ts';
import { HOUR_MS, utcMs } from '../util/time.ts';
import { type AttentionEntry, type AttentionReason, mayReceive, maySettle, SUPERVISOR_AFTER_MS, whyShown } from './attention.ts';

const person = (id: string) => must(findStaff(SMALL_CITY, id), `${id} is in the small city`);
const now = utcMs(1_795_000_000_000);
const entry = (more: Partial<AttentionEntry> = {}): AttentionEntry => ({
  author: person('agent'),
  holderId: null,
  about: { departmentCode: 'WATER', isSealed: false },
  since: utcMs(now - HOUR_MS),
  isDeferred: false,
  ...more,
});
const old = { since: utcMs(now - SUPERVISOR_AFTER_MS) };
const sealed = { about: { departmentCode: 'WATER', isSealed: true } };
const time = { now, supervisorAfterMs: SUPERVISOR_AFTER_MS };

describe('an entry is on the list of', () => {
  it.each<readonly [string, string, Partial<AttentionEntry>, AttentionReason | null]>([
    ['its author', 'agent', {}, 'mine'],
    ['no colleague', 'agent2', old, null],
    ['its author no more, once handed over', 'agent', { holderId: 'agent2' }, null],
    ['whoever it was handed to', 'agent2', { holderId: 'agent2' }, 'handedToMe'],
    ['its author again, handed back', 'agent', { holderId: 'agent' }, 'mine'],
    ['no head before its time', 'water.head', {}, null],
    ['the case’s department’s head after it', 'water.head', old, 'supervised'],
    ['no other department’s head', 'water.head', { ...old, about: { departmentCode: 'STREETS', isSealed: false } }, null],
    ['the author’s department’s head', 'water.head', { ...old, author: { ...person('streets'), departmentCodes: ['WATER'] }, about: null }, 'supervised'],
    ['an administrator after its time', 'admin', old, 'supervised'],
    ['supervisors at once when it was set aside', 'water.head', { isDeferred: true }, 'supervised'],
    ['supervisors at once when its author has left', 'admin', { author: person('gone') }, 'supervised'],
    ['supervisors at once when nobody knows its author', 'admin', { author: null }, 'supervised'],
    ['those who may see a sealed case, at once', 'water.head', sealed, 'supervised'],
    ['no administrator, when the case is sealed', 'admin', { ...sealed, ...old }, null],
    ['nobody who may not see the case, though it was handed to them', 'agent2', { ...sealed, holderId: 'agent2' }, null],
    ['nobody who has left', 'gone', { author: person('gone') }, null],
  ])('%s', (_who, viewer, more, why) => {
    expect(whyShown(person(viewer), entry(more), time)).toBe(why);
  });
});

it('its author may settle it after handing it over too, colleagues never', () => {
  const handed = entry({ holderId: 'streets' });
  expect(['agent', 'streets', 'water.head', 'admin', 'agent2', 'gone'].filter((id) => maySettle(person(id), handed))).toEqual(['agent', 'streets', 'water.head', 'admin']);
});

it('an entry is handed only to people who work on cases and may see this one', () => {
  const receivers = (about: AttentionEntry['about']) => SMALL_CITY.staff.filter((member) => mayReceive(member, { about })).map(({ id }) => id);
  expect(receivers(entry().about)).toEqual(['agent', 'agent2', 'streets', 'water.head', 'hr', 'admin']);
  expect(receivers(sealed.about)).toEqual(['water.head', 'hr']);
});
