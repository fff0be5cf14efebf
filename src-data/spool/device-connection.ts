import { constants, type FileHandle, open } from 'node:fs/promises';

/** A device that is written to and, where it talks, read from: opened once, for `usblp` lets nobody in a second time. */
export interface DeviceConnection {
  /** Resolves when the device has taken every byte; `full`: it took none or not all in time; `broken`: it refused or is gone. */
  send(bytes: Uint8Array, limitMs: number): Promise<'taken' | 'full' | 'broken'>;
  /** The next `count` bytes that `isAnswer` accepts, others are dropped. Null when it says nothing in time. */
  answers(count: number, isAnswer: (byte: number) => boolean, limitMs: number): Promise<readonly number[] | null>;
  close(): Promise<void>;
}

const LOOK_EVERY_MS = 20;
const READ_BYTES = 64;

/** Opens a device both ways, or for writing only when it cannot be read. Rejects with the system's error when it cannot be opened at all. */
export async function openDevice(path: string): Promise<DeviceConnection> {
  const common = (constants.O_NOCTTY ?? 0) | (constants.O_NONBLOCK ?? 0);
  const bothWays = await open(path, constants.O_RDWR | common).catch((error: unknown) => {
    if (codeOf(error) === 'EACCES' || codeOf(error) === 'EINVAL' || codeOf(error) === 'EPERM') return null;
    throw error;
  });
  return bothWays ? wrap(bothWays, true) : wrap(await open(path, constants.O_WRONLY | common), false);
}

function wrap(file: FileHandle, isReadable: boolean): DeviceConnection {
  return {
    async send(bytes, limitMs) {
      const until = performance.now() + limitMs;
      for (let sent = 0; sent < bytes.length; ) {
        const taken = await attempt(() => file.write(bytes, sent, bytes.length - sent).then(({ bytesWritten }) => bytesWritten));
        if (taken === 'broken') return 'broken';
        sent += taken === 'notNow' ? 0 : taken;
        if (taken !== 'notNow') continue;
        if (performance.now() > until) return 'full';
        await pause();
      }
      return 'taken';
    },
    async answers(count, isAnswer, limitMs) {
      const until = performance.now() + limitMs;
      const accepted: number[] = [];
      const buffer = new Uint8Array(READ_BYTES);
      while (isReadable && accepted.length < count) {
        const read = await attempt(() => file.read(buffer, 0, READ_BYTES, null).then(({ bytesRead }) => bytesRead));
        if (read === 'broken' || read === 0) return null; // gone, or one that never says anything
        if (read !== 'notNow') accepted.push(...buffer.subarray(0, read).filter(isAnswer));
        if (performance.now() > until) break;
        if (read === 'notNow') await pause();
      }
      return accepted.length >= count ? accepted.slice(0, count) : null;
    },
    close: () => file.close().catch(() => undefined),
  };
}

async function attempt(work: () => Promise<number>): Promise<number | 'notNow' | 'broken'> {
  try {
    return await work();
  } catch (error) {
    return codeOf(error) === 'EAGAIN' ? 'notNow' : 'broken';
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
