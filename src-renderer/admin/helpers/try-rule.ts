import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { type Clock, CLOCKS, type RuleBook, ruleBookOf } from '../../../src-shared/catalogue/time-rules.ts';
import { type DueDate, explainDue } from '../../../src-shared/clock/explain-due.ts';
import { ledgerSentences } from '../../../src-shared/clock/ledger-sentences.ts';
import { spokenEnd } from '../../../src-shared/clock/spoken-time.ts';
import { dayNumberOf, isoDateOf, weekdayOf } from '../../../src-shared/clock/zone-days.ts';
import type { CaseKind, Channel } from '../../../src-shared/domain/case.ts';
import { fromWallTime, toWallTime } from '../../../src-shared/util/moment.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';

/** A case that does not exist, to try time rules with. */
export interface TriedCase {
  readonly receivedAt: UtcMs;
  readonly channel: Channel;
  /** Null: no service; the time rule by itself is tried. */
  readonly serviceCode: string | null;
  readonly kind: CaseKind;
}

/** What one clock comes to. */
export interface TriedClock {
  readonly clock: Clock;
  readonly due: UtcMs;
  /** `Tuesday, November 24, 2026 at 5:00 PM`. */
  readonly dueWords: string;
  /** To be read aloud, step by step. */
  readonly sentences: readonly string[];
}

export interface Trial {
  readonly policyName: string;
  readonly clocks: readonly TriedClock[];
}

/** No service can have this code: codes begin with a letter or a digit. */
const ALONE = '-';

/** The dates of the case under the catalogue's rules; `policyCode`: the rule that is tried when the case has no service. */
export function tryRule(catalogue: Catalogue, { receivedAt, channel, serviceCode, kind }: TriedCase, policyCode: string): Trial {
  const book = serviceCode === null ? alone(ruleBookOf(catalogue), policyCode) : ruleBookOf(catalogue);
  const dates = explainDue({ receivedAt, channel, kind, serviceCode: serviceCode ?? ALONE, pauses: [] }, book, receivedAt);
  const tried = (clock: Clock): readonly TriedClock[] => {
    const date: DueDate | null = dates[clock];
    if (date === null) return [];
    return [{ clock, due: date.due, dueWords: spokenEnd(date.due, dates.timeZone), sentences: ledgerSentences(date, { clock, timeZone: dates.timeZone, catalogue }) }];
  };
  return { policyName: dates.policyName, clocks: CLOCKS.flatMap(tried) };
}

/** The book in which nothing but this rule can count. */
function alone(book: RuleBook, policyCode: string): RuleBook {
  return { ...book, exceptions: [], servicePolicies: { [ALONE]: policyCode } };
}

/** This week's Friday at 16:00 as a date field holds it: where days and hours differ most (the worked example of the policies). */
export function fridayAfternoon(now: UtcMs, timeZone: string): string {
  const today = dayNumberOf(toWallTime(now, timeZone).slice(0, 10));
  return `${isoDateOf(today + 4 - weekdayOf(today))}T16:00`;
}

export function receivedFrom(text: string, timeZone: string): UtcMs | null {
  return fromWallTime(text, timeZone);
}
