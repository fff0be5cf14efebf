/**
 * When a case is due, and why: every date shown anywhere comes from here, with the ledger a clerk can read aloud.
 *
 * Respond within 72 elapsed hours of receipt (S2, Step 2.3) and generally within two business days (S3, A.2): the earlier binds.
 * Pure: the same question, rule book and moment always give the same ledger (docs/decisions/0015-time-rules.md).
 */
import { type Clock, policyFor, type RuleBook } from '../catalogue/time-rules.ts';
import type { UtcMs } from '../util/time.ts';
import type { DueQuestion } from './due-question.ts';
import type { LedgerStep } from './ledger-step.ts';
import { ledgerOf } from './make-ledger.ts';
import { runClock } from './run-clock.ts';

export interface DueDate {
  readonly due: UtcMs;
  /** The case is on hold for a reason that stops this clock, and the time had not run out before: the date moves while it lasts. */
  readonly isPaused: boolean;
  readonly steps: readonly LedgerStep[];
}

export interface DueDates {
  /** Catalogue version from which the rule book holds. */
  readonly ruleVersion: number;
  readonly policyCode: string;
  readonly policyName: string;
  readonly timeZone: string;
  /** `service`, `cityDefault`, or the code of the exception that chose the time rule. */
  readonly why: string;
  /** Clocks that stand still during a hold, by the code of its reason. */
  readonly holdPauses: RuleBook['holdPauses'];
  /** Each null when the time rule promises nothing of the kind within a time. */
  readonly acknowledge: DueDate | null;
  readonly respond: DueDate | null;
  readonly resolve: DueDate | null;
}

/** The dates of a case under a rule book as they stood at `asOf`: until then an open pause lasts. */
export function explainDue(question: DueQuestion, book: RuleBook, asOf: UtcMs): DueDates {
  const { policy, calendar, why } = policyFor(book, question);
  const around = { question, book, calendar, asOf };
  const explain = (clock: Clock): DueDate | null => {
    const run = runClock(clock, policy[clock], around);
    return run && { due: run.binding.due, isPaused: run.isPaused, steps: ledgerOf(run, around, { why, policyName: policy.name }) };
  };
  return {
    ruleVersion: book.version,
    policyCode: policy.code,
    policyName: policy.name,
    timeZone: calendar.timeZone,
    why,
    holdPauses: book.holdPauses,
    acknowledge: explain('acknowledge'),
    respond: explain('respond'),
    resolve: explain('resolve'),
  };
}

/** The moments of `explainDue` without their ledgers: for many cases at once. */
export interface DueMoments {
  readonly policyCode: string;
  readonly acknowledge: UtcMs | null;
  readonly respond: UtcMs | null;
  readonly resolve: UtcMs | null;
}

export function dueMoments(question: DueQuestion, book: RuleBook, asOf: UtcMs): DueMoments {
  const { policy, calendar } = policyFor(book, question);
  const around = { question, book, calendar, asOf };
  const momentOf = (clock: Clock): UtcMs | null => runClock(clock, policy[clock], around)?.binding.due ?? null;
  return { policyCode: policy.code, acknowledge: momentOf('acknowledge'), respond: momentOf('respond'), resolve: momentOf('resolve') };
}
