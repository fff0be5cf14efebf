import { MINUTE_MS, SECOND_MS } from '../../src-shared/util/time.ts';
import type { WriteDb } from '../db/database.ts';
import { learnWords } from './learn-words.ts';

export interface KeepLearningOptions {
  readonly db: WriteDb;
  readonly log: (event: string, details?: Readonly<Record<string, unknown>>) => void;
}

/** So many cases take a few milliseconds; then whoever types gets their turn. */
const CASES_AT_ONCE = 100;
const PAUSE_MS = 60;
const FIRST_AFTER_MS = 8 * SECOND_MS;

/** Learns from the cases that came, every minute. Returns how to stop. */
export function keepLearning({ db, log }: KeepLearningOptions): () => void {
  let timer = setTimeout(learn, FIRST_AFTER_MS);
  timer.unref();
  function learn(): void {
    timer = setTimeout(learn, learnSome() ? PAUSE_MS : MINUTE_MS);
    timer.unref();
  }
  function learnSome(): boolean {
    try {
      return learnWords(db, CASES_AT_ONCE);
    } catch (error) {
      // A full disk: search goes on with what is known, and it is tried again in a minute.
      log('words were not learned', { problem: error instanceof Error ? error.message : String(error) });
      return false;
    }
  }
  return () => clearTimeout(timer);
}
