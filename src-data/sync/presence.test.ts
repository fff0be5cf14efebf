import { beforeEach, expect, it } from 'vitest';
import { PRESENCE_HEARTBEAT_MS, type PresenceRequest } from '../../src-shared/protocol/presence.ts';
import { CaseId, StaffId } from '../../src-shared/util/ids.ts';
import { createPresence, type Presence } from './presence.ts';

const STATION = 'st-0000000000aa';
const [A, B] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'].map((id) => CaseId.parse(id)) as [CaseId, CaseId]; // safe: two were given

let said: Pick<PresenceRequest, 'staffId' | 'caseId'>[];
let timers: { readonly dueAt: number; readonly work: () => void }[];
let clock: number;
let isOnline: boolean;
let person: string | null;
let changes: number;
let presence: Presence;

beforeEach(() => {
  [said, timers, clock, isOnline, person, changes] = [[], [], 0, true, 'agent', 0];
  presence = createPresence({
    client: {
      presence(_identity, { staffId, caseId }) {
        said.push({ staffId, caseId });
        return Promise.reject(new Error('lost on the way'));
      },
    },
    identity: () => ({ station: STATION, privateKeyPem: '' }),
    isOnline: () => isOnline,
    staffId: () => (person === null ? null : StaffId.parse(person)),
    after(delayMs, work) {
      const timer = { dueAt: clock + delayMs, work };
      timers.push(timer);
      return () => (timers = timers.filter((one) => one !== timer));
    },
    onChange: () => (changes += 1),
  });
});

function pass(ms: number): void {
  const end = clock + ms;
  for (;;) {
    const next = timers.filter(({ dueAt }) => dueAt <= end).sort((a, b) => a.dueAt - b.dueAt)[0];
    if (!next) break;
    timers = timers.filter((one) => one !== next);
    clock = next.dueAt;
    next.work();
  }
  clock = end;
}
const event = (word: Record<string, unknown>) => ({ event: 'presence', data: JSON.stringify({ station: 'st-0000000000bb', stationName: 'Counter 2', staffId: 'agent2', ...word }) });

it('says where it is once it stays there, again every 20 seconds, and once when it leaves', () => {
  for (const caseId of [A, B, A, B]) presence.look(caseId);
  pass(1_000);
  expect(said).toEqual([{ staffId: 'agent', caseId: B }]);
  pass(2 * PRESENCE_HEARTBEAT_MS);
  expect(said).toHaveLength(3);
  presence.look(null);
  pass(5 * PRESENCE_HEARTBEAT_MS);
  expect(said.slice(3)).toEqual([{ staffId: 'agent', caseId: null }]);
});

it('leaves in the name of whoever was there when the window is locked, and comes back with the next person', () => {
  presence.look(A);
  pass(1_000);
  person = null;
  presence.personChanged();
  pass(PRESENCE_HEARTBEAT_MS);
  person = 'streets';
  presence.personChanged();
  pass(1_000);
  expect(said).toEqual([{ staffId: 'agent', caseId: A }, { staffId: 'agent', caseId: null }, { staffId: 'streets', caseId: A }]);
});

it('says nothing while offline, and goes on by itself afterwards', () => {
  isOnline = false;
  presence.look(A);
  pass(3 * PRESENCE_HEARTBEAT_MS);
  expect(said).toEqual([]);
  isOnline = true;
  pass(PRESENCE_HEARTBEAT_MS);
  expect(said).toEqual([{ staffId: 'agent', caseId: A }]);
});

it('knows where colleagues are until they leave or the line ends; what it does not understand changes nothing', () => {
  presence.take(event({ caseId: A }));
  presence.take(event({ station: 'st-0000000000cc', stationName: 'Counter 3', caseId: B }));
  expect(presence.colleagues()).toEqual([
    { caseId: A, staffId: 'agent2', stationName: 'Counter 2' },
    { caseId: B, staffId: 'agent2', stationName: 'Counter 3' },
  ]);
  for (const other of [event({ caseId: 7 }), { event: 'presence', data: 'no' }, { event: 'attention', data: '{}' }]) presence.take(other);
  expect(changes).toBe(2);
  presence.take(event({ caseId: null }));
  expect(presence.colleagues().map(({ caseId }) => caseId)).toEqual([B]);
  presence.take(null);
  expect(presence.colleagues()).toEqual([]);
});
