import { constants, type FileHandle, open } from 'node:fs/promises';
import { sendToDevice } from './send-to-device.ts';
import type { BeforeFirstByte, SendOutcome } from './send-outcome.ts';
import { openProblem } from './open-problem.ts';

/** A device that takes no bytes (its paper is out) blocks the write; after this long a person has to look. */
const WRITE_LIMIT_MS = 20_000;

/** Devices have nothing to flush, and say so. */
const NOTHING_TO_SYNC = new Set(['EINVAL', 'ENOTSUP', 'ENOSYS']);

/**
 * Appends one receipt to a file or writes it to a device, and makes sure that it is on disk.
 *
 * Devices (`/dev/…`, `\\.\…`) must exist; a file is made when it is missing, its folder is not.
 */
export async function sendToFile(
  path: string,
  bytes: Uint8Array,
  beforeFirstByte: BeforeFirstByte,
  writeLimitMs = WRITE_LIMIT_MS,
): Promise<SendOutcome> {
  if (isDevice(path)) return sendToDevice(path, bytes, beforeFirstByte);
  let file: FileHandle;
  try {
    file = await open(path, openFlags(path));
  } catch (error) {
    return { outcome: 'notSent', problem: openProblem(error) };
  }
  if (!beforeFirstByte()) {
    await file.close();
    return { outcome: 'withdrawn' };
  }
  return within(writeLimitMs, writeAll(file, bytes));
}

/** Windows' devices (`\\.\…`) are written to like files: they cannot be asked. */
function isDevice(path: string): boolean {
  return path.startsWith('/dev/');
}

function openFlags(path: string): number {
  if (path.startsWith('\\\\.\\')) return constants.O_WRONLY;
  // O_NONBLOCK matters for pipes only: one that nobody reads refuses at once instead of hanging for ever.
  return constants.O_WRONLY | (constants.O_NOCTTY ?? 0) | constants.O_APPEND | constants.O_CREAT | (constants.O_NONBLOCK ?? 0);
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<SendOutcome> {
  try {
    await file.writeFile(bytes);
    await file.sync().catch((error: unknown) => {
      if (!NOTHING_TO_SYNC.has(codeOf(error))) throw error;
    });
    await file.close();
    return { outcome: 'printed' };
  } catch {
    await file.close().catch(() => undefined);
    return { outcome: 'unknown', problem: 'connectionLost' };
  }
}

/** The write itself cannot be called off: it ends when the device takes its bytes or is unplugged. */
async function within(limitMs: number, work: Promise<SendOutcome>): Promise<SendOutcome> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<SendOutcome>((resolve) => {
    timer = setTimeout(() => resolve({ outcome: 'unknown', problem: 'noAnswer' }), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
