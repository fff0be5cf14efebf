import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, onTestFinished } from 'vitest';
import { HOUR_MS, type UtcMs, utcMs } from '../../../src-shared/util/time.ts';
import { parseReceived, type ReceivedContext } from './parse-received.ts';
import { INTERFACE_LANGUAGES, speak } from '../../../src-shared/language/language.ts';
import { receivedText, stepReceivedText } from './received-text.ts';

const TIME_ZONE = 'America/New_York';
const at = (text: string): UtcMs => utcMs(Temporal.PlainDateTime.from(text).toZonedDateTime(TIME_ZONE).epochMilliseconds);

/** Monday 23 November 2026, 14:05; the city opens at 08:00. */
const context: ReceivedContext = { now: at('2026-11-23T14:05'), timeZone: TIME_ZONE, dayFirst: false, opensAt: () => '08:00' };

const read = (text: string, changes: Partial<ReceivedContext> = {}): string => {
  const reading = parseReceived(text, { ...context, ...changes });
  if (!reading.ok) return reading.reason;
  return Temporal.Instant.fromEpochMilliseconds(reading.at)
    .toZonedDateTimeISO(TIME_ZONE)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
};

describe('what staff type', () => {
  it.each([
    ['', '2026-11-23T14:05'],
    ['now', '2026-11-23T14:05'],
    ['today', '2026-11-23T14:05'],
    ['Today 9am', '2026-11-23T09:00'],
    ['9:30', '2026-11-23T09:30'],
    ['at 9', 'notUnderstood'],
    ['yesterday', '2026-11-22T08:00'],
    ['ayer', '2026-11-22T08:00'],
    ['y 4p', '2026-11-22T16:00'],
    ['yesterday 4:10 p.m.', '2026-11-22T16:10'],
    ['ayer a las 16:10', '2026-11-22T16:10'],
    ['day before yesterday', '2026-11-21T08:00'],
    ['-3', '2026-11-20T08:00'],
    ['3 days ago', '2026-11-20T08:00'],
    ['hace 2 semanas', '2026-11-09T08:00'],
    ['20 min ago', '2026-11-23T13:45'],
    ['2 h ago', '2026-11-23T12:05'],
    ['fri', '2026-11-20T08:00'],
    ['Friday at noon', '2026-11-20T12:00'],
    ['vie', '2026-11-20T08:00'],
    ['mon', '2026-11-23T14:05'],
    ['last mon', '2026-11-16T08:00'],
    ['t', 'notUnderstood'],
    ['10/2', '2026-10-02T08:00'],
    ['10/2/26', '2026-10-02T08:00'],
    ['10-2-2026 16:10', '2026-10-02T16:10'],
    ['12/24', '2025-12-24T08:00'],
    ['21/11', '2026-11-21T08:00'],
    ['2 oct', '2026-10-02T08:00'],
    ['Oct 2, 2026 4:10pm', '2026-10-02T16:10'],
    ['2nd october', '2026-10-02T08:00'],
    ['2 de octubre de 2026', '2026-10-02T08:00'],
    ['Fri 2 Oct 2026 16:10', '2026-10-02T16:10'],
    ['2026-11-21', '2026-11-21T08:00'],
    ['2026-11-21T09:30', '2026-11-21T09:30'],
    ['2026-11-21 09:30', '2026-11-21T09:30'],
    ['2026-11-21T14:30:00Z', '2026-11-21T09:30'],
  ])('%j is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['tomorrow', 'notUnderstood'],
    ['16:10', 'inFuture'],
    ['11/24/2026', 'inFuture'],
    ['24 nov 2030', 'inFuture'],
    ['25:10', 'notUnderstood'],
    ['2/30', 'notUnderstood'],
    ['13pm', 'notUnderstood'],
    ['1/1/1926', 'longAgo'],
    ['next friday', 'notUnderstood'],
    ['ju 3', 'notUnderstood'],
  ])('%j is refused as %s', (text, reason) => {
    expect(read(text)).toBe(reason);
  });

  it('puts the day first where the city does', () => {
    expect(read('2/10', { dayFirst: true })).toBe('2026-10-02T08:00');
    expect(read('2/13', { dayFirst: true })).toBe('2026-02-13T08:00');
  });

  it('never counts a letter of this morning from before it could have come', () => {
    expect(read('today', { now: at('2026-11-23T06:30') })).toBe('2026-11-23T06:30');
  });
});

describe('whatever is typed', () => {
  const pieces = fc.constantFrom('yest', 'fri', '10/2', '2026', ' ', ':', '-', 'de', 'oct', '29', 'feb', 'pm', '4', 'ago', 'h', 'T', 'Z', '/', 'last');
  const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')));
  const anyNow = fc.integer({ min: at('2024-01-01T00:00'), max: at('2034-01-01T00:00') }).map(utcMs);

  it('never throws and never gives a moment in the future', () => {
    fc.assert(
      fc.property(anyText, anyNow, (text, now) => {
        const reading = parseReceived(text, { ...context, now });
        if (reading.ok) expect(reading.at).toBeLessThanOrEqual(now);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(INTERFACE_LANGUAGES)('is read back as the same moment from the text it is written as (%s)', (language) => {
    speak(language);
    onTestFinished(() => {
      speak('en');
    });
    fc.assert(
      fc.property(anyNow, fc.integer({ min: 0, max: 4 * 365 * 24 * 60 }), (now, minutesAgo) => {
        const minute = utcMs(Math.floor(now / 60_000) * 60_000 - minutesAgo * 60_000);
        const reading = parseReceived(receivedText(minute, true, TIME_ZONE), { ...context, now });
        // The hour that a clock change repeats has one wall time for two moments; the earlier one is taken.
        expect(reading.ok && [minute, minute - HOUR_MS]).toContain(reading.ok && reading.at);
      }),
    );
  });
});

describe('the arrow keys', () => {
  it('walk back from today, day by day, and forward no further than today', () => {
    const once = stepReceivedText('', -1, context);
    expect(once).toBe('Sun 22 Nov 2026');
    expect(stepReceivedText(once, -1, context)).toBe('Sat 21 Nov 2026');
    expect(stepReceivedText(once, 1, context)).toBe('Mon 23 Nov 2026');
    expect(stepReceivedText('Mon 23 Nov 2026', 1, context)).toBe('Mon 23 Nov 2026');
  });

  it('keep a time that was given', () => {
    expect(stepReceivedText('yesterday 16:10', -1, context)).toBe('Sat 21 Nov 2026 16:10');
  });
});
