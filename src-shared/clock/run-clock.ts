import type { BusinessCalendar, Clock, RuleBook, TimeLimit } from '../catalogue/time-rules.ts';
import type { UtcMs } from '../util/time.ts';
import { dueOfLimit } from './count-time.ts';
import type { DueQuestion } from './due-question.ts';
import { type Pause, pausedTime, stopsClock } from './pauses.ts';

/** What a clock runs in. */
export interface Circumstances {
  readonly question: DueQuestion;
  readonly book: RuleBook;
  readonly calendar: BusinessCalendar;
  /** Until then an open pause lasts. */
  readonly asOf: UtcMs;
}

/** One limit of a clock, counted with its pauses. */
export interface CountedLimit {
  readonly limit: TimeLimit;
  readonly due: UtcMs;
}

/** A clock that was run over its limits: what a ledger is made of. */
export interface ClockRun {
  readonly clock: Clock;
  /** As the time rule lists them. */
  readonly limits: readonly CountedLimit[];
  /** The earliest; of two that end together the one listed first. */
  readonly binding: CountedLimit;
  /** Those of the question whose reason stops this clock. */
  readonly stopping: readonly Pause[];
  readonly isPaused: boolean;
}

/** Null when the time rule has no limit for this clock. */
export function runClock(clock: Clock, list: readonly TimeLimit[], { question, book, calendar, asOf }: Circumstances): ClockRun | null {
  const { receivedAt } = question;
  const stopping = question.pauses.filter((pause) => stopsClock(book, pause, clock));
  const paused = pausedTime(stopping, asOf);
  const limits = list.map((limit) => ({ limit, due: dueOfLimit(limit, receivedAt, calendar, paused) }));
  const [first] = limits;
  if (!first) return null;
  const binding = limits.reduce((earliest, one) => (one.due < earliest.due ? one : earliest), first);
  const isPaused = stopping.some(({ from, to }) => to === null && from <= asOf && from < binding.due);
  return { clock, limits, binding, stopping, isPaused };
}
