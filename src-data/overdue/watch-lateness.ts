import type { CaseId } from '../../src-shared/util/ids.ts';
import { MINUTE_MS, SECOND_MS } from '../../src-shared/util/time.ts';
import type { WriteDb } from '../db/database.ts';
import { type LookPlace, noticeLateness } from './notice-lateness.ts';

export interface WatchLatenessOptions {
  readonly db: WriteDb;
  /** This computer's clock. */
  readonly now: () => number;
  readonly log: (event: string, details?: Readonly<Record<string, unknown>>) => void;
  readonly onNoticed: (caseIds: readonly CaseId[]) => void;
}

/** The window comes first at start; between two steps it gets its turn. */
const FIRST_AFTER_MS = 2_000;
const PAUSE_MS = 20;
/** A window asks anew for what it shows when it is told: not after each step. */
const TOLD_EVERY_MS = SECOND_MS;

/** Looks every minute, and soon after the start, for promises that were missed. Returns how to stop. */
export function watchLateness({ db, now, log, onNoticed }: WatchLatenessOptions): () => void {
  let place: LookPlace | undefined;
  let untold: CaseId[] = [];
  let toldAt = 0;
  let timer = setTimeout(look, FIRST_AFTER_MS);
  function look(): void {
    const next = lookOn();
    tell(next === null);
    place = next ?? undefined;
    timer = setTimeout(look, next === null ? MINUTE_MS : PAUSE_MS);
    timer.unref();
  }
  /** Where to go on; null: that was all. A disk that is full is tried again in a minute. */
  function lookOn(): LookPlace | null {
    try {
      const { caseIds, next } = noticeLateness(db, now(), place);
      untold.push(...caseIds);
      return next;
    } catch (error) {
      log('lateness was not looked for', { problem: error instanceof Error ? error.message : String(error) });
      return null;
    }
  }
  function tell(isAll: boolean): void {
    if (untold.length === 0 || (!isAll && now() - toldAt < TOLD_EVERY_MS)) return;
    toldAt = now();
    onNoticed(untold);
    untold = [];
  }
  timer.unref();
  return () => clearTimeout(timer);
}
