import type { BusinessCalendar } from '../catalogue/time-rules.ts';
import type { Case } from '../domain/case-document.ts';
import type { FactOf } from '../domain/fact.ts';
import type { UtcMs } from '../util/time.ts';
import { hoursOfDay, localDate, momentAt } from './business-calendar.ts';

export interface NextCall {
  /** From when it may be tried: the city's opening, or one in the afternoon. */
  readonly from: UtcMs;
  readonly part: 'morning' | 'afternoon';
}

const NOON = '12:00';
const AFTERNOON = '13:00';
/** Longer than any holidays. */
const MOST_DAYS = 30;

/**
 * When to call again somebody who did not answer: on the next day the city works, in the other half of the day than the last try, so
 * that whoever works mornings is met in the afternoon. No city's rules say more of it.
 *
 * Derived from the contact log; null when the case is closed, when the last call was taken or a message was left, or nobody has called.
 */
export function nextCall({ history, closedAt }: Pick<Case, 'history' | 'closedAt'>, calendar: BusinessCalendar): NextCall | null {
  const last = history.findLast((fact): fact is FactOf<'contactLogged'> => fact.kind === 'contactLogged');
  if (closedAt !== null || last === undefined || last.direction !== 'toCitizen' || last.outcome !== 'noAnswer') return null;
  const { timeZone } = calendar;
  const tried = localDate(last.at, timeZone);
  const part = last.at < momentAt(tried, NOON, timeZone) ? 'afternoon' : 'morning';
  for (let days = 1; days <= MOST_DAYS; days += 1) {
    const day = tried.add({ days });
    const [first] = hoursOfDay(calendar, day).hours;
    if (first !== undefined) return { from: momentAt(day, part === 'morning' ? first.from : AFTERNOON, timeZone), part };
  }
  return null;
}
