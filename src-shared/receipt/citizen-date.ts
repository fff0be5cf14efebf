/**
 * Dates as a citizen reads them: weekday first, written out, on the city's own clock.
 *
 * Only the parts come from Intl. The joining words are ours, because they differ between the ICU versions of our runtimes
 * ("4:10 PM" with several kinds of space, "at" or a comma) and the same receipt must read the same everywhere.
 */
import type { ReceiptLanguage } from './receipt-language.ts';
import type { UtcMs } from '../util/time.ts';

/**
 * `Tuesday, November 24, 2026, 4:10 PM` or `martes 24 de noviembre de 2026, a las 4:10 p. m.`
 *
 * Spaces inside a day ("November 24") and a time ("4:10 PM") are no-break spaces: they stay on one line.
 * `timeZone` is an IANA name; throws RangeError on any other.
 */
export function citizenDate(at: UtcMs, timeZone: string, language: ReceiptLanguage): string {
  const part = datePartsOf(at, timeZone, language);
  const isMorning = Number(part.hour24) < 12;
  const hour = String(Number(part.hour24) % 12 || 12);
  if (language === 'en') {
    return `${part.weekday}, ${part.month}\u00a0${part.day}, ${part.year}, ${hour}:${part.minute}\u00a0${isMorning ? 'AM' : 'PM'}`;
  }
  const article = hour === '1' ? 'a\u00a0la' : 'a\u00a0las';
  const dayHalf = isMorning ? 'a.\u00a0m.' : 'p.\u00a0m.';
  return `${part.weekday} ${part.day}\u00a0de\u00a0${part.month} de ${part.year}, ${article}\u00a0${hour}:${part.minute}\u00a0${dayHalf}`;
}

interface DateParts {
  readonly weekday: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly hour24: string;
  readonly minute: string;
}

function datePartsOf(at: UtcMs, timeZone: string, language: ReceiptLanguage): DateParts {
  const parts = formatOf(timeZone, language).formatToParts(at);
  const value = (type: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? '';
  return {
    weekday: value('weekday'),
    day: value('day'),
    month: value('month'),
    year: value('year'),
    hour24: value('hour'),
    minute: value('minute').padStart(2, '0'),
  };
}

/** Making one takes longer than all else on a receipt; a city has one zone and two languages. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string, language: ReceiptLanguage): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(language === 'en' ? 'en-US' : 'es-US', {
      timeZone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(key, format);
  return format;
}
