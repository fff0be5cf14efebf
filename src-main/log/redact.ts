const LONGEST_LINE = 4_000;

/**
 * Takes out of one log line what could name a citizen: mail addresses and anything like a phone or tracking number.
 *
 * The second line of defence only: no code logs what citizens said. But an error text may quote a value, and logs leave the house.
 */
export function redact(line: string): string {
  const shown = line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}… (${line.length} characters)` : line;
  return shown
    .replace(/[^\s"'<>:=,;(]+@[^\s"'<>,;)]+\.[^\s"'<>,;)]+/g, '[mail]')
    .replace(/\+?\(?\d(?:[\s().-]{0,2}\d){6,}/g, maskUnlessHarmless);
}

/** Dates (`2026-11-22T05:27`) and versions (`130.0.6723`) make a log readable and name nobody. */
function maskUnlessHarmless(digits: string): string {
  const isDate = /^(?:19|20)\d\d-[01]\d-[0-3]\d/.test(digits);
  const isVersion = /^\d{1,3}\.\d{1,2}\.\d[\d.]*$/.test(digits);
  return isDate || isVersion ? digits : '[number]';
}
