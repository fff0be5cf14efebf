import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hasCups, startCups } from './testing/cups.ts';
import { type PrinterManners, startTcpPrinter, type TcpPrinter } from './testing/escpos/tcp-printer.ts';

const PROGRAM = fileURLToPath(new URL('testing/spool-process.ts', import.meta.url));

let folder: string;
let running: TcpPrinter | null = null;
let children: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portreeve-spool-kill-'));
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await running?.close();
  running = null;
  rmSync(folder, { recursive: true, maxRetries: 5 });
});

async function setUpPrinter(manners: Partial<PrinterManners>): Promise<TcpPrinter> {
  running = await startTcpPrinter(manners);
  return running;
}

/** Starts a spool over the same records, and waits until it tells what is expected. */
async function spoolThatTells(expected: string, ...more: readonly string[]): Promise<ChildProcess> {
  return spoolFor(String(running?.port), {}, expected, ...more);
}

async function spoolFor(target: string, env: NodeJS.ProcessEnv, expected: string, ...more: readonly string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [PROGRAM, join(folder, 'spool.db'), target, ...more], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } });
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
  const printer = await setUpPrinter({ paperEndsAfterLines: 5 });
  await kill(await spoolThatTells('open receipt:printing:', 'queue'));
  printer.manners.paper = 'ok';
  await kill(await spoolThatTells('open receipt:needsLook:interrupted'));
  await spoolThatTells('open receipt:needsLook:interrupted');
  expect([printer.connectionCount(), printer.printed().cutCount]).toEqual([1, 0]);
});

it('prints a receipt that was only waiting when the process was killed, once', async () => {
  const printer = await setUpPrinter({ paper: 'out' });
  await kill(await spoolThatTells('open receipt:waiting:paperOut', 'queue'));
  printer.manners.paper = 'ok';
  await spoolThatTells('open ');
  expect([printer.printed().cutCount, printer.printed().lines.filter((line) => line.text === '48-2913-5062').length]).toEqual([1, 1]);
});

it.runIf(hasCups)('takes back what the system’s queue still has of a receipt after a power cut, and asks a person', async () => {
  const cups = await startCups();
  try {
    cups.addQueue('Thermal');
    cups.hold('Thermal');
    const spool = (expected: string, ...more: readonly string[]): Promise<ChildProcess> => spoolFor('Thermal', { CUPS_SERVER: cups.server }, expected, ...more);
    const first = await spool('open receipt:printing:', 'queue');
    await expect.poll(() => cups.jobs('Thermal', 'not-completed').length, { timeout: 20_000 }).toBe(1);
    await kill(first);
    await cups.kill();
    await cups.start(); // it begins the job anew
    await spool('open receipt:needsLook:interrupted');
    await expect.poll(() => cups.jobs('Thermal', 'not-completed'), { timeout: 20_000 }).toEqual([]);
    cups.letGo('Thermal');
    expect([cups.printed('Thermal').length, cups.jobs('Thermal', 'completed').length]).toEqual([0, 1]);
  } finally {
    await cups.close();
  }
});
