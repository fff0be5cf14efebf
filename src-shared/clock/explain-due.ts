/**
 * When a case is due, and why: every date shown anywhere comes from here, with the ledger a clerk can read aloud.
 *
 * Simple form: respond within 72 elapsed hours of receipt (S2, Step 2.3) and within two business days (S3, A.2); the
 * earlier binds. Pure: the same case, time rule and calendar always give the same ledger.
 */
import type { BusinessCalendar, ServicePolicy } from '../catalogue/catalogue.ts';
import { HOUR_MS, type UtcMs, utcMs } from '../util/time.ts';
import { addBusinessDays, type DayHours } from './business-calendar.ts';

export type LedgerStep =
  | { readonly kind: 'received'; readonly at: UtcMs }
  | { readonly kind: 'elapsedHours'; readonly hours: number; readonly source: string; readonly due: UtcMs }
  | {
      readonly kind: 'businessDays';
      readonly days: number;
      readonly source: string;
      readonly due: UtcMs;
      /** Days passed over, each with why: null means a day of the week on which the city is closed. */
      readonly skipped: readonly { readonly date: string; readonly name: string | null }[];
    }
  | { readonly kind: 'binds'; readonly rule: 'elapsedHours' | 'businessDays'; readonly due: UtcMs; readonly over: UtcMs | null };

export interface DueDate {
  readonly due: UtcMs;
  readonly steps: readonly LedgerStep[];
}

export interface DueDates {
  readonly policyCode: string;
  readonly timeZone: string;
  /** Null when the time rule promises no answer within a time. */
  readonly respond: DueDate | null;
  readonly resolve: DueDate | null;
}

/** Both promises of a case received at `receivedAt`, each with the steps that led to it. */
export function explainDue(receivedAt: UtcMs, policy: ServicePolicy, calendar: BusinessCalendar): DueDates {
  return {
    policyCode: policy.code,
    timeZone: calendar.timeZone,
    respond: explainRespond(receivedAt, policy, calendar),
    resolve: explainResolve(receivedAt, policy, calendar),
  };
}

function explainRespond(receivedAt: UtcMs, policy: ServicePolicy, calendar: BusinessCalendar): DueDate | null {
  const { elapsedHours, businessDays } = policy.respondWithin;
  const limits: Extract<LedgerStep, { due: UtcMs; source: string }>[] = [];
  if (elapsedHours) {
    limits.push({ kind: 'elapsedHours', ...elapsedHours, due: utcMs(receivedAt + elapsedHours.hours * HOUR_MS) });
  }
  if (businessDays) limits.push(businessDayStep(receivedAt, businessDays, calendar));
  return bind(receivedAt, limits);
}

function explainResolve(receivedAt: UtcMs, policy: ServicePolicy, calendar: BusinessCalendar): DueDate | null {
  if (!policy.resolveWithin) return null;
  const { businessDays, source } = policy.resolveWithin;
  return bind(receivedAt, [businessDayStep(receivedAt, { days: businessDays, source }, calendar)]);
}

function businessDayStep(
  receivedAt: UtcMs,
  limit: { readonly days: number; readonly source: string },
  calendar: BusinessCalendar,
): Extract<LedgerStep, { kind: 'businessDays' }> {
  const walk = addBusinessDays(calendar, receivedAt, limit.days);
  const skipped = walk.skipped.map((day: DayHours) => ({ date: day.date.toString(), name: day.exceptionName }));
  return { kind: 'businessDays', days: limit.days, source: limit.source, due: walk.due, skipped };
}

function bind(
  receivedAt: UtcMs,
  limits: readonly Extract<LedgerStep, { due: UtcMs; source: string }>[],
): DueDate | null {
  const [earliest, later] = [...limits].sort((a, b) => a.due - b.due);
  if (!earliest) return null;
  const binds: LedgerStep = { kind: 'binds', rule: earliest.kind, due: earliest.due, over: later?.due ?? null };
  return { due: earliest.due, steps: [{ kind: 'received', at: receivedAt }, ...limits, binds] };
}
