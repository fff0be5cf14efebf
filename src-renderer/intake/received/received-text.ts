/** How a received moment is written back into its field: always a text that `parseReceived` reads as the same moment. */
import { Temporal } from 'temporal-polyfill';
import { type InterfaceLanguage, interfaceLanguage, t } from '../../../src-shared/language/language.ts';
import { DAY_MS, type UtcMs } from '../../../src-shared/util/time.ts';
import { parseReceived, type ReceivedContext } from './parse-received.ts';

/** Only words that `parseReceived` reads, which takes those of either language at any time. */
const NAMES: Record<InterfaceLanguage, { readonly days: readonly string[]; readonly months: readonly string[] }> = {
  en: { days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'], months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] },
  es: { days: ['lun', 'mar', 'mié', 'jue', 'vie', 'sáb', 'dom'], months: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'] },
};

/** `Sat 21 Nov 2026`, or `Sat 21 Nov 2026 16:10` when the time was given. */
export function receivedText(at: UtcMs, hasTime: boolean, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const { days, months } = NAMES[interfaceLanguage()];
  const day = `${days[local.dayOfWeek - 1]} ${local.day} ${months[local.month - 1]} ${local.year}`;
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
  if (days === 0) return t`today`;
  if (days === 1) return t`yesterday`;
  return days * DAY_MS < 60 * DAY_MS ? t`${days} days ago` : days < 700 ? t`${Math.round(days / 30)} months ago` : t`${Math.round(days / 365)} years ago`;
}
