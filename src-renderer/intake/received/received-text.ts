/** How a received moment is written back into its field: always a text that `parseReceived` reads as the same moment. */
import { Temporal } from 'temporal-polyfill';
import { DAY_MS, type UtcMs } from '../../../src-shared/util/time.ts';
import { parseReceived, type ReceivedContext } from './parse-received.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `Sat 21 Nov 2026`, or `Sat 21 Nov 2026 16:10` when the time was given. */
export function receivedText(at: UtcMs, hasTime: boolean, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const day = `${DAYS[local.dayOfWeek - 1]} ${local.day} ${MONTHS[local.month - 1]} ${local.year}`;
  return hasTime ? `${day} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}` : day;
}

/**
 * The text one day earlier (`-1`) or later (`1`), for the arrow keys. From an empty or unreadable text it starts at today;
 * a step into the future stays where it is.
 */
export function stepReceivedText(text: string, days: -1 | 1, context: ReceivedContext): string {
  const reading = parseReceived(text, context);
  const isFresh = !reading.ok || reading.isNow;
  const from = reading.ok ? reading.at : context.now;
  const local = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(context.timeZone);
  const today = Temporal.Instant.fromEpochMilliseconds(context.now).toZonedDateTimeISO(context.timeZone).toPlainDate();
  const day = local.toPlainDate().add({ days });
  if (Temporal.PlainDate.compare(day, today) > 0) return text;
  const isToday = day.equals(today);
  const hasTime = reading.ok && reading.hasTime && !isFresh && !isToday;
  const at = day.toZonedDateTime({ timeZone: context.timeZone, plainTime: local.toPlainTime() });
  return receivedText(at.epochMilliseconds as UtcMs, hasTime, context.timeZone); // safe: a moment of a calendar day
}

/** How long ago a day was, for the line beside the field: `today`, `yesterday`, `9 days ago`. */
export function daysAgoText(at: UtcMs, now: UtcMs, timeZone: string): string {
  const dayOf = (moment: UtcMs): Temporal.PlainDate =>
    Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).toPlainDate();
  const days = dayOf(at).until(dayOf(now), { largestUnit: 'day' }).days;
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  return days * DAY_MS < 60 * DAY_MS ? `${days} days ago` : `${Math.round(days / 30)} months ago`;
}
