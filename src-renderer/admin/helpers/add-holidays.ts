import type { CalendarException } from '../../../src-shared/catalogue/time-rules.ts';
import type { PublicHoliday } from '../../../src-shared/protocol/data-rpc/public-holidays.ts';

/** A public holiday beside what the calendar has for that date already. */
export interface ProposedDay extends PublicHoliday {
  /** Name under which the date is in the calendar; null: it is not. */
  readonly known: string | null;
}

export function proposedDays(holidays: readonly PublicHoliday[], exceptions: readonly unknown[]): readonly ProposedDay[] {
  const known = new Map(exceptions.filter(isDay).map(({ date, name }) => [date, name]));
  return holidays.map((holiday) => ({ ...holiday, known: known.get(holiday.date) ?? null }));
}

/** The days of the calendar with these holidays among them, by date; closed all day, and marked as from the list. */
export function withHolidays(exceptions: readonly unknown[], holidays: readonly PublicHoliday[]): readonly unknown[] {
  const added = holidays.map(({ date, name }): CalendarException => ({ date, name, hours: [], origin: 'library' }));
  return [...exceptions, ...added].toSorted((one, other) => dateOf(one).localeCompare(dateOf(other)));
}

function isDay(value: unknown): value is { readonly date: string; readonly name: string } {
  return typeof value === 'object' && value !== null && 'date' in value && typeof value.date === 'string' && 'name' in value && typeof value.name === 'string';
}

function dateOf(value: unknown): string {
  return isDay(value) ? value.date : '';
}
