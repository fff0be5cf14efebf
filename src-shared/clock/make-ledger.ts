import type { BusinessCalendar, TimeLimit, WorkingHours } from '../catalogue/time-rules.ts';
import { type UtcMs, utcMs } from '../util/time.ts';
import { type CalendarDay, openCalendar } from './business-calendar.ts';
import { dueOfLimit } from './count-time.ts';
import type { LedgerStep, OddDay } from './ledger-step.ts';
import { type Pause, pausedTime } from './pauses.ts';
import type { Circumstances, ClockRun, CountedLimit } from './run-clock.ts';

/** The steps that led to a date, in the order they are read aloud: receipt, rule, limits, pauses, which limit binds. */
export function ledgerOf(run: ClockRun, around: Circumstances, rule: { readonly why: string; readonly policyName: string }): readonly LedgerStep[] {
  const { receivedAt, channel } = around.question;
  const { limit, due } = run.binding;
  const over = run.limits.filter((one) => one !== run.binding).toSorted((one, other) => one.due - other.due);
  return [
    { kind: 'received', at: receivedAt, channel },
    ...ruleChosen(rule),
    ...run.limits.map((counted) => limitStep(counted, around)),
    ...pauseSteps(run, around),
    { kind: 'binds', limit, due, over },
  ];
}

function ruleChosen({ why, policyName }: { readonly why: string; readonly policyName: string }): readonly LedgerStep[] {
  if (why === 'service') return [];
  return [{ kind: 'ruleChosen', policyName, exceptionCode: why === 'cityDefault' ? null : why }];
}

function limitStep({ limit, due }: CountedLimit, { question, calendar }: Circumstances): LedgerStep {
  const unpausedDue = dueOfLimit(limit, question.receivedAt, calendar, []);
  const days = limit.unit === 'elapsedHours' ? [] : daysOfLimit(limit, question.receivedAt, unpausedDue, calendar);
  const breaks = limit.unit === 'businessHours' ? breaksOf(days, question.receivedAt, unpausedDue) : [];
  return { kind: 'limit', limit, unpausedDue, due, oddDays: days.flatMap(oddDay), breaks };
}

/** Local days from receipt to the end; without the day of receipt for business days, which begin to count on the next one. */
function daysOfLimit(limit: TimeLimit, receivedAt: UtcMs, due: UtcMs, calendar: BusinessCalendar): readonly CalendarDay[] {
  const open = openCalendar(calendar);
  const first = open.zone.dayAt(receivedAt) + (limit.unit === 'businessDays' ? 1 : 0);
  const last = open.zone.dayAt(due - 1); // a day that closes at midnight is over at the first moment of the next
  return Array.from({ length: Math.max(0, last - first + 1) }, (_none, at) => open.day(first + at));
}

function oddDay({ date, hours, exceptionName: name, workMs }: CalendarDay): readonly OddDay[] {
  if (workMs === 0) return [{ date, kind: name === null ? 'rest' : 'holiday', name, hours: [] }];
  return name === null ? [] : [{ date, kind: 'otherHours', name, hours }];
}

/** Each break once, however many days had it, as far as it lies between receipt and the end. */
function breaksOf(days: readonly CalendarDay[], receivedAt: UtcMs, due: UtcMs): readonly WorkingHours[] {
  const breaks = new Map<string, WorkingHours>();
  for (const { hours, stretches } of days) {
    for (const [at, next] of hours.entries()) {
      const before = hours[at - 1];
      const [end, begin] = [stretches[at - 1]?.to ?? 0, stretches[at]?.from ?? 0];
      if (before && before.to < next.from && begin > receivedAt && end < due) breaks.set(`${before.to}-${next.from}`, { from: before.to, to: next.from });
    }
  }
  return [...breaks.values()];
}

/** Holds in the order they began, each with what it did to the limit that binds. One that began after the time had run out is left out. */
function pauseSteps({ binding, stopping }: ClockRun, { question, calendar, asOf }: Circumstances): readonly LedgerStep[] {
  const counted: Pause[] = [];
  let due = dueOfLimit(binding.limit, question.receivedAt, calendar, []);
  return question.pauses.toSorted((one, other) => one.from - other.from).flatMap((pause): readonly LedgerStep[] => {
    const { from, to, reasonCode, by } = pause;
    if (from >= binding.due) return [];
    const dueBefore = due;
    const stopsClock = stopping.includes(pause);
    if (stopsClock) {
      counted.push(pause);
      due = dueOfLimit(binding.limit, question.receivedAt, calendar, pausedTime(counted, asOf));
    }
    const lastedMs = Math.max(0, (to ?? asOf) - from);
    return [{ kind: 'pause', from, to, reasonCode, by, lastedMs, stopsClock, dueBefore: utcMs(dueBefore), dueAfter: utcMs(due) }];
  });
}
