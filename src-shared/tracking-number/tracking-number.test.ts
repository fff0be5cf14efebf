import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dammCheckDigit } from './damm.ts';
import { spokenGroups } from './spoken.ts';
import {
  formatTrackingNumber,
  parseTrackingNumber,
  selfIssuedNumber,
  TrackingNumber,
  trackingNumberFromPayload,
  mistypedNumberIn,
} from './tracking-number.ts';

const payload = fc.integer({ min: 100_000_000, max: 999_999_999 });

describe('check digit', () => {
  it('gives the published example: 572 has check digit 4', () => {
    expect(dammCheckDigit('572')).toBe(4);
  });

  it('catches every single wrong digit', () => {
    fc.assert(
      fc.property(payload, fc.nat(9), fc.integer({ min: 1, max: 9 }), (value, position, shift) => {
        const right = trackingNumberFromPayload(value);
        const digit = (Number(right[position]) + shift) % 10;
        const wrong = right.slice(0, position) + digit + right.slice(position + 1);
        expect(TrackingNumber.safeParse(wrong).success).toBe(false);
      }),
    );
  });

  it('catches every swap of two different neighbours', () => {
    fc.assert(
      fc.property(payload, fc.nat(8), (value, position) => {
        const right = trackingNumberFromPayload(value);
        fc.pre(right[position] !== right[position + 1]);
        const wrong = right.slice(0, position) + right[position + 1] + right[position] + right.slice(position + 2);
        expect(TrackingNumber.safeParse(wrong).success).toBe(false);
      }),
    );
  });
});

describe('reading a number', () => {
  it('reads back what it shows, whatever separators and digits are used', () => {
    const arabic = (text: string): string => text.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
    const wide = (text: string): string => text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    fc.assert(
      fc.property(payload, fc.constantFrom(' ', '.', '/', ' – ', '\u00a0'), (value, separator) => {
        const number = trackingNumberFromPayload(value);
        const shown = formatTrackingNumber(number);
        for (const text of [shown, number, shown.replaceAll('-', separator), ` ${shown}\n`, arabic(shown), wide(shown)]) {
          expect(parseTrackingNumber(text)).toEqual({ ok: true, number });
        }
      }),
    );
  });

  it('says why a text is not a number', () => {
    expect(parseTrackingNumber('Elm Street')).toEqual({ ok: false, reason: 'notANumber' });
    expect(parseTrackingNumber('')).toEqual({ ok: false, reason: 'notANumber' });
    expect(parseTrackingNumber('48-2913')).toEqual({ ok: false, reason: 'wrongLength' });
    const right = trackingNumberFromPayload(482_913_506);
    const wrong = right.slice(0, 9) + String((Number(right[9]) + 1) % 10);
    expect(parseTrackingNumber(wrong)).toEqual({ ok: false, reason: 'mistyped' });
  });
});

it('finds a number with a wrong digit in a sentence, and nothing else', () => {
  const good = formatTrackingNumber(trackingNumberFromPayload(482_913_506));
  const bad = good.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  expect(mistypedNumberIn(`about ${bad}, i called last week`)).toBe(bad);
  expect(mistypedNumberIn(`first ${good}, then #${bad.replaceAll('-', ' ')}`)).toBe(bad.replaceAll('-', ' '));
  for (const text of ['', good, '561-555-0142', '+1 561 555 0142', bad.replaceAll('-', ''), `1-${bad}`, `${bad}-7`]) expect(mistypedNumberIn(text)).toBe(null);
});

describe('self-issued numbers', () => {
  it('stay in the 9 range and never meet those of another enrolment', () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.nat(99_999), fc.nat(999), fc.nat(999), (a, b, m, n) => {
        fc.pre(a !== b || m !== n);
        expect(selfIssuedNumber(a, m)?.[0]).toBe('9');
        expect(selfIssuedNumber(a, m)).not.toBe(selfIssuedNumber(b, n));
      }),
    );
  });

  it('end at a thousand per enrolment', () => {
    expect(selfIssuedNumber(7, 999)).not.toBeNull();
    expect(selfIssuedNumber(7, 1_000)).toBeNull();
  });
});

it('is spoken digit by digit in 2-4-4', () => {
  const number = trackingNumberFromPayload(482_913_506);
  expect(spokenGroups(number, 'en').slice(0, 2)).toEqual(['four eight', 'two nine one three']);
  expect(spokenGroups(number, 'es')[0]).toBe('cuatro ocho');
});
