import type { LocalText } from '../catalogue/local-text.ts';
import type { TimeLimit, WorkingHours } from '../catalogue/time-rules.ts';
import type { Channel } from '../domain/case.ts';
import type { StaffId } from '../util/ids.ts';
import type { IsoDate, UtcMs } from '../util/time.ts';

/** A day on which no working time was counted, or not that of its week. */
export interface OddDay {
  readonly date: IsoDate;
  /** `rest`: the city is closed on that day of the week; `holiday`: closed by an entry of its calendar; `otherHours`: open, but not as usual. */
  readonly kind: 'rest' | 'holiday' | 'otherHours';
  /** As the calendar names it; null for `rest`. */
  readonly name: LocalText | null;
  /** What counts of it; empty for a closed day. */
  readonly hours: readonly WorkingHours[];
}

/** One step to a due date. Steps stand in the order in which they are read aloud. */
export type LedgerStep =
  | { readonly kind: 'received'; readonly at: UtcMs; readonly channel: Channel }
  /** Only where it was not the service's own: `exceptionCode` null means that the service has none, and the city's first rule counts. */
  | { readonly kind: 'ruleChosen'; readonly policyName: string; readonly exceptionCode: string | null }
  | {
      readonly kind: 'limit';
      readonly limit: TimeLimit;
      /** As if the case had never been on hold. */
      readonly unpausedDue: UtcMs;
      readonly due: UtcMs;
      /** Up to `unpausedDue`; empty for elapsed hours, which run day and night. */
      readonly oddDays: readonly OddDay[];
      /** Breaks between working stretches that were not counted, as wall times; only for business hours. */
      readonly breaks: readonly WorkingHours[];
    }
  /** The time had not run out yet when it began, or it has no effect on this clock. */
  | {
      readonly kind: 'pause';
      readonly from: UtcMs;
      /** Null: still on hold. */
      readonly to: UtcMs | null;
      readonly reasonCode: string;
      readonly by: StaffId | null;
      /** So far, for an open one. */
      readonly lastedMs: number;
      /** False: a hold for this reason does not stop this clock. */
      readonly stopsClock: boolean;
      /** Of the limit that binds in the end, without this pause and those after it, and with it. */
      readonly dueBefore: UtcMs;
      readonly dueAfter: UtcMs;
    }
  | {
      readonly kind: 'binds';
      readonly limit: TimeLimit;
      readonly due: UtcMs;
      /** The other limits with their ends, earliest first. */
      readonly over: readonly { readonly limit: TimeLimit; readonly due: UtcMs }[];
    };
