import { describe, expect, it } from 'vitest';
import { command, caseIdOf, MONDAY, numberOfCase, openedCase, run } from '../testing/case-maker.ts';
import type { CommandType } from '../commands/index.ts';
import type { Case } from '../domain/case-document.ts';
import { SMALL_CITY } from '../testing/small-city.ts';
import { HOUR_MS } from '../util/time.ts';
import { lettersOwed } from './letters-owed.ts';

const ANA = { name: 'Ana Núñez', phone: '555-0142', email: '', address: '5 Elm Street', language: 'es', preference: 'letter', needs: '' };
const BEN = { ...ANA, name: 'Ben Ode', address: '7 Oak Street' };
const COUNTY = { name: 'The County', address: '2 Court Street', phone: '555-0199', code: 'COUNTY' };
const CLOSING = { disposition: 'RESOLVED', closingNote: 'Filled', completionDate: null };
const CONTACT = { method: 'phone', direction: 'toCitizen', outcome: 'reached', person: '', text: '' };
const letter = (body: string, more: Record<string, unknown> = {}) => ({
  ...{ method: 'letter', templateCode: null, templateVersion: null, language: 'es', trackingNumber: numberOfCase(1), toName: ANA.name, toAddress: ANA.address },
  ...{ subject: 'x', body, isAutomatic: false, ...more },
});

/** The case after each command, an hour apart. */
function after(current: Case, ...given: readonly (readonly [CommandType, unknown])[]): Case {
  return given.reduce((now, [type, args], index) => run(now, command(type, args, { madeAt: MONDAY + (index + 1) * HOUR_MS, caseId: now.id })), current);
}
const written = (more: Record<string, unknown> = {}): Case => openedCase(1, { channel: 'letter', requester: ANA, ...more });
const owed = (current: Case, whole: Case | null = null): readonly string[] => lettersOwed(current, whole).map(({ recipient, event }) => `${recipient.person.name}: ${event}`);

describe('a letter is owed', () => {
  it('to who wrote to us and has no number yet, not to who was told it on the phone', () => {
    expect(owed(written())).toEqual(['Ana Núñez: caseReceived']);
    expect(owed(written({ channel: 'phone' }))).toEqual([]);
    expect(owed(written({ kind: 'complaint', complaintAbout: 'service' }))).toEqual(['Ana Núñez: acknowledged']);
  });

  it.each<[string, readonly (readonly [CommandType, unknown])[], string]>([
    ['progress', [['case.addProgressNote', { text: 'Half is in' }]], 'progress'],
    ['closing', [['case.close', CLOSING]], 'closed'],
    ['reopening', [['case.close', CLOSING], ['case.reopen', { reason: 'Sank' }]], 'reopened'],
    ['a referral', [['case.refer', { agency: COUNTY, note: '' }]], 'referred'],
    ['a referral before the closing that followed it', [['case.refer', { agency: COUNTY, note: '' }], ['case.close', CLOSING]], 'referred'],
  ])('after %s, about what happened last', (_what, given, event) => {
    expect(owed(after(written({ channel: 'phone' }), ...given))).toEqual([`Ana Núñez: ${event}`]);
  });

  it('until somebody wrote to them or spoke with them; a referral until they have it in writing', () => {
    const closed = after(written(), ['case.close', CLOSING]);
    expect(owed(after(closed, ['case.correspond', letter('Filled.')]))).toEqual([]);
    expect(owed(after(closed, ['case.logContact', CONTACT]))).toEqual([]);
    expect(owed(after(closed, ['case.logContact', { ...CONTACT, outcome: 'noAnswer' }]))).toEqual(['Ana Núñez: closed']);
    const referred = after(written(), ['case.refer', { agency: COUNTY, note: '' }], ['case.logContact', CONTACT]);
    expect(owed(referred)).toEqual(['Ana Núñez: referred']);
    expect(owed(after(referred, ['case.correspond', letter('The County, 2 Court Street, 555-0199')]))).toEqual([]);
  });

  it('to nobody who was answered on the spot, prefers something else, is sealed, or came from another system', () => {
    expect(owed(written({ answeredNow: { disposition: 'RESOLVED', closingNote: 'Told' } }))).toEqual([]);
    expect(owed(written({ requester: { ...ANA, preference: 'email' } }))).toEqual([]);
    expect(owed(written({ isSealed: true }))).toEqual([]);
    expect(owed(written({ source: { system: 'old', id: '1', flags: [] } }))).toEqual([]);
  });

  it('to each citizen of the case by themselves', () => {
    const both = after(written({ onBehalfOf: BEN }), ['case.close', CLOSING]);
    expect(owed(both)).toEqual(['Ana Núñez: closed', 'Ben Ode: closed']);
    expect(owed(after(both, ['case.correspond', letter('Filled.')]))).toEqual(['Ben Ode: closed']);
    const joined = after(written({ channel: 'phone' }), ['case.addCoReporter', { person: BEN, channel: 'letter', receivedAt: MONDAY, trackingNumber: numberOfCase(2), pin: null }]);
    expect(owed(joined)).toEqual(['Ben Ode: caseReceived']);
    expect(owed(after(joined, ['case.correspond', letter('x', { trackingNumber: numberOfCase(2), toName: BEN.name })]))).toEqual([]);
  });
});

