import { momentReader, parseMoment } from '../row/parse-moment.ts';

export interface DateFormats {
  /** One to three formats that together read most of the texts; empty when the column holds no dates. */
  readonly formats: readonly string[];
  /** Every text fits both with the day first and with the month first. */
  readonly isAmbiguous: boolean;
}

/** Which of day and month comes first, where some date of the file says so. */
export type DayOrder = 'dayFirst' | 'monthFirst';

/** Share of the texts that the formats must read; the rest may be typing errors, which the import then lists. */
const MOST = 0.6;
const TIMES = ['', ' h:mm:ss A', ' h:mm A', ' H:mm:ss', ' H:mm', ' HH:mm:ss.SSS'];
const withTimes = (...dates: readonly string[]): readonly string[] => dates.flatMap((date) => TIMES.map((time) => date + time));

const MONTH_FIRST = withTimes('M/D/YYYY', 'M/D/YY', 'M-D-YYYY', 'M-D-YY', 'M.D.YYYY');
const DAY_FIRST = withTimes('D/M/YYYY', 'D/M/YY', 'D-M-YYYY', 'D-M-YY', 'D.M.YYYY', 'D.M.YY');
const CLEAR = [
  'ISO',
  ...withTimes('YYYY/M/D', 'YYYY.M.D', 'MMMM D, YYYY', 'MMMM D YYYY', 'D MMMM YYYY', 'D-MMMM-YYYY', 'D-MMMM-YY', 'D de MMMM de YYYY'),
  'YYYYMMDD',
  'YYYYMMDDHHmmss',
];

/** Formats that read the texts of a column; `hint` decides where nothing in the column tells day from month. */
export function guessDateFormats(texts: readonly string[], hint: DayOrder | null): DateFormats {
  const filled = texts.filter((text) => text !== '');
  const none: DateFormats = { formats: [], isAmbiguous: false };
  if (filled.length === 0) return none;
  const clear = cover(filled, CLEAR);
  if (clear.share >= MOST) return { formats: clear.formats, isAmbiguous: false };
  const monthFirst = cover(filled, [...MONTH_FIRST, ...CLEAR]);
  const dayFirst = cover(filled, [...DAY_FIRST, ...CLEAR]);
  const best = Math.max(monthFirst.share, dayFirst.share);
  if (best < MOST) return none;
  const isAmbiguous = monthFirst.share === dayFirst.share;
  const isDayFirst = isAmbiguous ? (hint ?? usualOrder(filled)) === 'dayFirst' : dayFirst.share > monthFirst.share;
  return { formats: (isDayFirst ? dayFirst : monthFirst).formats, isAmbiguous: isAmbiguous && hint === null };
}

/** What the dates of a column say about day and month; null when they fit both ways or are no such dates. */
export function dayOrderOf(texts: readonly string[]): DayOrder | null {
  const filled = texts.filter((text) => text !== '');
  const monthFirst = cover(filled, MONTH_FIRST).share;
  const dayFirst = cover(filled, DAY_FIRST).share;
  if (monthFirst === dayFirst) return null;
  return dayFirst > monthFirst ? 'dayFirst' : 'monthFirst';
}

/** 3.4.2024 is written where the day comes first, 3/4/2024 in the United States where the month does. */
function usualOrder(texts: readonly string[]): DayOrder {
  return texts[0]?.includes('.') ? 'dayFirst' : 'monthFirst';
}

const MAX_FORMATS = 3;

/** Takes the format that reads most, then the one that reads most of the rest, and so on. */
function cover(texts: readonly string[], candidates: readonly string[]): { readonly formats: readonly string[]; readonly share: number } {
  const formats: string[] = [];
  let rest = texts;
  while (rest.length > 0 && formats.length < MAX_FORMATS) {
    const [best] = candidates.map((format) => ({ format, left: unreadBy(format, rest) })).sort((a, b) => a.left.length - b.left.length);
    if (!best || best.left.length === rest.length) break;
    formats.push(best.format);
    rest = best.left;
  }
  return { formats, share: texts.length === 0 ? 0 : 1 - rest.length / texts.length };
}

function unreadBy(format: string, texts: readonly string[]): readonly string[] {
  const reader = momentReader([format], 'UTC', true);
  return texts.filter((text) => !parseMoment(text, reader).ok);
}
