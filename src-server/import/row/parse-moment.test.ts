import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { momentReader, parseMoment } from './parse-moment.ts';

const read = (text: string, format: string, timeZone = 'America/New_York', trustsOffsets = true): string => {
  const moment = parseMoment(text, momentReader([format], timeZone, trustsOffsets));
  return moment.ok ? new Date(moment.at).toISOString() : moment.reason;
};

describe('parseMoment', () => {
  it.each([
    ['2016-07-13 15:11:07+00:00', 'ISO', '2016-07-13T15:11:07.000Z'],
    ['2016-07-13T15:11:07.25-0700', 'ISO', '2016-07-13T22:11:07.250Z'],
    ['2022-01-21 13:47:00', 'ISO', '2022-01-21T18:47:00.000Z'],
    ['2022-01-21', 'ISO', '2022-01-21T05:00:00.000Z'],
    ['1/7/20 12:59 PM', 'M/D/YY h:mm A', '2020-01-07T17:59:00.000Z'],
    ['1/7/20 12:05 am', 'M/D/YY h:mm A', '2020-01-07T05:05:00.000Z'],
    ['1/7/20\u202f1:05 p.m.', 'M/D/YY h:mm A', '2020-01-07T18:05:00.000Z'],
    ['21/01/2022 13:47:00', 'DD/MM/YYYY HH:mm:ss', '2022-01-21T18:47:00.000Z'],
    ['3.7.2023 08:15', 'D.M.YYYY HH:mm', '2023-07-03T12:15:00.000Z'],
    ['Jul  3 2023  8:15AM', 'MMMM D YYYY h:mm A', '2023-07-03T12:15:00.000Z'],
    ['7/3/2023 8:15 EDT', 'M/D/YYYY H:mm [EDT]', '2023-07-03T12:15:00.000Z'],
    ['20230703', 'YYYYMMDD', '2023-07-03T04:00:00.000Z'],
    ['Jul 3, 2023 8:15 AM', 'MMMM D, YYYY h:mm A', '2023-07-03T12:15:00.000Z'],
    ['3 de julio de 2023', 'D de MMMM de YYYY', '2023-07-03T04:00:00.000Z'],
    ['12/31/69', 'M/D/YY', '2069-12-31T05:00:00.000Z'],
    ['12/31/70', 'M/D/YY', '1970-12-31T05:00:00.000Z'],
    ['2024-02-29 24:00:00', 'ISO', '2024-03-01T05:00:00.000Z'],
  ])('reads %s by %s', (text, format, expected) => {
    expect(read(text, format)).toBe(expected);
  });

  it.each([
    ['21/01/2022', 'MM/DD/YYYY', 'noSuchDay'],
    ['2023-02-29', 'ISO', 'noSuchDay'],
    ['2023-02-28 25:00:00', 'ISO', 'noSuchDay'],
    ['0020-02-28', 'ISO', 'noSuchDay'],
    ['13/1/20 13:00 PM', 'D/M/YY h:mm A', 'noSuchFormat'],
    ['yesterday', 'ISO', 'noSuchFormat'],
    ['3 brumaire 2023', 'D MMMM YYYY', 'noSuchFormat'],
    ['2022-01-21 13:47:00 and more', 'ISO', 'noSuchFormat'],
  ])('does not read %s by %s', (text, format, reason) => {
    expect(read(text, format)).toBe(reason);
  });

  it('takes the later side of an hour that the clock skipped and the first of one that came twice', () => {
    expect(read('2022-03-13 02:30:00', 'ISO')).toBe('2022-03-13T07:30:00.000Z');
    expect(read('2022-11-06 01:30:00', 'ISO')).toBe('2022-11-06T05:30:00.000Z');
  });

  it('can pass over an offset that is known to be wrong', () => {
    expect(read('2016-07-13 15:11:07+00:00', 'ISO', 'America/Los_Angeles', false)).toBe('2016-07-13T22:11:07.000Z');
  });

  it('tries formats in order and remembers whether there was a time of day', () => {
    const reader = momentReader(['M/D/YY h:mm A', 'M/D/YY'], 'America/Chicago', true);
    expect(parseMoment('2/12/20', reader, '17:00')).toEqual({ ok: true, at: Date.UTC(2020, 1, 12, 23), hasTime: false, localDate: '2020-02-12' });
    expect(parseMoment('2/12/20 5:00 PM', reader)).toMatchObject({ at: Date.UTC(2020, 1, 12, 23), hasTime: true });
  });

  it('refuses formats and zones that mean nothing', () => {
    expect(() => momentReader(['HH:mm'], 'America/Chicago', true)).toThrow(/must name year, month and day/);
    expect(() => momentReader(['ISO'], 'Mars/Olympus', true)).toThrow(/is not a time zone/);
  });
});

