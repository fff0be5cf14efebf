import type { UtcMs } from '../../src-shared/util/time.ts';

/** One time a job was due. */
export interface Slot {
  /** Names it among all of the job: `2026-11-22`, or `2026-11-22T07:00Z`. */
  readonly key: string;
  readonly dueAt: UtcMs;
}
