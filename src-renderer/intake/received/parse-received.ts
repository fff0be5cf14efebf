/**
 * When something reached the city, as it is typed: `yesterday`, `fri`, `10/2`, `2 oct 4:10pm`, `20 min ago`, or nothing for now.
 *
 * Written items carry the day they were received, not the day they were typed (S2, Step 2.1), so this field is typed often and
 * must be fast. The answer never lies in the future and is always said back in words beside the field.
 */
import { Temporal } from 'temporal-polyfill';
import { momentAt } from '../../../src-shared/clock/business-calendar.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type UtcMs, utcMs } from '../../../src-shared/util/time.ts';
import { parseDay } from './parse-day.ts';
import { splitTime } from './time-of-day.ts';

export interface ReceivedContext {
  readonly now: UtcMs;
  readonly timeZone: string;
  /** `10/2` is 10 February where the day comes first. */
  readonly dayFirst: boolean;
  /**
   * Opening time of a day, `HH:MM`. A stamped day without a time counts from here: the promise is then never later than the
   * citizen may expect.
   */
  readonly opensAt: (date: Temporal.PlainDate) => string;
}

export type ReceivedReading =
  | { readonly ok: true; readonly at: UtcMs; readonly isNow: boolean; readonly hasTime: boolean }
  | { readonly ok: false; readonly reason: 'notUnderstood' | 'inFuture' | 'longAgo' };

const LONGEST_AGO_MS = 5 * 366 * DAY_MS;

/** Reads the text of the field "Received". Empty text and `now` are the moment itself. Never throws. */
export function parseReceived(text: string, context: ReceivedContext): ReceivedReading {
  const folded = fold(text);
  if (folded === '' || folded === 'now' || folded === 'ahora') return { ok: true, at: context.now, isNow: true, hasTime: true };
  const exact = instantOf(text) ?? shortlyAgo(folded, context.now);
  if (exact !== null) return bounded(exact, true, context.now);
  return readDayAndTime(folded, context);
}

function readDayAndTime(folded: string, context: ReceivedContext): ReceivedReading {
  const split = splitTime(folded);
  if (!split) return { ok: false, reason: 'notUnderstood' };
  const today = Temporal.Instant.fromEpochMilliseconds(context.now).toZonedDateTimeISO(context.timeZone).toPlainDate();
  const day = parseDay(split.dayText, today, context.dayFirst);
  if (!day) return { ok: false, reason: 'notUnderstood' };
  if (Temporal.PlainDate.compare(day, today) > 0) return { ok: false, reason: 'inFuture' };
  if (day.year < today.year - 5) return { ok: false, reason: 'longAgo' };
  if (split.wallTime !== null) return bounded(momentAt(day, split.wallTime, context.timeZone), true, context.now);
  if (day.equals(today)) return { ok: true, at: context.now, isNow: false, hasTime: false };
  return bounded(momentAt(day, context.opensAt(day), context.timeZone), false, context.now);
}

function bounded(at: UtcMs, hasTime: boolean, now: UtcMs): ReceivedReading {
  if (at > now) return { ok: false, reason: 'inFuture' };
  if (at < now - LONGEST_AGO_MS) return { ok: false, reason: 'longAgo' };
  return { ok: true, at, isNow: false, hasTime };
}

/** A full ISO moment with its offset, as it is pasted from elsewhere. */
function instantOf(text: string): UtcMs | null {
  if (!/^\s*\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})\s*$/i.test(text)) return null;
  try {
    return utcMs(Temporal.Instant.from(text.trim()).epochMilliseconds);
  } catch {
    return null; // looked like one, but names no moment
  }
}

function shortlyAgo(folded: string, now: UtcMs): UtcMs | null {
  const match = /^(?:(\d{1,4}) ?(m|min|mins|minutes?|h|hr|hrs|hours?) ago|hace (\d{1,4}) (minutos?|horas?))$/.exec(folded);
  if (!match) return null;
  const unit = (match[2] ?? match[4] ?? '').startsWith('m') ? MINUTE_MS : HOUR_MS;
  return utcMs(now - Number(match[1] ?? match[3]) * unit);
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b([ap])\. ?m\./g, '$1m')
    .replace(/\s+/g, ' ')
    .trim();
}
