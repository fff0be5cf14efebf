import { Temporal } from 'temporal-polyfill';
import { type UtcMs, utcMs } from '../util/time.ts';
import { foldName } from './query-keys.ts';

export interface SpanContext {
  readonly now: UtcMs;
  /** The city's: days begin and end there. */
  readonly timeZone: string;
  /** A number of days alone (`7d`) means the next ones, as for what is due; else the last ones. */
  readonly isAhead: boolean;
}

/** From `from` on, before `to`; null: no bound on that side. */
export interface Span {
  readonly from: UtcMs | null;
  readonly to: UtcMs | null;
}

type Days = readonly [first: Temporal.PlainDate, after: Temporal.PlainDate];

/**
 * What a date in a query means: `2026-10-01`, `2026-10`, `2026`, `10/1/2026`, `today`, `ayer`, `lastweek`, `7d`, each also after `>`, `>=`,
 * `<`, `<=`, and `a..b` with both days in it. Null: it is none of these.
 *
 * `>2026-10-01` begins with the day after, as it does with numbers; `>7d` is longer ago than seven days, or later than in seven days.
 */
export function readSpan(text: string, context: SpanContext): Span | null {
  const range = /^(.*?)\.\.(.*)$/.exec(text);
  if (range) return readRange(range[1] ?? '', range[2] ?? '', context);
  const [, sign = '', rest = ''] = /^(>=|<=|>|<|≥|≤)?(.*)$/su.exec(text) ?? [];
  const distance = /^(\d{1,4})([dwmy])$/.exec(foldName(rest));
  if (distance) return readDistance(sign, dayAt(Number(distance[1]), distance[2] ?? 'd', context), context);
  const days = readDays(rest, context);
  if (days === null) return null;
  const [first, after] = days.map((day) => startOf(day, context)) as [UtcMs, UtcMs]; // safe: two in, two out
  if (sign === '>') return { from: after, to: null };
  if (sign === '>=' || sign === '≥') return { from: first, to: null };
  if (sign === '<') return { from: null, to: first };
  if (sign === '<=' || sign === '≤') return { from: null, to: after };
  return { from: first, to: after };
}

function readRange(from: string, to: string, context: SpanContext): Span | null {
  const [first, last] = [from === '' ? null : readDays(from, context), to === '' ? null : readDays(to, context)];
  if ((from !== '' && first === null) || (to !== '' && last === null) || (from === '' && to === '')) return null;
  return { from: first ? startOf(first[0], context) : null, to: last ? startOf(last[1], context) : null };
}

/** `day`: so far from today. Nearer than that is between it and now. */
function readDistance(sign: string, day: Temporal.PlainDate, context: SpanContext): Span {
  const at = startOf(day, context);
  const isFarther = sign.startsWith('>') || sign === '≥';
  if (context.isAhead) return isFarther ? { from: at, to: null } : { from: sign === '' ? context.now : null, to: at };
  return isFarther ? { from: null, to: at } : { from: at, to: null };
}

function dayAt(count: number, unit: string, context: SpanContext): Temporal.PlainDate {
  const duration = { d: { days: count }, w: { weeks: count }, m: { months: count }, y: { years: count } }[unit] ?? { days: count };
  return context.isAhead ? todayOf(context).add({ days: 1 }).add(duration) : todayOf(context).subtract(duration);
}

const WORDS = {
  today: (today) => oneDay(today),
  yesterday: (today) => oneDay(today.subtract({ days: 1 })),
  tomorrow: (today) => oneDay(today.add({ days: 1 })),
  thisweek: (today) => week(today),
  lastweek: (today) => week(today.subtract({ weeks: 1 })),
  nextweek: (today) => week(today.add({ weeks: 1 })),
  thismonth: (today) => month(today),
  lastmonth: (today) => month(today.subtract({ months: 1 })),
} satisfies Record<string, (today: Temporal.PlainDate) => Days>;
const SPANISH_WORDS: Readonly<Record<string, keyof typeof WORDS>> = {
  hoy: 'today',
  ayer: 'yesterday',
  manana: 'tomorrow',
  estasemana: 'thisweek',
  semanapasada: 'lastweek',
  proximasemana: 'nextweek',
  estemes: 'thismonth',
  mespasado: 'lastmonth',
};
export const DATE_WORDS = Object.keys(WORDS);
const wordReaders = new Map<string, (today: Temporal.PlainDate) => Days>([...Object.entries(WORDS), ...Object.entries(SPANISH_WORDS).map(([spanish, word]) => [spanish, WORDS[word]] as const)]);

function readDays(text: string, context: SpanContext): Days | null {
  const word = wordReaders.get(foldName(text));
  if (word) return word(todayOf(context));
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
  if (iso) return daysOf(iso[1], iso[2], iso[3]);
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  return american ? daysOf(american[3], american[1], american[2]) : null;
}

/** Null: the calendar has no such day. */
function daysOf(year = '', monthText?: string, dayText?: string): Days | null {
  try {
    const first = Temporal.PlainDate.from({ year: Number(year), month: Number(monthText ?? 1), day: Number(dayText ?? 1) }, { overflow: 'reject' });
    return [first, first.add(dayText !== undefined ? { days: 1 } : monthText !== undefined ? { months: 1 } : { years: 1 })];
  } catch {
    return null;
  }
}

function oneDay(day: Temporal.PlainDate): Days {
  return [day, day.add({ days: 1 })];
}

function week(day: Temporal.PlainDate): Days {
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  return [monday, monday.add({ weeks: 1 })];
}

function month(day: Temporal.PlainDate): Days {
  const first = day.with({ day: 1 });
  return [first, first.add({ months: 1 })];
}

function todayOf({ now, timeZone }: SpanContext): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
}

function startOf(day: Temporal.PlainDate, { timeZone }: SpanContext): UtcMs {
  return utcMs(day.toZonedDateTime(timeZone).epochMilliseconds);
}
