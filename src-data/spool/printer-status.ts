/**
 * What a receipt printer says about itself (ESC/POS reference: DLE EOT n, GS r n).
 *
 * Real-time answers always look like `0xx1xx10`, answers of `GS r` like `0xx0xxxx`: the two cannot be taken for each other.
 */
import type { WaitProblem } from './spool-problem.ts';

/** `DLE EOT 1`, `2` and `4`: state, cause of being offline, paper. Answered at once, also by a printer that is busy or offline. */
export const ASK_STATUS = Uint8Array.of(0x10, 0x04, 1, 0x10, 0x04, 2, 0x10, 0x04, 4);
/** Bytes of the answer to `ASK_STATUS`, one to each question. */
export const STATUS_LENGTH = 3;

const OFFLINE = 0x08; // in answer 1
const COVER_OPEN = 0x04; // in answer 2
const PAPER_END_STOP = 0x20; // in answer 2
const FAULT = 0x40; // in answer 2
const PAPER_NEAR_END = 0x0c; // in answer 4
const PAPER_END = 0x60; // in answer 4

export function isRealTimeAnswer(byte: number): boolean {
  return (byte & 0x93) === 0x12;
}

/** The answer to the `GS r 1` that ends each receipt: everything before it has been printed. */
export function isDoneAnswer(byte: number): boolean {
  return (byte & 0x90) === 0;
}

/** What keeps the printer from printing, the first thing to mend first; null when it is ready. Paper that is near its end is ready. */
export function problemOfStatus(answers: readonly number[]): WaitProblem | null {
  const [state = 0, offlineCause = 0, paper = 0] = answers;
  if ((offlineCause & COVER_OPEN) !== 0) return 'coverOpen';
  if ((paper & PAPER_END) !== 0 || (offlineCause & PAPER_END_STOP) !== 0) return 'paperOut';
  if ((offlineCause & FAULT) !== 0) return 'printerFault';
  return (state & OFFLINE) !== 0 ? 'offline' : null;
}

/** There is paper, and it will not last long. */
export function isPaperNearEnd(answers: readonly number[]): boolean {
  return ((answers[2] ?? 0) & PAPER_NEAR_END) !== 0;
}
