import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it } from 'vitest';
import { Catalogue } from '../catalogue/catalogue.ts';
import type { Clock } from '../catalogue/time-rules.ts';
import { SMALL_CITY } from '../testing/small-city.ts';
import { speak } from '../language/language.ts';
import { must } from '../util/assert.ts';
import { StaffId } from '../util/ids.ts';
import { type UtcMs, utcMs } from '../util/time.ts';
import type { DueQuestion } from './due-question.ts';
import { explainDue } from './explain-due.ts';
import { ledgerSentences } from './ledger-sentences.ts';
import { EXAMPLE_BOOK } from './testing/example-city.ts';
import { whyLate } from './why-late.ts';

afterEach(() => speak('en'));

const timeZone = 'America/New_York';
const at = (wall: string): UtcMs => utcMs(Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone).epochMilliseconds);
const by = StaffId.parse('a.rivera');
const LATER = at('2026-12-30T10:00');

/** The small city with the names these examples speak of. */
const catalogue = Catalogue.parse({
  ...SMALL_CITY,
  timeRuleExceptions: EXAMPLE_BOOK.exceptions,
  staff: [{ id: by, name: 'Ana Rivera', title: '', roles: ['agent'], departmentCodes: [], isActive: true }],
  holdReasons: [{ code: 'CITIZEN', label: { en: 'Waiting for the citizen' } }, { code: 'PARTS', label: { en: 'Waiting for parts' }, pauses: [] }],
});

function due(clock: Clock, serviceCode: string, received: string, { asOf = LATER, ...more }: Partial<DueQuestion> & { readonly asOf?: UtcMs } = {}) {
  const question: DueQuestion = { receivedAt: at(received), channel: 'letter', serviceCode, kind: 'serviceRequest', pauses: [], ...more };
  return must(explainDue(question, EXAMPLE_BOOK, asOf)[clock], 'the rule has this clock');
}
const read = (...asked: Parameters<typeof due>) => ledgerSentences(due(...asked), { clock: asked[0], timeZone, catalogue });

