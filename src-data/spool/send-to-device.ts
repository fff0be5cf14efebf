/**
 * Writes one receipt to a device such as `/dev/usb/lp0`. One that answers is asked before (paper, cover, online) and believed only
 * when it says that it is done, as over the network; one that never says anything has printed when it took every byte.
 */
import { type DeviceConnection, openDevice } from './device-connection.ts';
import { openProblem } from './open-problem.ts';
import { ASK_STATUS, isDoneAnswer, isRealTimeAnswer, problemOfStatus, STATUS_LENGTH } from './printer-status.ts';
import type { BeforeFirstByte, SendOutcome } from './send-outcome.ts';
import { whilePrinting, type WaitProblem } from './spool-problem.ts';

export interface DeviceLimits {
  readonly statusMs: number;
  readonly printMs: number;
}

const LIMITS: DeviceLimits = { statusMs: 600, printMs: 20_000 };

/** `bytes` must end with `GS r 1` (escpos.ts). */
export async function sendToDevice(path: string, bytes: Uint8Array, beforeFirstByte: BeforeFirstByte, limits: DeviceLimits = LIMITS): Promise<SendOutcome> {
  const device = await openDevice(path).catch(openProblem);
  if (typeof device === 'string') return { outcome: 'notSent', problem: device };
  try {
    const status = await askDevice(device, limits.statusMs);
    const problem = status === 'takesNothing' ? 'offline' : status && problemOfStatus(status);
    if (problem) return { outcome: 'notSent', problem };
    if (!beforeFirstByte()) return { outcome: 'withdrawn' };
    const end = await device.send(bytes, limits.printMs);
    if (end !== 'taken') return { outcome: 'unknown', problem: end === 'broken' ? 'connectionLost' : 'noAnswer' };
    return status === null ? { outcome: 'printed' } : await heardBack(device, limits);
  } finally {
    await device.close();
  }
}

/** How a device says it is; `takesNothing`: it does not even take the question; null: it never answers. */
export async function askDevice(device: DeviceConnection, limitMs: number): Promise<readonly number[] | 'takesNothing' | null> {
  const asked = await device.send(ASK_STATUS, limitMs);
  if (asked === 'full') return 'takesNothing';
  return asked === 'broken' ? null : device.answers(STATUS_LENGTH, isRealTimeAnswer, limitMs);
}

async function heardBack(device: DeviceConnection, limits: DeviceLimits): Promise<SendOutcome> {
  const done = await device.answers(1, isDoneAnswer, limits.printMs);
  if (done) return { outcome: 'printed' };
  const status = await askDevice(device, limits.statusMs);
  if (status === null || status === 'takesNothing') return { outcome: 'unknown', problem: 'noAnswer' };
  const problem: WaitProblem | null = problemOfStatus(status);
  return { outcome: 'unknown', problem: problem ? whilePrinting(problem) : 'noAnswer' };
}
