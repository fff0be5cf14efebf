import { afterEach, describe, expect, it } from 'vitest';
import { makeReceiptDocument } from '../../src-shared/receipt/receipt-document.ts';
import { SAMPLE_RECEIPT } from '../../src-shared/receipt/testing/sample-receipt.ts';
import { escposBytes } from './escpos.ts';
import { readPrinterStatus } from './read-printer-status.ts';
import type { SendOutcome } from './send-outcome.ts';
import { sendToDevice } from './send-to-device.ts';
import type { PrinterManners } from './testing/escpos/tcp-printer.ts';
import { hasTerminals, startTerminalPrinter, type TerminalPrinter } from './testing/terminal-printer.ts';

const RECEIPT = escposBytes(makeReceiptDocument(SAMPLE_RECEIPT), { columns: 48, codePage: 'cp858' });
const LIMITS = { statusMs: 1_500, printMs: 2_000 };

describe.runIf(hasTerminals)('a device that answers', () => {
  let printer: TerminalPrinter | undefined;
  afterEach(async () => {
    await printer?.close();
    printer = undefined;
  });
  async function sendTo(manners: Partial<PrinterManners>, beforeFirstByte = () => true): Promise<SendOutcome> {
    printer = await startTerminalPrinter(manners);
    return sendToDevice(printer.path, RECEIPT, beforeFirstByte, LIMITS);
  }

  it('has printed when it says so', async () => {
    expect(await sendTo({})).toEqual({ outcome: 'printed' });
    expect(printer?.printed().paper.readQr()).toBe('https://palmharbor.example/status?n=4829135062');
    expect(printer?.printed().cutCount).toBe(1);
  });

  it.each([
    ['out of paper', { paper: 'out' }, 'paperOut'],
    ['open', { cover: 'open' }, 'coverOpen'],
    ['offline', { isOffline: true }, 'offline'],
  ] as const)('gets not one byte of the receipt while it is %s, and says so when it is asked', async (_case, manners, problem) => {
    expect(await sendTo(manners, () => expect.unreachable('nothing may begin'))).toEqual({ outcome: 'notSent', problem });
    expect(printer?.printed().lines).toEqual([]);
    expect(await readPrinterStatus({ kind: 'file', path: printer?.path ?? '' })).toMatchObject({ kind: 'problem', problem });
  });

  it('may have printed half of it when its paper ends on the way', async () => {
    expect(await sendTo({ paperEndsAfterLines: 10 })).toEqual({ outcome: 'unknown', problem: 'paperRanOut' });
    expect([printer?.printed().lines.length, printer?.printed().cutCount]).toEqual([expect.any(Number), 0]);
  });

  it('tells that its paper is near its end', async () => {
    printer = await startTerminalPrinter({ paper: 'nearEnd' });
    expect(await readPrinterStatus({ kind: 'file', path: printer.path })).toEqual({ kind: 'ready', isPaperNearEnd: true });
  });

  it('that never answers has printed when it took every byte', async () => {
    expect(await sendTo({ answers: false })).toEqual({ outcome: 'printed' });
    await expect.poll(() => printer?.printed().cutCount, { timeout: 20_000 }).toBe(1);
    expect(await readPrinterStatus({ kind: 'file', path: printer?.path ?? '' })).toEqual({ kind: 'silent' });
  });
});
