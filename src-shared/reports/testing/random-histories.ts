/** Cases with random histories, made by the rules themselves, for tests. */
import fc from 'fast-check';
import { Catalogue } from '../../catalogue/catalogue.ts';
import { findStaff } from '../../catalogue/lookup.ts';
import { Command, COMMAND_VERSIONS } from '../../commands/index.ts';
import { CHANNELS } from '../../domain/case.ts';
import type { Case } from '../../domain/case-document.ts';
import { decide } from '../../domain/decide.ts';
import { arbitraryCommand, seeing } from '../../testing/arbitrary-commands.ts';
import { SMALL_CITY } from '../../testing/small-city.ts';
import { trackingNumberFromPayload } from '../../tracking-number/tracking-number.ts';
import { CaseId } from '../../util/ids.ts';
import { DAY_MS, HOUR_MS, utcMs } from '../../util/time.ts';

/** The small city with every clock, with pauses, and with the survey. */
export const BUSY_CITY: Catalogue = Catalogue.parse({
  ...SMALL_CITY,
  policies: SMALL_CITY.policies.map((policy) => ({
    ...policy,
    acknowledge: [{ unit: 'businessDays', amount: 1, source: 'S3, B.1' }],
    resolve: [{ unit: 'businessDays', amount: 10, source: 'Service standard' }],
  })),
  holdReasons: SMALL_CITY.holdReasons.map((reason) => ({ ...reason, pauses: ['respond', 'resolve'] })),
  survey: { isOn: true, followUpAtOrBelow: 3, followUpBusinessDays: 3, calendarCode: 'CITY' },
  staff: [...SMALL_CITY.staff, ...SMALL_CITY.staff.slice(0, 1).map((member) => ({ ...member, id: 'manager', name: 'The Manager', roles: ['cityManager'], departmentCodes: [] }))],
});

const FIRST_MS = Date.UTC(2026, 8, 20);
const person = { name: 'Ana', phone: '555-0142', email: '', address: '', language: 'en', preference: 'phone', needs: '' };

const opening = fc.record({
  kind: fc.constantFrom('serviceRequest', 'complaint', 'inquiry'),
  nature: fc.constantFrom('information', 'action'),
  channel: fc.constantFrom(...CHANNELS),
  serviceCode: fc.constantFrom('POTHOLE', 'MAIN_BREAK', 'QUESTION'),
  requester: fc.option(fc.constant(person)),
  isSealed: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
  departmentCode: fc.option(fc.constantFrom('STREETS', 'WATER')),
  answeredNow: fc.integer({ min: 0, max: 5 }).map((one) => (one === 0 ? { disposition: 'RESOLVED', closingNote: 'Told the hours' } : null)),
  source: fc.option(fc.constant({ system: 'old', id: '1', flags: [], importedAt: FIRST_MS + 20 * DAY_MS }), { freq: 4 }),
});

const step = fc.record({
  given: arbitraryCommand,
  wait: fc.oneof(fc.integer({ min: 0, max: HOUR_MS }), fc.integer({ min: 0, max: DAY_MS }), fc.integer({ min: 0, max: 12 * DAY_MS })),
  lateBy: fc.integer({ min: 0, max: 5 * DAY_MS }),
  chance: fc.nat({ max: 19 }),
});

/** One case, steps in order of time, hours or days apart. `hasDisorder`: some reach the history after later ones. */
export function arbitraryCase(hasDisorder: boolean): fc.Arbitrary<Case> {
  const parts = { id: fc.uuid({ version: 4 }), number: fc.integer({ min: 100_000_000, max: 899_999_999 }), start: fc.integer({ min: 0, max: 60 * DAY_MS }), waited: fc.integer({ min: 0, max: 4 * DAY_MS }) };
  return fc.record({ ...parts, args: opening, steps: fc.array(step, { minLength: 5, maxLength: 40 }) }).map(({ id, number, start, waited, args, steps }) => {
    let now = FIRST_MS + start;
    let current = opened(id, number, now, { ...args, receivedAt: args.channel === 'letter' ? now - waited : now });
    for (const { given, wait, lateBy, chance } of steps) {
      if (isSpared(given, chance)) continue;
      now += wait;
      const madeAt = utcMs(Math.max(hasDisorder && chance <= 3 ? now - lateBy : now, current.enteredAt));
      current = after(current, { ...given, madeAt, caseId: current.id }, chance);
    }
    return current;
  });
}

/** Ends come too often among random commands for much to happen before them. */
function isSpared({ type }: Command, chance: number): boolean {
  return (type === 'case.merge' && chance > 2) || (type === 'case.close' && chance > 6);
}

function opened(id: string, number: number, madeAt: number, args: Record<string, unknown>): Case {
  const fields = { description: 'Large hole', location: { text: '5 Elm Street', unit: '', point: null }, onBehalfOf: null, answers: { SIZE: 'large' }, isMajorRepair: false, pin: '0417', assigneeId: null };
  const trackingNumber = trackingNumberFromPayload(number);
  const raw = { type: 'case.open', v: COMMAND_VERSIONS.get('case.open'), uid: id, caseId: CaseId.parse(id), userId: 'agent', station: 'st-000000000001', madeAt, args: { ...fields, ...args, trackingNumber } };
  const decision = decide(null, Command.parse(raw), { catalogue: BUSY_CITY, actor: findStaff(BUSY_CITY, 'agent') ?? null });
  if (!decision.ok) throw new Error(`an opening was refused: ${decision.reason}`);
  return decision.next;
}

function after(current: Case, raw: Command, chance: number): Case {
  const command = Command.parse(plausible(seeing(raw, current), current, chance));
  const decision = decide(current, command, { catalogue: BUSY_CITY, actor: findStaff(BUSY_CITY, command.userId) ?? null });
  return decision.ok ? decision.next : current;
}

/** Most commands come from somebody who may give them; moments inside fit the time; transfers sometimes say that the case was misrouted. */
function plausible(given: Command, current: Case, chance: number): unknown {
  if (given.type === 'case.transfer') return { ...given, userId: 'agent', args: { ...given.args, seenDepartmentCode: current.departmentCode, isMisrouted: chance % 2 === 0 } };
  if (given.type === 'case.review') return { ...given, userId: 'manager' };
  if (given.type === 'case.edit') {
    const { receivedAt: _receivedAt, ...others } = given.args.changes;
    const changes = { ...others, description: `Seen ${given.uid}`, ...(chance % 3 === 0 ? { receivedAt: Math.max(FIRST_MS, current.enteredAt - chance * 5 * HOUR_MS) } : {}) };
    const basis = Object.fromEntries(Object.keys(changes).map((field) => [field, current.fieldVersions[field]]));
    return { ...given, userId: 'agent', args: { changes, basis } };
  }
  if (given.type === 'case.logContact' && chance % 2 === 0) return { ...given, userId: 'agent', args: { ...given.args, direction: 'toCitizen', outcome: 'reached' } };
  return chance % 4 === 0 || given.type === 'case.watchClock' ? given : { ...given, userId: 'agent' };
}
