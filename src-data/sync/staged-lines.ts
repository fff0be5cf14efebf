import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The lines of an answer in the order they came; an array of text is one. */
export interface PulledLines extends Iterable<string> {
  readonly length: number;
  at(index: number): string | undefined;
}

/** Lines being collected: a few in memory, many on disk, so that a bucket of any size costs little memory. */
export interface StagedLines extends PulledLines {
  push(line: string): void;
  /** Gives the disk back. */
  close(): void;
}

const KEPT_IN_MEMORY_BYTES = 4 * 1024 * 1024;
/** Lines are written together in pieces of about this size. */
const WRITE_BYTES = 256 * 1024;

export function stageLines(mostInMemory = KEPT_IN_MEMORY_BYTES): StagedLines {
  const offsets: number[] = [0];
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let written = 0;
  let spill: { readonly file: number; readonly folder: string } | null = null;

  /** Only this process ever reads the file; where the system allows it, it has no name from the beginning. */
  function open(): { readonly file: number; readonly folder: string } {
    const folder = mkdtempSync(join(tmpdir(), 'portreeve-pull-'));
    const opened = { file: openSync(join(folder, 'lines'), 'wx+', 0o600), folder };
    if (process.platform !== 'win32') rmSync(folder, { recursive: true });
    return opened;
  }
  function flush(): void {
    spill ??= open();
    writeSync(spill.file, Buffer.concat(waiting), 0, waitingBytes, written);
    written += waitingBytes;
    waiting = [];
    waitingBytes = 0;
  }
  function read(from: number, to: number): string {
    const bytes = Buffer.alloc(to - from);
    if (spill) readSync(spill.file, bytes, 0, bytes.length, from);
    return bytes.toString('utf8');
  }
  const lines: StagedLines = {
    get length() {
      return offsets.length - 1;
    },
    push(line) {
      const bytes = Buffer.from(line);
      waiting.push(bytes);
      waitingBytes += bytes.byteLength;
      offsets.push((offsets.at(-1) ?? 0) + bytes.byteLength);
      if (waitingBytes > (spill ? WRITE_BYTES : mostInMemory)) flush();
    },
    at(index) {
      const [from, to] = [offsets[index], offsets[index + 1]];
      if (from === undefined || to === undefined) return undefined;
      if (!spill) return waiting[index]?.toString('utf8');
      if (waitingBytes > 0) flush();
      return read(from, to);
    },
    *[Symbol.iterator]() {
      for (let index = 0; index < lines.length; index += 1) yield lines.at(index) ?? '';
    },
    close() {
      if (!spill) return;
      closeSync(spill.file);
      rmSync(spill.folder, { recursive: true, force: true });
      spill = null;
    },
  };
  return lines;
}
