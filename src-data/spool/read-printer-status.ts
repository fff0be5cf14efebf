import { t } from '../../src-shared/language/language.ts';
import type { PrinterTarget } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { unreachable } from '../../src-shared/util/unreachable.ts';
import { openDevice } from './device-connection.ts';
import { createPrintService } from './ipp/print-service.ts';
import { openProblem } from './open-problem.ts';
import { isPaperNearEnd, problemOfStatus } from './printer-status.ts';
import { askDevice } from './send-to-device.ts';
import { problemOfQueue } from './send-to-system-queue.ts';
import { askStatus, type TcpPrinterAddress } from './send-to-tcp-printer.ts';
import { problemSentence, type WaitProblem } from './spool-problem.ts';
import { openConnection } from './tcp-connection.ts';

/** How a printer is right now. `silent`: it is there and never says; a file is always there. */
export type PrinterReading =
  | { readonly kind: 'none' | 'silent' }
  | { readonly kind: 'ready'; readonly isPaperNearEnd: boolean }
  | { readonly kind: 'problem'; readonly problem: WaitProblem; readonly sentence: string };

const CONNECT_MS = 3_000;
const STATUS_MS = 800;

/** Asks a printer how it is; prints nothing. Never rejects for anything a printer, cable or service can do. */
export async function readPrinterStatus(target: PrinterTarget): Promise<PrinterReading> {
  switch (target.kind) {
    case 'none':
      return { kind: 'none' };
    case 'tcp':
      return askOverNetwork(target);
    case 'file':
      return target.path.startsWith('/dev/') ? askAtDevice(target.path) : { kind: 'silent' };
    case 'system': {
      const problem = await problemOfQueue(createPrintService(), target.queue);
      return problem === null ? { kind: 'ready', isPaperNearEnd: false } : problemReading(problem);
    }
    default:
      return unreachable(target);
  }
}

async function askOverNetwork({ host, port }: TcpPrinterAddress): Promise<PrinterReading> {
  const connection = await openConnection(host, port, CONNECT_MS);
  if (!connection) return problemReading('unreachable');
  try {
    const answers = await askStatus(connection, STATUS_MS);
    return answers === null && connection.ended() !== null ? problemReading('unreachable') : readingOf(answers);
  } finally {
    connection.destroy();
  }
}

async function askAtDevice(path: string): Promise<PrinterReading> {
  const device = await openDevice(path).catch(openProblem);
  if (typeof device === 'string') return problemReading(device);
  try {
    const answers = await askDevice(device, STATUS_MS);
    return answers === 'takesNothing' ? problemReading('offline') : readingOf(answers);
  } finally {
    await device.close();
  }
}

function readingOf(answers: readonly number[] | null): PrinterReading {
  if (answers === null) return { kind: 'silent' };
  const problem = problemOfStatus(answers);
  return problem === null ? { kind: 'ready', isPaperNearEnd: isPaperNearEnd(answers) } : problemReading(problem);
}

function problemReading(problem: WaitProblem): PrinterReading {
  return { kind: 'problem', problem, sentence: problemSentence(problem) };
}

/** One sentence for the person at the counter. */
export function readingSentence(reading: PrinterReading): string | null {
  switch (reading.kind) {
    case 'none':
      return null;
    case 'silent':
      return t`This printer does not say how it is. Print a test page to see that it works.`;
    case 'ready':
      return reading.isPaperNearEnd ? t`Ready. The paper is near its end: keep a new roll at hand.` : t`Ready.`;
    case 'problem':
      return reading.sentence;
    default:
      return unreachable(reading);
  }
}
