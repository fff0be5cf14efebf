import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * A phone number in its usual written form: `5615550142` becomes `(561) 555-0142`, one from abroad keeps its country code.
 *
 * Anything that is no whole number (`ext 12`, seven digits, words) stays exactly as it was typed.
 */
export function tidyPhone(typed: string): string {
  const number = parsePhoneNumberFromString(typed, 'US');
  if (!number?.isPossible()) return typed;
  return number.countryCallingCode === '1' ? number.formatNational() : number.formatInternational();
}
