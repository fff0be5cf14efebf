import type { TrackingNumber } from '../tracking-number/tracking-number.ts';
import type { Case } from './case-document.ts';

/** Every number that leads to the case: its own first, then co-reporters', then former ones. Cases of an older version have no former ones. */
export function numbersOf(current: Case): readonly TrackingNumber[] {
  return [current.trackingNumber, ...current.coReporters.map((reporter) => reporter.trackingNumber), ...(current.formerNumbers ?? [])];
}
