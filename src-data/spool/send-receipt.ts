import { unreachable } from '../../src-shared/util/unreachable.ts';
import type { SendReceipt } from './send-outcome.ts';
import { sendToFile } from './send-to-file.ts';
import { sendToTcpPrinter } from './send-to-tcp-printer.ts';

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
