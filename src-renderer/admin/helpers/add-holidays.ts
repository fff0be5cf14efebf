import { z } from 'zod';
import { nameOfDay } from '../../../src-shared/catalogue/label-words.ts';
import type { CalendarException } from '../../../src-shared/catalogue/time-rules.ts';
import type { PublicHoliday } from '../../../src-shared/protocol/data-rpc/public-holidays.ts';

/** A public holiday beside what the calendar has for that date already. */
export interface ProposedDay extends PublicHoliday {
  /** Name under which the date is in the calendar, in the language of the interface; null: it is not. */
  readonly known: string | null;
}

export function proposedDays(holidays: readonly PublicHoliday[], exceptions: readonly unknown[]): readonly ProposedDay[] {
  const known = new Map(exceptions.flatMap(asDay).map((day) => [day.date, nameOfDay(day)]));
  return holidays.map((holiday) => ({ ...holiday, known: known.get(holiday.date) ?? null }));
}

/** The days of the calendar with these holidays among them, by date; closed all day, and marked as from the list. */
export function withHolidays(exceptions: readonly unknown[], holidays: readonly PublicHoliday[]): readonly unknown[] {
  const added = holidays.map(({ date, name, spanishName }): CalendarException => ({ date, name, spanishName, hours: [], origin: 'library' }));
  return [...exceptions, ...added].toSorted((one, other) => dateOf(one).localeCompare(dateOf(other)));
}

/** However much of it is still to be typed; a day kept before days had Spanish names has none. */
const DAY = z.object({ date: z.string(), name: z.string(), spanishName: z.string().nullable().default(null) });

function asDay(value: unknown): readonly z.infer<typeof DAY>[] {
  const { data } = DAY.safeParse(value);
  return data ? [data] : [];
}

function dateOf(value: unknown): string {
  return asDay(value)[0]?.date ?? '';
}
