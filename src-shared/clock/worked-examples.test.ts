/** Dates worked out by hand from the policies: what a city would hold against us. Times are those on the wall at the place. */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../catalogue/time-rules.ts';
import { type UtcMs, utcMs } from '../util/time.ts';
import type { DueQuestion } from './due-question.ts';
import { type DueDates, explainDue } from './explain-due.ts';
import type { Pause } from './pauses.ts';
import { EXAMPLE_BOOK } from './testing/example-city.ts';

const NEW_YORK = 'America/New_York';

const at = (wall: string, zone = NEW_YORK): UtcMs => utcMs(Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds);
const onWall = (moment: UtcMs | undefined, zone = NEW_YORK): string =>
  moment === undefined ? 'never' : Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });

function explained(service: string, received: string, more: Partial<DueQuestion> = {}, zone = NEW_YORK): DueDates {
  const question: DueQuestion = { receivedAt: at(received, zone), channel: 'phone', serviceCode: service, kind: 'serviceRequest', pauses: [], ...more };
  return explainDue(question, EXAMPLE_BOOK, at('2028-12-31T00:00', zone));
}
const pause = (from: string, to: string, reasonCode = 'CITIZEN'): Pause => ({ from: at(from), to: at(to), reasonCode, by: null });

interface Example {
  readonly name: string;
  /** The policy, as the seeds name it. */
  readonly policy: string;
  readonly service: string;
  readonly received: string;
  readonly clock: Clock;
  readonly due: string;
  readonly more?: Partial<DueQuestion>;
  readonly zone?: string;
}

const RESPONSE = 'S2 Step 2.3, S3 A.2';