describe('the survey on paper', () => {
  const catalogue = { ...SMALL_CITY, survey: { isOn: true, followUpAtOrBelow: 3, followUpBusinessDays: 3, calendarCode: 'CITY' } };
  const closed = run(written({ channel: 'phone' }), command('case.close', CLOSING, { madeAt: MONDAY + HOUR_MS }), { catalogue });

  it('is a letter of its own, beside the one about the closing, until it is written', () => {
    expect(owed(closed)).toEqual(['Ana Núñez: closed', 'Ana Núñez: survey']);
    expect(owed(after(closed, ['case.correspond', letter('Filled.')]))).toEqual(['Ana Núñez: survey']);
    expect(owed(after(closed, ['case.correspond', letter('How did we do?', { event: 'survey' })]))).toEqual(['Ana Núñez: closed']);
  });

  it('is not sent to who has answered, nor while the work goes on again', () => {
    const answer = { trackingNumber: numberOfCase(1), rating: 5, comment: '', method: 'phone' };
    expect(owed(after(closed, ['case.recordSurvey', answer]))).toEqual(['Ana Núñez: closed']);
    expect(owed(after(closed, ['case.reopen', { reason: 'Sank' }]))).toEqual(['Ana Núñez: reopened']);
  });
});

describe('whose case was merged', () => {
  const into = { intoCaseId: caseIdOf(2), intoTrackingNumber: numberOfCase(2), reason: '' };
  const part = run(written({ channel: 'phone' }), command('case.merge', into, { madeAt: MONDAY + HOUR_MS }));

  it('hears of the merge, then of what happens to the work on the whole', () => {
    const whole = openedCase(2);
    expect(owed(part, whole)).toEqual(['Ana Núñez: merged']);
    const closed = run(whole, command('case.close', CLOSING, { madeAt: MONDAY + 2 * HOUR_MS, caseId: whole.id }));
    expect(lettersOwed(part, closed)).toMatchObject([{ event: 'closed', isOfWhole: true, since: MONDAY + 2 * HOUR_MS }]);
    const told = run(part, command('case.correspond', letter('Filled.'), { madeAt: MONDAY + 3 * HOUR_MS }));
    expect(owed(told, closed)).toEqual([]);
  });

  it('hears nothing of what happened to the whole before', () => {
    const closed = run(openedCase(2), command('case.close', CLOSING, { madeAt: MONDAY + HOUR_MS / 2, caseId: caseIdOf(2) }));
    expect(owed(part, closed)).toEqual(['Ana Núñez: merged']);
  });
});