const zones = ['America/New_York', 'America/Los_Angeles', 'Europe/Berlin', 'Asia/Kathmandu', 'UTC'];
const pad = (value: number, width = 2): string => String(value).padStart(width, '0');
const WRITERS: Readonly<Record<string, (t: Temporal.ZonedDateTime) => string>> = {
  ISO: (t) => t.toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' '),
  'YYYY-MM-DDTHH:mm:ssZ': (t) => `${t.toPlainDateTime().toString({ smallestUnit: 'second' })}${t.offset}`,
  'DD.MM.YYYY HH:mm:ss': (t) => `${pad(t.day)}.${pad(t.month)}.${t.year} ${pad(t.hour)}:${pad(t.minute)}:${pad(t.second)}`,
  'M/D/YYYY h:mm:ss A': (t) =>
    `${t.month}/${t.day}/${t.year} ${t.hour % 12 || 12}:${pad(t.minute)}:${pad(t.second)} ${t.hour < 12 ? 'AM' : 'PM'}`,
};

describe('parseMoment, for any moment', () => {
  it('reads back what was written, in every format and zone', () => {
    const second = fc.integer({ min: Date.UTC(1970, 0, 2) / 1000, max: Date.UTC(2069, 11, 30) / 1000 });
    fc.assert(
      fc.property(second, fc.constantFrom(...zones), fc.constantFrom(...Object.keys(WRITERS)), (seconds, zone, format) => {
        const moment = Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(zone);
        const parsed = parseMoment(WRITERS[format]?.(moment) ?? '', momentReader([format], zone, true));
        // An hour that comes twice is read as the first: then local time agrees, and the difference is the clock change.
        const local = parsed.ok && Temporal.Instant.fromEpochMilliseconds(parsed.at).toZonedDateTimeISO(zone);
        expect(local && local.toPlainDateTime().toString()).toBe(moment.toPlainDateTime().toString());
        if (format.endsWith('Z')) expect(parsed).toMatchObject({ at: seconds * 1000 });
      }),
    );
  });

  it('takes a day exactly when the calendar has it', () => {
    const reader = momentReader(['D/M/YYYY'], 'Europe/Berlin', true);
    const part = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(part, part, fc.integer({ min: 1900, max: 2200 }), (day, month, year) => {
        const asDate = new Date(Date.UTC(year, month - 1, day));
        const exists = asDate.getUTCFullYear() === year && asDate.getUTCMonth() === month - 1 && asDate.getUTCDate() === day;
        expect(parseMoment(`${day}/${month}/${year}`, reader).ok).toBe(exists);
      }),
    );
  });

  it('never throws, whatever stands in the file', () => {
    const reader = momentReader(['ISO', 'M/D/YY h:mm A', 'D MMMM YYYY', 'YYYY-MM-DD HH:mm:ss Z'], 'America/Chicago', true);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789/-:. TZ+APM') })), (text) => {
        parseMoment(text, reader);
      }),
    );
  });
});
