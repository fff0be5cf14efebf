import { describe, expect, it } from 'vitest';
import { bookFor, booksAfter } from '../catalogue/rule-books.ts';
import { Catalogue } from '../catalogue/catalogue.ts';
import { findStaff } from '../catalogue/lookup.ts';
import { ruleBookOf } from '../catalogue/time-rules.ts';
import type { Case } from '../domain/case-document.ts';
import { decide } from '../domain/decide.ts';
import { SMALL_CITY } from '../testing/small-city.ts';
import { trackingNumberFromPayload } from '../tracking-number/tracking-number.ts';
import { must } from '../util/assert.ts';
import { HOUR_MS } from '../util/time.ts';
import { Command, COMMAND_VERSIONS, type CommandType } from './index.ts';

const CASE_ID = '00000000-0000-4000-8000-000000000001';
/** Monday, October 5, 2026, 10:00 in New York. */
const MONDAY = Date.UTC(2026, 9, 5, 14);

const hours = (amount: number) => [{ unit: 'elapsedHours', amount, source: 'CAS 2.3' }];
const rule = (code: string, respond: number, resolve: number) => ({ code, name: code, calendarCode: 'CITY', acknowledge: [], respond: hours(respond), resolve: hours(resolve) });

/** Version 1 answers in 72 hours; version 2 in 24, and has a service and an exception that version 1 had not. */
function cityOf(version: number, standard: number): Catalogue {
  const services = SMALL_CITY.services.map((service) => ({ ...service, policyCode: 'STANDARD', needsLocation: false, questions: [] }));
  const added = { ...must(services[0], 'the small city has services'), code: 'NEW', policyCode: 'QUICK' };
  return Catalogue.parse({
    ...SMALL_CITY,
    version,
    policies: [rule('STANDARD', standard, 240), rule('QUICK', 8, 48), rule('COMPLAINT', 30, 300)],
    services: version === 1 ? services : [...services, added],
    timeRuleExceptions: [{ code: 'ANY', serviceCode: null, kind: 'complaint', channel: null, policyCode: 'COMPLAINT' }],
  });
}

const first = cityOf(1, 72);
const second = cityOf(2, 24);
const books = booksAfter(null, [first, second]);

let made = 0;
function give(current: Case | null, catalogue: Catalogue, { type, args, at = MONDAY }: { readonly type: CommandType; readonly args: unknown; readonly at?: number }): Case {
  made += 1;
  const uid = `00000000-0000-4000-9000-${String(made).padStart(12, '0')}`;
  const command = Command.parse({ uid, caseId: CASE_ID, type, v: COMMAND_VERSIONS.get(type) ?? 1, args, userId: 'agent', station: 'st-000000000001', madeAt: at });
  const context = { catalogue, actor: findStaff(catalogue, 'agent') ?? null, ruleBookFor: (version: number) => bookFor(books, version) ?? ruleBookOf(catalogue) };
  const decision = decide(current, command, context);
  if (!decision.ok) throw new Error(`${type} refused: ${decision.reason}`);
  return decision.next;
}

const OPENING = {
  ...{ kind: 'serviceRequest', nature: 'action', channel: 'letter', serviceCode: 'POTHOLE', description: '', location: null, requester: null, onBehalfOf: null },
  ...{ answers: {}, receivedAt: MONDAY, isMajorRepair: false, trackingNumber: trackingNumberFromPayload(482_913_506), pin: '0417', departmentCode: null },
  ...{ assigneeId: null, isSealed: false, source: null, answeredNow: null },
};
const opened = (): Case => give(null, first, { type: 'case.open', args: OPENING });
const edited = (current: Case, changes: Record<string, unknown>, at = MONDAY + HOUR_MS): Case =>
  give(current, second, { type: 'case.edit', at, args: { changes, basis: Object.fromEntries(Object.keys(changes).map((field) => [field, current.fieldVersions[field]])) } });

/** Hours from `from` to each promise, and the version and rule they come from. */
function promisesOf(current: Case, from = MONDAY) {
  const { catalogueVersion, policyCode, respondBy, resolveBy } = current;
  return [catalogueVersion, policyCode, ...[respondBy, resolveBy].map((due) => (due === null ? null : (due - from) / HOUR_MS))];
}
const kindsOf = (current: Case): readonly string[] => current.history.map(({ kind }) => kind);

describe('the promises of a case', () => {
  it('are made when it is opened, under the version at hand', () => {
    expect(promisesOf(opened())).toEqual([1, 'STANDARD', 72, 240]);
  });

  it('are those the citizen was told, though the server has other rules by the time it hears of the case', () => {
    expect(promisesOf(give(null, second, { type: 'case.open', args: { ...OPENING, catalogueVersion: 1 } }))).toEqual([1, 'STANDARD', 72, 240]);
    expect(promisesOf(give(null, second, { type: 'case.open', args: OPENING }))).toEqual([2, 'STANDARD', 24, 240]);
    expect(promisesOf(give(null, second, { type: 'case.open', args: { ...OPENING, catalogueVersion: 9 } }))).toEqual([2, 'STANDARD', 24, 240]);
    expect(promisesOf(give(null, second, { type: 'case.open', args: { ...OPENING, serviceCode: 'NEW', catalogueVersion: 1 } }))).toEqual([2, 'QUICK', 8, 48]);
  });

  it('stay under the version it was received with when the day of receipt is put right later', () => {
    expect(promisesOf(edited(opened(), { receivedAt: MONDAY - 24 * HOUR_MS }), MONDAY - 24 * HOUR_MS)).toEqual([1, 'STANDARD', 72, 240]);
  });

  it('come under the newest version with a service that its own did not know, and stay there', () => {
    const moved = edited(opened(), { serviceCode: 'NEW' });
    expect(promisesOf(moved)).toEqual([2, 'QUICK', 8, 48]);
    expect(promisesOf(edited(moved, { serviceCode: 'POTHOLE' }, MONDAY + 2 * HOUR_MS))).toEqual([2, 'STANDARD', 24, 240]);
  });

  it('are those of an exception once the kind fits it', () => {
    expect(promisesOf(edited(opened(), { kind: 'complaint' }))).toEqual([1, 'COMPLAINT', 30, 300]);
  });

  it('are not said to be set anew where nothing of them changes', () => {
    expect(kindsOf(edited(opened(), { channel: 'fax' }))).toEqual(['caseOpened', 'fieldsEdited']);
    expect(kindsOf(edited(opened(), { description: 'A hole' }))).toEqual(['caseOpened', 'fieldsEdited']);
  });

  it('count the time on hold when the day of receipt is put right after it', () => {
    const held = give(opened(), first, { type: 'case.hold', at: MONDAY + 10 * HOUR_MS, args: { reasonCode: 'CITIZEN', note: '', until: null } });
    const resumed = give(held, first, { type: 'case.resume', at: MONDAY + 15 * HOUR_MS, args: { note: '' } });
    expect(promisesOf(edited(resumed, { receivedAt: MONDAY - 2 * HOUR_MS }, MONDAY + 20 * HOUR_MS), MONDAY - 2 * HOUR_MS)).toEqual([1, 'STANDARD', 72, 245]);
  });
});