describe('why a date is what it is, read aloud', () => {
  it('names each limit with its policy, the days that did not count, and which limit binds', () => {
    expect(read('respond', 'STANDARD', '2026-10-02T16:10')).toEqual([
      'Received Friday, October 2, 2026 at 4:10 PM by letter.',
      '72 hours from receipt, day and night, end on Monday, October 5, 2026 at 4:10 PM (CAS 2.3).',
      '2 business days, not counting the first day, end at closing time on Tuesday, October 6, 2026 at 5:00 PM (Customer service policy A.2). Not counted: Saturday, October 3 (closed) and Sunday, October 4 (closed).',
      'The earlier of the two binds, so an answer is due by Monday, October 5, 2026 at 4:10 PM.',
    ]);
  });

  it('names holidays, half days and breaks, and only counts many days of rest', () => {
    const [, limit, binds] = read('resolve', 'UNSAFE-BUILDING', '2026-10-09T18:00', { channel: 'counter' });
    expect(limit).toBe('16 working hours from receipt end on Wednesday, October 14, 2026 at 3:30 PM (Code Compliance procedures 2.2). Not counted: Saturday, October 10 (closed), Sunday, October 11 (closed), Monday, October 12 (Columbus Day) and the break from 11:30 AM to noon.');
    expect(binds).toBe('So the work is due by Wednesday, October 14, 2026 at 3:30 PM.');
    expect(read('resolve', 'WEEK', '2026-12-21T10:00')[1]).toBe(
      '5 business days, not counting the first day, end at closing time on Tuesday, December 29, 2026 at 5:00 PM (Public Works service levels 4.2). Not counted: Saturday, December 26 (closed), Sunday, December 27 (closed) and Friday, December 25 (Christmas Day). On Thursday, December 24 the city works 8:00 AM to noon (Christmas Eve).',
    );
  });

  it('calls a holiday as whoever reads it does, where the city has its Spanish name', () => {
    speak('es');
    expect(read('resolve', 'UNSAFE-BUILDING', '2026-10-09T18:00', { channel: 'counter' })[1]).toContain('(Día de Colón)');
    const days = read('resolve', 'WEEK', '2026-12-21T10:00')[1];
    expect(days).toContain('(Christmas Day)');
    expect(days).toContain('(Nochebuena)');
  });

  it('counts the days of rest in a long time instead of naming each', () => {
    const [, limit] = read('resolve', 'MONTHS', '2026-10-05T10:00');
    expect(limit).toMatch(/Not counted: Saturdays and Sundays, 24 days in all, Monday, October 12 \(Columbus Day\), .* On Thursday, December 24/);
  });

  it('says of each hold who, why, for how long, and what it did to the date', () => {
    const pauses = [
      { from: at('2026-10-07T12:00'), to: at('2026-10-09T14:00'), reasonCode: 'CITIZEN', by },
      { from: at('2026-10-10T09:00'), to: at('2026-10-10T09:30'), reasonCode: 'CITIZEN', by: null },
      { from: at('2026-10-13T08:00'), to: at('2026-10-13T08:45'), reasonCode: 'PARTS', by },
    ];
    expect(read('resolve', 'WEEK', '2026-10-05T10:00', { pauses }).slice(1)).toEqual([
      '5 business days, not counting the first day, would have ended at closing time on Tuesday, October 13, 2026 at 5:00 PM (Public Works service levels 4.2). Not counted: Saturday, October 10 (closed), Sunday, October 11 (closed) and Monday, October 12 (Columbus Day).',
      'Paused 2 days 2 hours, from Wednesday, October 7, 2026 at noon to Friday, October 9, 2026 at 2:00 PM: waiting for the citizen (Ana Rivera). That moves the end to Friday, October 16, 2026 at 10:00 AM.',
      'Paused 30 minutes, from Saturday, October 10, 2026 at 9:00 AM to Saturday, October 10, 2026 at 9:30 AM: waiting for the citizen. No time that counts was lost, so the date stays.',
      'On hold 45 minutes, from Tuesday, October 13, 2026 at 8:00 AM to Tuesday, October 13, 2026 at 8:45 AM: waiting for parts (Ana Rivera). A hold for this reason does not stop this clock.',
      'So the work is due by Friday, October 16, 2026 at 10:00 AM.',
    ]);
  });

  it('says that the date moves on while the clock stands still', () => {
    const pauses = [{ from: at('2026-10-07T12:00'), to: null, reasonCode: 'CITIZEN', by }];
    expect(read('resolve', 'WEEK', '2026-10-05T10:00', { pauses, asOf: at('2026-10-07T15:00') }).slice(2)).toEqual([
      'Paused since Wednesday, October 7, 2026 at noon, 3 hours so far: waiting for the citizen (Ana Rivera). That moves the end to Wednesday, October 14, 2026 at 11:00 AM.',
      'So the work is due by Wednesday, October 14, 2026 at 11:00 AM. The clock stands still: the date moves on for as long as the case is on hold.',
    ]);
  });

  it('says why another rule than the service’s own counts', () => {
    expect(read('respond', 'WEEK', '2026-10-05T10:00', { kind: 'complaint' })[1]).toBe('The time rule “Rule COMPLAINT” counts, because the city has set it for cases of the kind complaint.');
    expect(read('respond', 'NEW', '2026-10-05T10:00')[1]).toBe('This service has no time rule of its own here, so the city’s first one counts: “Rule STANDARD”.');
  });

  it('calls the end of a day midnight, so that nobody takes it for the day after', () => {
    expect(read('resolve', 'DAY', '2026-10-03T23:30').at(-1)).toBe('So the work is due by Sunday, October 4, 2026 at midnight, the end of that day.');
  });
});

describe('why a case is late, in one line', () => {
  it.each([
    ['72 hours from receipt (CAS 2.3) ended Mon 5 Oct 16:10', due('respond', 'STANDARD', '2026-10-02T16:10')],
    ['5 business days from receipt (Public Works service levels 4.2) ended Tue 13 Oct 17:00', due('resolve', 'WEEK', '2026-10-05T10:00')],
    ['16 working hours from receipt (Code Compliance procedures 2.2) ended Wed 14 Oct 15:30', due('resolve', 'UNSAFE-BUILDING', '2026-10-09T18:00')],
    [
      '5 business days from receipt (Public Works service levels 4.2) and 3 hours on hold ended Wed 14 Oct 11:00',
      due('resolve', 'WEEK', '2026-10-05T10:00', { pauses: [{ from: at('2026-10-07T12:00'), to: at('2026-10-07T15:00'), reasonCode: 'CITIZEN', by }] }),
    ],
  ])('%s', (line, date) => {
    expect(whyLate(date, { now: LATER, timeZone })).toBe(line);
  });
});
