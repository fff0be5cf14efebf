import type { PrinterTarget } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { LookProblem, WaitProblem } from './spool-problem.ts';

/** `notSent`: not one byte of the receipt has left. `unknown`: some may be on paper, and nobody can say how much. */
export type SendOutcome =
  | { readonly outcome: 'printed' }
  | { readonly outcome: 'notSent'; readonly problem: WaitProblem }
  /** The job was taken back before its first byte. */
  | { readonly outcome: 'withdrawn' }
  | { readonly outcome: 'unknown'; readonly problem: LookProblem };

/**
 * Called once, right before the first byte: puts on disk that sending has begun.
 *
 * False means that the job is no longer wanted: the sender stops and answers `withdrawn`.
 */
export type BeforeFirstByte = () => boolean;

/** `jobId`: of the receipt in the spool, the same each time it is sent. */
export type SendReceipt = (target: PrinterTarget, bytes: Uint8Array, beforeFirstByte: BeforeFirstByte, jobId: string) => Promise<SendOutcome>;
