import type { CaseId } from '../../src-shared/util/ids.ts';
import { MINUTE_MS } from '../../src-shared/util/time.ts';
import type { WriteDb } from '../db/database.ts';
import { noticeLateness } from './notice-lateness.ts';

export interface WatchLatenessOptions {
  readonly db: WriteDb;
  /** This computer's clock. */
  readonly now: () => number;
  readonly log: (event: string, details?: Readonly<Record<string, unknown>>) => void;
  readonly onNoticed: (caseIds: readonly CaseId[]) => void;
}

/** The window comes first at start; between two batches it gets its turn. */
const FIRST_AFTER_MS = 2_000;
const PAUSE_MS = 50;

/** Looks every minute, and soon after the start, for promises that were missed. Returns how to stop. */
export function watchLateness({ db, now, log, onNoticed }: WatchLatenessOptions): () => void {
  let timer = setTimeout(look, FIRST_AFTER_MS);
  function look(): void {
    timer = setTimeout(look, lookOnce() ? MINUTE_MS : PAUSE_MS);
    timer.unref();
  }
  /** Whether that was all. A disk that is full is tried again in a minute. */
  function lookOnce(): boolean {
    try {
      const { caseIds, isAll } = noticeLateness(db, now());
      if (caseIds.length > 0) onNoticed(caseIds);
      return isAll;
    } catch (error) {
      log('lateness was not looked for', { problem: error instanceof Error ? error.message : String(error) });
      return true;
    }
  }
  timer.unref();
  return () => clearTimeout(timer);
}
