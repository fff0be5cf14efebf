import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utcMs } from '../util/time.ts';
import { citizenDate } from './citizen-date.ts';

const ZONE = 'America/New_York';
const at = (iso: string) => utcMs(Date.parse(iso));
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

it('is written out in the citizen’s language, on the city’s clock', () => {
  expect(plain(citizenDate(at('2026-11-24T21:10:00Z'), ZONE, 'en'))).toBe('Tuesday, November 24, 2026, 4:10 PM');
  expect(plain(citizenDate(at('2026-11-24T21:10:00Z'), ZONE, 'es'))).toBe('martes 24 de noviembre de 2026, a las 4:10 p. m.');
  expect(plain(citizenDate(at('2026-03-04T18:05:00Z'), ZONE, 'es'))).toBe('miércoles 4 de marzo de 2026, a la 1:05 p. m.');
});

it('writes midnight and noon as 12', () => {
  expect(plain(citizenDate(at('2026-07-01T04:00:00Z'), ZONE, 'en'))).toBe('Wednesday, July 1, 2026, 12:00 AM');
  expect(plain(citizenDate(at('2026-07-01T16:00:00Z'), ZONE, 'en'))).toBe('Wednesday, July 1, 2026, 12:00 PM');
});

it('follows the clock over a change of time', () => {
  expect(plain(citizenDate(at('2026-11-01T05:30:00Z'), ZONE, 'en'))).toMatch(/1:30 AM$/);
  expect(plain(citizenDate(at('2026-11-01T06:30:00Z'), ZONE, 'en'))).toMatch(/1:30 AM$/);
});

it('reads the same in every runtime: letters, digits and plain punctuation only', () => {
  const moments = fc.date({ noInvalidDate: true, min: new Date('1990-01-01'), max: new Date('2100-01-01') });
  fc.assert(
    fc.property(moments, fc.constantFrom('en' as const, 'es' as const), (moment, language) => {
      const text = citizenDate(utcMs(moment.getTime()), ZONE, language);
      expect(text).toMatch(/^[\p{L}\d,.: \u00a0]+$/u);
      expect(text).toMatch(language === 'en' ? /\d:\d\d\u00a0[AP]M$/ : /\d:\d\d\u00a0[ap]\.\u00a0m\.$/);
    }),
  );
});
