import type { PrinterTarget } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { unreachable } from '../../src-shared/util/unreachable.ts';
import { sendToFile } from './send-to-file.ts';
import { sendToTcpPrinter } from './send-to-tcp-printer.ts';
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

export type SendReceipt = (target: PrinterTarget, bytes: Uint8Array, beforeFirstByte: BeforeFirstByte) => Promise<SendOutcome>;

/** Sends one receipt to whatever printer is set up. Never rejects for anything that a printer, cable or disk can do. */
export const sendReceipt: SendReceipt = (target, bytes, beforeFirstByte) => {
  switch (target.kind) {
    case 'none':
      return Promise.resolve({ outcome: 'notSent', problem: 'noPrinter' });
    case 'tcp':
      return sendToTcpPrinter(target, bytes, beforeFirstByte);
    case 'file':
      return sendToFile(target.path, bytes, beforeFirstByte);
    default:
      return unreachable(target);
  }
};
