/**
 * Sends one receipt to a network printer, and finds out what became of it as far as the printer lets us.
 *
 * A printer that answers is asked before (paper, cover, online: not ready means that nothing is sent) and believed only when it
 * says that it is done. A printer that never answers anything is taken at its orderly goodbye: it has read every byte.
 */
import { isDoneAnswer, isRealTimeAnswer, ASK_STATUS, problemOfStatus, STATUS_LENGTH } from './printer-status.ts';
import type { BeforeFirstByte, SendOutcome } from './send-outcome.ts';
import { whilePrinting } from './spool-problem.ts';
import { openConnection, type TcpConnection } from './tcp-connection.ts';

export interface TcpPrinterAddress {
  readonly host: string;
  readonly port: number;
}

export interface TcpPrinterLimits {
  readonly connectMs: number;
  /** How long a printer that answers at all takes to say how it is. */
  readonly statusMs: number;
  /** How long printing one receipt may take. */
  readonly printMs: number;
  /** How long a printer without answers is given to answer after all, before we say goodbye. */
  readonly silenceMs: number;
}

const LIMITS: TcpPrinterLimits = { connectMs: 4_000, statusMs: 800, printMs: 20_000, silenceMs: 1_500 };

/** `bytes` must end with `GS r 1` (escpos.ts). Resolves within the sum of `limits`. */
export async function sendToTcpPrinter(
  { host, port }: TcpPrinterAddress,
  bytes: Uint8Array,
  beforeFirstByte: BeforeFirstByte,
  limits: TcpPrinterLimits = LIMITS,
): Promise<SendOutcome> {
  const connection = await openConnection(host, port, limits.connectMs);
  if (!connection) return { outcome: 'notSent', problem: 'unreachable' };
  try {
    const status = await askStatus(connection, limits.statusMs);
    if (connection.ended() !== null) return { outcome: 'notSent', problem: 'unreachable' };
    const problem = status && problemOfStatus(status);
    if (problem) return { outcome: 'notSent', problem };
    if (!beforeFirstByte()) return { outcome: 'withdrawn' };
    connection.send(bytes);
    return status ? await heardBack(connection, limits) : await orderlyGoodbye(connection, limits);
  } finally {
    connection.destroy();
  }
}

/** `DLE EOT`; null when it never answers. */
export function askStatus(connection: TcpConnection, limitMs: number): Promise<readonly number[] | null> {
  connection.send(ASK_STATUS);
  return connection.answers(STATUS_LENGTH, isRealTimeAnswer, limitMs);
}

async function heardBack(connection: TcpConnection, limits: TcpPrinterLimits): Promise<SendOutcome> {
  const done = await connection.answers(1, isDoneAnswer, limits.printMs);
  if (done) return { outcome: 'printed' };
  if (connection.ended() !== null) return { outcome: 'unknown', problem: 'connectionLost' };
  const status = await askStatus(connection, limits.statusMs);
  const problem = status && problemOfStatus(status);
  return { outcome: 'unknown', problem: problem ? whilePrinting(problem) : 'noAnswer' };
}

async function orderlyGoodbye(connection: TcpConnection, limits: TcpPrinterLimits): Promise<SendOutcome> {
  const done = await connection.answers(1, isDoneAnswer, limits.silenceMs);
  if (done) return { outcome: 'printed' };
  if (connection.ended() !== null) return { outcome: 'unknown', problem: 'connectionLost' };
  const end = await connection.finish(limits.printMs);
  if (end === 'closed') return { outcome: 'printed' };
  return { outcome: 'unknown', problem: end === 'broken' ? 'connectionLost' : 'noAnswer' };
}
