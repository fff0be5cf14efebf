import { unreachable } from '../../src-shared/util/unreachable.ts';
import type { PrinterTarget } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { SendReceipt } from './send-outcome.ts';
import { sendToFile } from './send-to-file.ts';
import { sendToSystemQueue, takeBackFromQueue } from './send-to-system-queue.ts';
import { sendToTcpPrinter } from './send-to-tcp-printer.ts';

/** Sends one receipt to whatever printer is set up. Never rejects for anything that a printer, cable or disk can do. */
export const sendReceipt: SendReceipt = (target, bytes, beforeFirstByte, jobId) => {
  switch (target.kind) {
    case 'none':
      return Promise.resolve({ outcome: 'notSent', problem: 'noPrinter' });
    case 'tcp':
      return sendToTcpPrinter(target, bytes, beforeFirstByte);
    case 'file':
      return sendToFile(target.path, bytes, beforeFirstByte);
    case 'system':
      return sendToSystemQueue({ queue: target.queue, jobId }, bytes, beforeFirstByte);
    default:
      return unreachable(target);
  }
};

/** Takes back what the system's queue still has of a receipt; elsewhere there is nothing to take back. Nothing waits for it. */
export function takeBackReceipt(target: PrinterTarget, jobId: string): void {
  if (target.kind === 'system') void takeBackFromQueue({ queue: target.queue, jobId });
}
