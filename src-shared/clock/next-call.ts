import type { Catalogue } from '../catalogue/catalogue.ts';
import type { BusinessCalendar } from '../catalogue/time-rules.ts';
import type { Case } from '../domain/case-document.ts';
import type { FactOf } from '../domain/fact.ts';
import type { UtcMs } from '../util/time.ts';
import type { Temporal } from 'temporal-polyfill';
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
export function nextCall(current: Pick<Case, 'history' | 'closedAt'>, calendar: BusinessCalendar): NextCall | null {
  const tried = lastTry(current, calendar);
  return tried && callAfter(tried, calendar);
}

type Rules = Pick<Catalogue, 'policies' | 'calendars'>;
type CalledAbout = Pick<Case, 'history' | 'closedAt' | 'policyCode'>;

/** As `nextCall`, by the calendar of the case's time rule, else by the city's first. */
export function nextCallOf(current: CalledAbout, rules: Rules): NextCall | null {
  const calendar = calendarFor(current.policyCode, rules);
  return calendar && nextCall(current, calendar);
}

/** A try in vain that is to be repeated: on which local day, in which half of it. */
export interface VainTry {
  readonly day: Temporal.PlainDate;
  readonly half: NextCall['part'];
}

/** The try after which the next call is reckoned; null where there is no next call. */
export function vainTryOf(current: CalledAbout, rules: Rules): VainTry | null {
  const calendar = calendarFor(current.policyCode, rules);
  return calendar && lastTry(current, calendar);
}

/** Tries on one half of a day whose next call is not before a moment: of cases under these time rules, or under any. */
export interface LaterTries extends VainTry {
  readonly policyCodes: 'any' | readonly string[];
}

/**
 * The tries up to the day after `until` whose next call comes at `moment` or after it, the earliest first. All tries before those have
 * their next call before `moment`. `''` among the codes: no time rule.
 */
export function triesNotBefore(moment: UtcMs, until: UtcMs, rules: Rules): readonly LaterTries[] {
  const calendars = ['', ...rules.policies.map(({ code }) => code)].map((code) => ({ code, calendar: calendarFor(code, rules) }));
  const first = calendars[0]?.calendar;
  if (!first) return [];
  const days = daysBetween(localDate(moment, first.timeZone).subtract({ days: MOST_DAYS + 1 }), localDate(until, first.timeZone).add({ days: 1 }));
  return days.flatMap((day) => HALVES.flatMap((half) => laterTries({ day, half }, { moment, calendars })));
}

interface RuleCalendar {
  readonly code: string;
  readonly calendar: BusinessCalendar | null;
}

function laterTries(tried: VainTry, { moment, calendars }: { readonly moment: UtcMs; readonly calendars: readonly RuleCalendar[] }): readonly LaterTries[] {
  const known = new Map<BusinessCalendar | null, boolean>();
  const isLater = (calendar: BusinessCalendar | null): boolean => {
    const answer = known.get(calendar) ?? (calendar !== null && (callAfter(tried, calendar)?.from ?? Infinity) >= moment);
    known.set(calendar, answer);
    return answer;
  };
  const policyCodes = calendars.filter(({ calendar }) => isLater(calendar)).map(({ code }) => code);
  return policyCodes.length === 0 ? [] : [{ ...tried, policyCodes: policyCodes.length === calendars.length ? 'any' : policyCodes }];
}

const HALVES = ['morning', 'afternoon'] as const;

function daysBetween(first: Temporal.PlainDate, last: Temporal.PlainDate): readonly Temporal.PlainDate[] {
  return Array.from({ length: Math.max(0, first.until(last).days + 1) }, (_, days) => first.add({ days }));
}

function calendarFor(policyCode: string, { policies, calendars }: Rules): BusinessCalendar | null {
  const calendarCode = policies.find(({ code }) => code === policyCode)?.calendarCode;
  return calendars.find(({ code }) => code === calendarCode) ?? calendars[0] ?? null;
}

function lastTry({ history, closedAt }: Pick<Case, 'history' | 'closedAt'>, { timeZone }: BusinessCalendar): VainTry | null {
  const last = history.findLast((fact): fact is FactOf<'contactLogged'> => fact.kind === 'contactLogged');
  if (closedAt !== null || last === undefined || last.direction !== 'toCitizen' || last.outcome !== 'noAnswer') return null;
  const day = localDate(last.at, timeZone);
  return { day, half: last.at < momentAt(day, NOON, timeZone) ? 'morning' : 'afternoon' };
}

function callAfter({ day: tried, half }: VainTry, calendar: BusinessCalendar): NextCall | null {
  const { timeZone } = calendar;
  const part = half === 'morning' ? 'afternoon' : 'morning';
  for (let days = 1; days <= MOST_DAYS; days += 1) {
    const day = tried.add({ days });
    const [first] = hoursOfDay(calendar, day).hours;
    if (first !== undefined) return { from: momentAt(day, part === 'morning' ? first.from : AFTERNOON, timeZone), part };
  }
  return null;
}
