/**
 * Formats of dates and times, as a mapping names them: `M/D/YY h:mm A`, `DD.MM.YYYY HH:mm`, `ISO`.
 *
 * YYYY YY · MMMM (month in words, English or Spanish) MM M · DD D · HH H (0 to 24 hours) hh h (1 to 12, with A) · mm · ss ·
 * SSS (fraction of a second) · A (AM or PM, with or without a space before it) · Z (offset, such as -05:00 or Z) · [words]
 * that stand for themselves, as all other signs do; a space stands for any spaces. Doubled letters want two digits, single
 * ones take one or two.
 */

export interface MomentParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  readonly hasTime: boolean;
  /** Minutes east of UTC; null when the text does not say. */
  readonly offsetMinutes: number | null;
}

/** Reads the parts out of a text, or null when the text does not have this format. Says nothing about the calendar. */
export type MomentFormat = (text: string) => MomentParts | null;

const TOKENS: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  YY: '(?<shortYear>\\d{2})',
  MMMM: '(?<monthName>\\p{L}{3,})\\.?',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  hh: '(?<hour12>\\d{2})',
  h: '(?<hour12>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
  SSS: '(?<fraction>\\d{1,9})',
  A: '(?<half>[ap])\\.?\\s?m\\.?',
  Z: '(?<offset>z|utc|gmt|[+-]\\d{2}(?::?\\d{2})?)',
};
const TOKEN = /\[[^\]]*\]|\s+A|YYYY|YY|MMMM|MM|M|DD|D|HH|H|hh|h|mm|ss|SSS|A|Z|\s+|./gu;

/** ISO 8601 as files write it: the time, its seconds and its offset may be missing, a space may stand for the T. */
const ISO =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T\s]\s?(?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?\s?(?<offset>z|utc|gmt|[+-]\d{2}(?::?\d{2})?)?)?$/iu;

/** The reader for a format. Throws a sentence when the format has no year, month and day. */
export function momentFormat(format: string): MomentFormat {
  if (format === 'ISO') return (text) => partsOf(ISO.exec(text.trim()));
  const pattern = new RegExp(`^${(format.trim().match(TOKEN) ?? []).map(patternOf).join('')}$`, 'iu');
  for (const needed of [/YY/, /M/, /D/]) {
    if (!needed.test(format)) throw new Error(`The format “${format}” must name year, month and day, such as M/D/YYYY h:mm A`);
  }
  return (text) => partsOf(pattern.exec(text.trim()));
}

function patternOf(token: string): string {
  if (/^\s+A$/u.test(token)) return `\\s*${TOKENS['A']}`;
  if (/^\s+$/u.test(token)) return '\\s+';
  if (token.startsWith('[')) return escaped(token.slice(1, -1));
  return TOKENS[token] ?? escaped(token);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}

function partsOf(match: RegExpExecArray | null): MomentParts | null {
  const groups = match?.groups;
  if (!groups) return null;
  const month = groups['monthName'] === undefined ? number(groups['month']) : monthByName(groups['monthName']);
  const hour = groups['hour'] === undefined ? fullHour(groups['hour12'], groups['half']) : number(groups['hour']);
  if (month === null || hour === null) return null;
  return {
    year: groups['year'] === undefined ? fullYear(number(groups['shortYear'])) : number(groups['year']),
    month,
    day: number(groups['day']),
    hour,
    minute: number(groups['minute']),
    second: number(groups['second']),
    millisecond: Math.floor(Number(`0.${groups['fraction'] ?? '0'}`) * 1_000),
    hasTime: groups['hour'] !== undefined || groups['hour12'] !== undefined,
    offsetMinutes: offsetMinutes(groups['offset']),
  };
}

function number(digits: string | undefined): number {
  return Number(digits ?? 0);
}

/** Two digits mean 1970 to 2069. */
function fullYear(shortYear: number): number {
  return shortYear < 70 ? 2000 + shortYear : 1900 + shortYear;
}

/** Hour of the day from a twelve-hour clock, on which 0 and 12 are the same; null when there is no such hour. */
function fullHour(hour12: string | undefined, half: string | undefined): number | null {
  if (hour12 === undefined) return 0;
  const hour = number(hour12);
  if (hour > 12) return null;
  const isAfternoon = half?.toLowerCase() === 'p';
  return (hour % 12) + (isAfternoon ? 12 : 0);
}

function offsetMinutes(offset: string | undefined): number | null {
  if (offset === undefined) return null;
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset);
  if (!match) return 0;
  const minutes = number(match[2]) * 60 + number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'enero'],
  ['february', 'febrero'],
  ['march', 'marzo'],
  ['april', 'abril'],
  ['may', 'mayo'],
  ['june', 'junio'],
  ['july', 'julio'],
  ['august', 'agosto'],
  ['september', 'septiembre', 'setiembre'],
  ['october', 'octubre'],
  ['november', 'noviembre'],
  ['december', 'diciembre'],
];

/** A month by its name or the first three letters or more of it; null for any other word. */
function monthByName(word: string): number | null {
  const folded = word.toLowerCase();
  const index = MONTHS.findIndex((names) => names.some((name) => name.startsWith(folded)));
  return index === -1 ? null : index + 1;
}
