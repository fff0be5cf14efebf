import type { Clock, RuleBook } from '../catalogue/time-rules.ts';
import type { StaffId } from '../util/ids.ts';
import type { UtcMs } from '../util/time.ts';
import type { Stretch } from './business-calendar.ts';

/** A stretch of time in which a case was on hold. */
export interface Pause {
  readonly from: UtcMs;
  /** Null: the case is still on hold. */
  readonly to: UtcMs | null;
  readonly reasonCode: string;
  /** Who put the case on hold, where that is known. */
  readonly by: StaffId | null;
  /** What the reason stopped when the hold began; counts where a rule book does not know the reason. */
  readonly clocks?: readonly Clock[];
}

/** Whether a hold stops this clock: as the book says of its reason, else as was said when it began. */
export function stopsClock(book: Pick<RuleBook, 'holdPauses'>, { reasonCode, clocks = [] }: Pick<Pause, 'reasonCode' | 'clocks'>, clock: Clock): boolean {
  const stopped = Object.hasOwn(book.holdPauses, reasonCode) ? (book.holdPauses[reasonCode] ?? []) : clocks;
  return stopped.includes(clock);
}

/** The time that does not count, in order and without overlap. An open pause lasts until `asOf`; one that ends before it begins is none. */
export function pausedTime(pauses: readonly Pause[], asOf: UtcMs): readonly Stretch[] {
  if (pauses.length === 0) return [];
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of pauses.map((pause) => ({ from: pause.from, to: pause.to ?? asOf })).sort((one, other) => one.from - other.from)) {
    const last = merged.at(-1);
    if (to <= from) continue;
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}
