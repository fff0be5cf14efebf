import type { CheckedExercise } from '../../practice/check-exercise.ts';
import type { Exercise } from '../../practice/exercise.ts';
import type { TrackingNumber } from '../../tracking-number/tracking-number.ts';
import type { CaseId } from '../../util/ids.ts';

/** What of practice mode is there, and how far somebody is. */
export interface PracticeStatus {
  /** In the order from easy to hard. `isDone`: it was done right once since the last reset. */
  readonly exercises: readonly { readonly code: string; readonly title: string; readonly isDone: boolean }[];
  readonly running: Exercise | null;
}

/** Of the case that was taken last since the exercise began. */
export type PracticeCheckReply =
  | ({ readonly ok: true; readonly trackingNumber: TrackingNumber; readonly caseId: CaseId } & CheckedExercise)
  | { readonly ok: false; readonly sentence: string };

/** `sentence`: why practice cannot be opened now. */
export type HandOverReply = { readonly ok: true } | { readonly ok: false; readonly sentence: string };
