/**
 * Tracking numbers: ten digits said as 2-4-4 (`48-2913-5067`). Nine are payload, the tenth is a Damm check digit.
 *
 * Payloads 1… to 8… are leased by the server to workstations; payloads 9EEEEENNN are issued by a workstation of its own
 * (E = enrolment number, N = counter) when its leased numbers have run out. The first digit is never 0.
 * Why digits, why this check, why 2-4-4: docs/decisions/0005-tracking-numbers.md.
 */
import { z } from 'zod';
import { t } from '../language/language.ts';
import { dammCheckDigit } from './damm.ts';

/** Stored form: ten ASCII digits, no separators, check digit right. */
export const TrackingNumber = z
  .string()
  .regex(/^[1-9][0-9]{9}$/, { error: () => t`A tracking number has ten digits` })
  .refine(hasRightCheckDigit, { error: () => t`The last digit does not fit the others` })
  .brand<'TrackingNumber'>();
export type TrackingNumber = z.infer<typeof TrackingNumber>;

export const SELF_ISSUE_PER_ENROLMENT = 1_000;
export const MAX_ENROLMENT_NUMBER = 99_999;
/** Enrolment numbers from here on are never given out: a copied disk that cannot reach its server draws one of them. */
export const COPIED_DISKS_FROM = 90_000;
/** Of practice mode, at every workstation: neither given out nor drawn. A number of it is no case of any city. */
export const PRACTICE_ENROLMENT = MAX_ENROLMENT_NUMBER;

function hasRightCheckDigit(digits: string): boolean {
  return /^[0-9]{10}$/.test(digits) && dammCheckDigit(digits.slice(0, 9)) === Number(digits[9]);
}

/** Appends the check digit to a nine-digit payload (100,000,000 to 999,999,999). Throws outside that range. */
export function trackingNumberFromPayload(payload: number): TrackingNumber {
  if (!Number.isInteger(payload) || payload < 100_000_000 || payload > 999_999_999) {
    throw new Error('trackingNumberFromPayload: nine digits, the first not 0');
  }
  const digits = String(payload);
  return TrackingNumber.parse(digits + String(dammCheckDigit(digits)));
}

/**
 * The number a workstation gives out on its own when no leased number is left.
 *
 * Unique without asking anyone: an enrolment number is never reused. `counter` runs from 0 to 999; past that the
 * workstation has to be enrolled anew, and null is returned.
 */
export function selfIssuedNumber(enrolment: number, counter: number): TrackingNumber | null {
  if (enrolment < 0 || enrolment > MAX_ENROLMENT_NUMBER) throw new Error('selfIssuedNumber: enrolment 0 to 99999');
  if (counter < 0 || counter >= SELF_ISSUE_PER_ENROLMENT) return null;
  return trackingNumberFromPayload(900_000_000 + enrolment * SELF_ISSUE_PER_ENROLMENT + counter);
}

/** A number that was given out in practice mode (`99-9999-…`): the server takes none, and every receipt of one says so. */
export function isPracticeNumber(number: TrackingNumber): boolean {
  return number.startsWith(`9${PRACTICE_ENROLMENT}`);
}

/** `48-2913-5067`: the way a number is shown and printed everywhere. */
export function formatTrackingNumber(number: TrackingNumber): string {
  return `${number.slice(0, 2)}-${number.slice(2, 6)}-${number.slice(6)}`;
}

export type ParsedTrackingNumber =
  | { readonly ok: true; readonly number: TrackingNumber }
  | { readonly ok: false; readonly reason: 'notANumber' | 'wrongLength' | 'mistyped' };

/**
 * Reads a number as people type, paste or dictate it: any separators, any Unicode digits, spaces at the ends.
 *
 * `notANumber`: holds letters or no digit at all (then it is a search text); `wrongLength`: digits, but not ten;
 * `mistyped`: ten digits whose check digit does not fit, so no such number was ever given out.
 */
export function parseTrackingNumber(text: string): ParsedTrackingNumber {
  const plain = text.normalize('NFKC').replace(/\p{Nd}/gu, asciiDigit);
  const digits = plain.replace(/[\s\p{P}\p{S}\p{Cf}]/gu, '');
  if (!/^[0-9]+$/.test(digits)) return { ok: false, reason: 'notANumber' };
  if (digits.length !== 10) return { ok: false, reason: 'wrongLength' };
  const parsed = TrackingNumber.safeParse(digits);
  return parsed.success ? { ok: true, number: parsed.data } : { ok: false, reason: 'mistyped' };
}

/** A number in the form 26-0012-3344 inside a text whose check digit does not fit: misheard or mistyped. Null: there is none. */
export function mistypedNumberIn(text: string): string | null {
  for (const [written] of text.matchAll(/(?<!\d[-. ]?)\d{2}[-. ]\d{4}[-. ]\d{4}(?![-. ]?\d)/g)) {
    const parsed = parseTrackingNumber(written);
    if (!parsed.ok && parsed.reason === 'mistyped') return written;
  }
  return null;
}

/** Unicode decimal digits stand in runs of ten that start at a code point of value 0. */
function asciiDigit(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  let zero = codePoint;
  while (zero > codePoint - 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((codePoint - zero) % 10);
}
