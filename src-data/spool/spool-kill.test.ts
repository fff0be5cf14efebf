import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type PrinterManners, startTcpPrinter, type TcpPrinter } from './testing/escpos/tcp-printer.ts';

const PROGRAM = fileURLToPath(new URL('testing/spool-process.ts', import.meta.url));

let folder: string;
let printer: TcpPrinter;
let children: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portreeve-spool-kill-'));
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await printer.close();
  rmSync(folder, { recursive: true, maxRetries: 5 });
});

async function setUpPrinter(manners: Partial<PrinterManners>): Promise<void> {
  printer = await startTcpPrinter(manners);
}

/** Starts a spool over the same records, and waits until it tells what is expected. */
async function spoolThatTells(expected: string, ...more: readonly string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [PROGRAM, join(folder, 'spool.db'), String(printer.port), ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  for await (const line of createInterface({ input: child.stdout })) if (line === expected) break;
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

it('asks a person about a receipt that was printing when the process was killed, and sends nothing by itself', async () => {
  await setUpPrinter({ paperEndsAfterLines: 5 });
  await kill(await spoolThatTells('open receipt:printing:', 'queue'));
  printer.manners.paper = 'ok';
  await kill(await spoolThatTells('open receipt:needsLook:interrupted'));
  await spoolThatTells('open receipt:needsLook:interrupted');
  expect([printer.connectionCount(), printer.printed().cutCount]).toEqual([1, 0]);
});

it('prints a receipt that was only waiting when the process was killed, once', async () => {
  await setUpPrinter({ paper: 'out' });
  await kill(await spoolThatTells('open receipt:waiting:paperOut', 'queue'));
  printer.manners.paper = 'ok';
  await spoolThatTells('open ');
  expect([printer.printed().cutCount, printer.printed().lines.filter((line) => line.text === '48-2913-5062').length]).toEqual([1, 1]);
});
