import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendToFile } from './send-to-file.ts';

const RECEIPT = Uint8Array.of(0x1b, 0x40, 0xa4, 0x0a);
const yes = (): boolean => true;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portreeve-spool-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('appends each receipt, byte for byte', async () => {
  const path = join(folder, 'receipts.bin');
  writeFileSync(path, 'before');
  expect(await sendToFile(path, RECEIPT, yes)).toEqual({ outcome: 'printed' });
  expect(await sendToFile(path, RECEIPT, yes)).toEqual({ outcome: 'printed' });
  expect(readFileSync(path)).toEqual(Buffer.concat([Buffer.from('before'), RECEIPT, RECEIPT]));
});

it('makes the file when it is missing, but not its folder', async () => {
  expect(await sendToFile(join(folder, 'new.bin'), RECEIPT, yes)).toEqual({ outcome: 'printed' });
  expect(await sendToFile(join(folder, 'no', 'new.bin'), RECEIPT, yes)).toEqual({ outcome: 'notSent', problem: 'notFound' });
});

it('writes nothing when the job was taken back', async () => {
  const path = join(folder, 'receipts.bin');
  expect(await sendToFile(path, RECEIPT, () => false)).toEqual({ outcome: 'withdrawn' });
  expect(readFileSync(path)).toHaveLength(0);
});

it('opens before it says that it begins', async () => {
  let hasBegun = false;
  await sendToFile(folder, RECEIPT, () => (hasBegun = true));
  expect(hasBegun).toBe(false);
});

it('has nothing to say about a folder but that it cannot be opened', async () => {
  expect(await sendToFile(folder, RECEIPT, yes)).toEqual({ outcome: 'notSent', problem: 'cannotOpen' });
});

describe('on Linux devices', () => {
  it('does not make a device that is not there', async () => {
    expect(await sendToFile('/dev/portreeve-no-such-printer', RECEIPT, yes)).toEqual({ outcome: 'notSent', problem: 'notFound' });
  });

  it('takes a device that can flush nothing', async () => {
    expect(await sendToFile('/dev/null', RECEIPT, yes)).toEqual({ outcome: 'printed' });
  });

  it('does not know what became of bytes that a device refused', async () => {
    expect(await sendToFile('/dev/full', RECEIPT, yes)).toEqual({ outcome: 'unknown', problem: 'connectionLost' });
  });

  it('does not hang on a pipe that nobody reads', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await sendToFile(pipe, RECEIPT, yes)).toEqual({ outcome: 'notSent', problem: 'notFound' });
  });
});