const EXAMPLES: readonly Example[] = [
  { name: 'Friday 16:00: 72 hours (Monday 16:00) bind over two business days (Tuesday at closing)', policy: RESPONSE, service: 'STANDARD', received: '2026-10-02T16:00', clock: 'respond', due: '2026-10-05T16:00' },
  { name: 'Monday morning: two business days (Wednesday at closing) bind over 72 hours (Thursday)', policy: RESPONSE, service: 'STANDARD', received: '2026-10-05T09:00', clock: 'respond', due: '2026-10-07T17:00' },
  { name: 'Monday evening after closing: Monday is day 0 all the same', policy: RESPONSE, service: 'STANDARD', received: '2026-10-05T21:30', clock: 'respond', due: '2026-10-07T17:00' },
  { name: 'Saturday noon: 72 hours (Tuesday noon) bind over Tuesday at closing', policy: RESPONSE, service: 'STANDARD', received: '2026-10-03T12:00', clock: 'respond', due: '2026-10-06T12:00' },
  { name: 'Saturday evening: Tuesday at closing binds over 72 hours', policy: RESPONSE, service: 'STANDARD', received: '2026-10-03T18:00', clock: 'respond', due: '2026-10-06T17:00' },
  { name: 'the day before Thanksgiving: 72 hours run over the holidays', policy: RESPONSE, service: 'STANDARD', received: '2026-11-25T10:00', clock: 'respond', due: '2026-11-28T10:00' },
  { name: 'over Thanksgiving, five business days leave out both holidays and the weekend', policy: 'S0, S2', service: 'WEEK', received: '2026-11-24T10:00', clock: 'resolve', due: '2026-12-03T17:00' },
  { name: 'received on Thanksgiving Day: the first business day is Monday', policy: RESPONSE, service: 'WEEK', received: '2026-11-26T09:00', clock: 'resolve', due: '2026-12-04T17:00' },
  { name: 'the half day on 24 December closes at noon', policy: RESPONSE, service: 'STANDARD', received: '2026-12-22T08:00', clock: 'respond', due: '2026-12-24T12:00' },
  { name: 'over the end of the year', policy: 'S0, S2', service: 'WEEK', received: '2026-12-29T15:00', clock: 'resolve', due: '2027-01-06T17:00' },
  { name: '72 hours over the end of the year', policy: 'S2 Step 2.3', service: 'STANDARD', received: '2026-12-30T15:00', clock: 'respond', due: '2027-01-02T15:00' },
  { name: 'a leap day is a business day', policy: RESPONSE, service: 'STANDARD', received: '2028-02-28T10:00', clock: 'respond', due: '2028-03-01T17:00' },
  { name: '72 hours over a leap day', policy: 'S2 Step 2.3', service: 'STANDARD', received: '2028-02-26T10:00', clock: 'respond', due: '2028-02-29T10:00' },
  { name: '72 hours over the end of summer time end an hour earlier on the wall', policy: 'S2 Step 2.3', service: 'STANDARD', received: '2026-10-31T14:00', clock: 'respond', due: '2026-11-03T13:00' },
  { name: '72 hours over the beginning of summer time end an hour later on the wall', policy: 'S2 Step 2.3', service: 'STANDARD', received: '2027-03-12T09:00', clock: 'respond', due: '2027-03-15T10:00' },
  { name: 'no clock changes in Phoenix', policy: 'S2 Step 2.3', service: 'PHOENIX', received: '2026-10-31T14:00', clock: 'respond', due: '2026-11-03T14:00', zone: 'America/Phoenix' },
  { name: 'the clocks of Lord Howe change by half an hour', policy: 'S2 Step 2.3', service: 'LORD-HOWE', received: '2026-10-03T10:00', clock: 'respond', due: '2026-10-06T10:30', zone: 'Australia/Lord_Howe' },
  { name: 'a letter received last week and typed today may be late at once', policy: 'S2 Step 2.1', service: 'STANDARD', received: '2026-09-28T09:00', clock: 'respond', due: '2026-09-30T17:00', more: { channel: 'letter' } },
  { name: 'a complaint is acknowledged within one business day', policy: 'S3 B.1', service: 'STANDARD', received: '2026-10-02T16:30', clock: 'acknowledge', due: '2026-10-05T17:00', more: { kind: 'complaint' } },
  { name: 'four hours on a calendar around the clock', policy: 'Utilities emergency plan 1.1', service: 'EMERGENCY', received: '2026-10-03T23:30', clock: 'respond', due: '2026-10-04T03:30' },
  { name: 'four hours in the night the clocks go back', policy: 'Utilities emergency plan 1.1', service: 'EMERGENCY', received: '2026-11-01T00:30', clock: 'respond', due: '2026-11-01T03:30' },
  { name: '24 working hours around the clock are 24 real hours, also in that night', policy: 'Utilities emergency plan 1.1', service: 'EMERGENCY', received: '2026-10-31T12:00', clock: 'resolve', due: '2026-11-01T11:00' },
  { name: 'one day around the clock ends at midnight', policy: 'Utilities emergency plan 1.2', service: 'DAY', received: '2026-10-03T23:30', clock: 'resolve', due: '2026-10-05T00:00' },
  { name: 'working hours leave out the lunch break', policy: 'Code Compliance procedures 2.2', service: 'UNSAFE-BUILDING', received: '2026-10-05T10:00', clock: 'resolve', due: '2026-10-07T10:00' },
  { name: 'working hours begin with the next opening', policy: 'Code Compliance procedures 2.2', service: 'UNSAFE-BUILDING', received: '2026-10-09T18:00', clock: 'resolve', due: '2026-10-14T15:30' },
  { name: 'collection days include Saturday', policy: 'Solid Waste service levels 1.2', service: 'COLLECTION', received: '2026-10-02T11:00', clock: 'resolve', due: '2026-10-05T16:00' },
  { name: 'two days on hold move five business days by two, to closing time', policy: 'S0', service: 'WEEK', received: '2026-10-05T10:00', clock: 'resolve', due: '2026-10-15T17:00', more: { pauses: [pause('2026-10-07T12:00', '2026-10-09T12:00')] } },
  { name: 'three hours on hold move a closing time to three hours after the next opening', policy: 'S0', service: 'WEEK', received: '2026-10-05T10:00', clock: 'resolve', due: '2026-10-14T11:00', more: { pauses: [pause('2026-10-07T12:00', '2026-10-07T15:00')] } },
  { name: 'a pause over a holiday and a weekend alone loses no working time', policy: 'S0', service: 'WEEK', received: '2026-11-24T10:00', clock: 'resolve', due: '2026-12-03T17:00', more: { pauses: [pause('2026-11-25T17:00', '2026-11-30T08:00')] } },
  { name: 'waiting for the citizen does not stop the 72 hours', policy: 'S2 Step 2.3', service: 'STANDARD', received: '2026-10-02T16:00', clock: 'respond', due: '2026-10-05T16:00', more: { pauses: [pause('2026-10-03T10:00', '2026-10-05T10:00')] } },
  { name: 'waiting for parts stops nothing', policy: 'S0', service: 'WEEK', received: '2026-10-05T10:00', clock: 'resolve', due: '2026-10-13T17:00', more: { pauses: [pause('2026-10-07T12:00', '2026-10-09T12:00', 'PARTS')] } },
  { name: 'where a reason stops the 72 hours, they are longer by real hours', policy: 'S2 Step 2.3', service: 'STANDARD', received: '2026-10-02T16:00', clock: 'respond', due: '2026-10-06T16:00', more: { pauses: [pause('2026-10-03T10:00', '2026-10-04T10:00', 'EVERYTHING')] } },
  { name: 'two holds at once count once', policy: 'S0', service: 'WEEK', received: '2026-10-05T10:00', clock: 'resolve', due: '2026-10-15T17:00', more: { pauses: [pause('2026-10-07T12:00', '2026-10-09T12:00'), pause('2026-10-07T14:00', '2026-10-08T09:00', 'EVERYTHING')] } },
  { name: 'of a hold that began before receipt only the rest counts', policy: 'S2 Step 2.1', service: 'WEEK', received: '2026-10-05T10:00', clock: 'resolve', due: '2026-10-14T10:00', more: { pauses: [pause('2026-10-01T08:00', '2026-10-05T12:00')] } },
  { name: 'a hold after the time had run out moves nothing', policy: 'S0', service: 'WEEK', received: '2026-10-05T10:00', clock: 'resolve', due: '2026-10-13T17:00', more: { pauses: [pause('2026-10-13T17:00', '2026-10-20T12:00')] } },
];

