import { t } from '../../../src-shared/language/language.ts';
import { nameOfDay } from '../../../src-shared/catalogue/label-words.ts';
import { type BusinessCalendar, WEEKDAYS } from '../../../src-shared/catalogue/time-rules.ts';
import { dayNumberOf, isoDateOf, weekdayOf } from '../../../src-shared/clock/zone-days.ts';
import { hoursText } from '../describe/hours-text.ts';

/** `open`: as its weekday. `rest`: closed as its weekday. The others are days that differ. */
export type DayKind = 'open' | 'rest' | 'closed' | 'otherHours';

export interface GlanceDay {
  readonly date: string;
  readonly dayOfMonth: number;
  readonly kind: DayKind;
  /** `Christmas Day, closed`; null for days like their weekday. */
  readonly words: string | null;
}

export interface GlanceMonth {
  /** 0 for January. */
  readonly month: number;
  /** Days of the week before the first, from Sunday. */
  readonly emptyBefore: number;
  readonly days: readonly GlanceDay[];
}

/** A year of a calendar, month by month. */
export function monthsOf({ week, exceptions }: Pick<BusinessCalendar, 'week' | 'exceptions'>, year: number): readonly GlanceMonth[] {
  const byDate = new Map(exceptions.map((exception) => [exception.date, exception]));
  return Array.from({ length: 12 }, (_month, month) => {
    const first = dayNumberOf(`${year}-${String(month + 1).padStart(2, '0')}-01`);
    const next = month === 11 ? dayNumberOf(`${year + 1}-01-01`) : dayNumberOf(`${year}-${String(month + 2).padStart(2, '0')}-01`);
    const days = Array.from({ length: next - first }, (_day, at): GlanceDay => {
      const date = isoDateOf(first + at);
      const exception = byDate.get(date);
      const usual = week[WEEKDAYS[weekdayOf(first + at)] ?? 'sunday'];
      const base = { date, dayOfMonth: at + 1 };
      if (!exception) return { ...base, kind: usual.length === 0 ? 'rest' : 'open', words: null };
      const isClosed = exception.hours.length === 0;
      return { ...base, kind: isClosed ? 'closed' : 'otherHours', words: `${nameOfDay(exception)}, ${isClosed ? t`closed` : hoursText(exception.hours)}` };
    });
    return { month, emptyBefore: (weekdayOf(first) + 1) % 7, days };
  });
}
