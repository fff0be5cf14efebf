/** Dates in business days of the case's own time rule: for tasks, reports of progress, follow-ups. */
import type { BusinessCalendar, ServicePolicy } from '../catalogue/time-rules.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { findService } from '../catalogue/lookup.ts';
import { policyFor, ruleBookOf } from '../catalogue/time-rules.ts';
import { addBusinessDays } from '../clock/business-calendar.ts';
import type { Case } from '../domain/case-document.ts';
import type { UtcMs } from '../util/time.ts';

/** What decides under which time rule a case is. */
export type Ruled = Pick<Case, 'serviceCode' | 'kind' | 'channel'>;

export function ruleOf(catalogue: Catalogue, on: Ruled): { readonly policy: ServicePolicy; readonly calendar: BusinessCalendar } {
  return policyFor(ruleBookOf(catalogue), on);
}

/** The close of the `days`-th working day after `from`, in the calendar of the case's time rule; null when there is no limit. */
export function businessDaysAfter(catalogue: Catalogue, on: Ruled, from: UtcMs, days: number | null): UtcMs | null {
  return days === null ? null : addBusinessDays(ruleOf(catalogue, on).calendar, from, days).due;
}

/**
 * When progress is to be reported next (S2, Step 3.6): counted from the last report, at the service's own interval, else at its
 * time rule's for a construction or major repair. Null: none is expected.
 */
export function nextProgressBy(catalogue: Catalogue, on: Ruled & Pick<Case, 'isMajorRepair'>, from: UtcMs): UtcMs | null {
  return businessDaysAfter(catalogue, on, from, progressDays(catalogue, on));
}

/** Business days between two reports of progress; null: none are expected. */
export function progressDays(catalogue: Catalogue, on: Ruled & Pick<Case, 'isMajorRepair'>): number | null {
  const own = findService(catalogue, on.serviceCode)?.progressEveryBusinessDays ?? null;
  return own ?? (on.isMajorRepair ? (ruleOf(catalogue, on).policy.progressEveryBusinessDays ?? MAJOR_REPAIR_PROGRESS_DAYS) : null);
}

/** Where neither the service nor its time rule says how often a long repair is reported on. */
const MAJOR_REPAIR_PROGRESS_DAYS = 10;