describe('worked examples', () => {
  it.each(EXAMPLES)('$name ($policy)', ({ service, received, clock, due, more, zone }) => {
    expect(onWall(explained(service, received, more, zone)[clock]?.due, zone)).toBe(due);
  });
});

describe('what chose the rule', () => {
  it('is the service, an exception, or for a service nobody knows the city’s first rule', () => {
    expect(explained('WEEK', '2026-10-05T10:00')).toMatchObject({ why: 'service', policyCode: 'WEEK', ruleVersion: 3, acknowledge: null });
    expect(explained('WEEK', '2026-10-05T10:00', { kind: 'complaint' })).toMatchObject({ why: 'ANY-COMPLAINT', policyCode: 'COMPLAINT', resolve: null });
    expect(explained('constructor', '2026-10-05T10:00')).toMatchObject({ why: 'cityDefault', policyCode: 'STANDARD' });
  });
});

describe('a case on hold', () => {
  const question = (from: string): Partial<DueQuestion> => ({ pauses: [{ from: at(from), to: null, reasonCode: 'CITIZEN', by: null }] });
  const asOf = (moment: string, from = '2026-10-07T12:00') =>
    explainDue({ receivedAt: at('2026-10-05T10:00'), channel: 'phone', serviceCode: 'WEEK', kind: 'serviceRequest', pauses: question(from).pauses ?? [] }, EXAMPLE_BOOK, at(moment)).resolve;

  it('has a date that moves for as long as it lasts', () => {
    expect(onWall(asOf('2026-10-07T12:00')?.due)).toBe('2026-10-13T17:00');
    expect(onWall(asOf('2026-10-07T15:00')?.due)).toBe('2026-10-14T11:00');
    expect(onWall(asOf('2026-10-08T02:00')?.due)).toBe('2026-10-14T13:00');
    expect(asOf('2026-10-07T12:00')?.isPaused).toBe(true);
  });

  it('is not paused where the time had run out before', () => {
    expect(asOf('2026-10-20T12:00', '2026-10-13T17:00')).toMatchObject({ isPaused: false, due: at('2026-10-13T17:00') });
    expect(asOf('2026-10-20T12:00', '2026-10-13T16:59')?.isPaused).toBe(true);
  });
});
