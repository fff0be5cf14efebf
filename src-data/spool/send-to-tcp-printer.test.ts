import { afterEach, describe, expect, it } from 'vitest';
import { makeReceiptDocument } from '../../src-shared/receipt/receipt-document.ts';
import { type PrinterManners, startTcpPrinter, type TcpPrinter } from './testing/escpos/tcp-printer.ts';
import { SAMPLE_RECEIPT } from '../../src-shared/receipt/testing/sample-receipt.ts';
import { escposBytes } from './escpos.ts';
import type { SendOutcome } from './send-outcome.ts';
import { sendToTcpPrinter } from './send-to-tcp-printer.ts';

const RECEIPT = escposBytes(makeReceiptDocument(SAMPLE_RECEIPT), { columns: 48, codePage: 'cp858' });
/** Short, since a silent printer uses them up; long enough for a busy machine. */
const LIMITS = { connectMs: 5_000, statusMs: 1_500, printMs: 2_000, silenceMs: 300 };

let printer: TcpPrinter | undefined;
afterEach(async () => {
  await printer?.close();
  printer = undefined;
});

async function sendTo(manners: Partial<PrinterManners>, beforeFirstByte = () => true): Promise<SendOutcome> {
  printer = await startTcpPrinter(manners);
  return sendToTcpPrinter({ host: '127.0.0.1', port: printer.port }, RECEIPT, beforeFirstByte, LIMITS);
}

describe('a printer that answers', () => {
  it('has printed when it says so', async () => {
    expect(await sendTo({})).toEqual({ outcome: 'printed' });
    expect(printer?.printed().lines.some((line) => line.text === '48-2913-5062')).toBe(true);
    expect(printer?.printed().paper.readQr()).toBe('https://palmharbor.example/status?n=4829135062');
    expect(printer?.printed().cutCount).toBe(1);
  });

  it('prints with little paper left', async () => {
    expect(await sendTo({ paper: 'nearEnd' })).toEqual({ outcome: 'printed' });
  });

  it.each([
    ['out of paper', { paper: 'out' }, 'paperOut'],
    ['open', { cover: 'open' }, 'coverOpen'],
    ['offline', { isOffline: true }, 'offline'],
  ] as const)('gets not one byte of the receipt while it is %s', async (_case, manners, problem) => {
    let hasBegun = false;
    expect(await sendTo(manners, () => (hasBegun = true))).toEqual({ outcome: 'notSent', problem });
    expect([hasBegun, printer?.receivedCommands()]).toEqual([false, 0]);
  });

  it('may have printed half of it when its paper ends on the way', async () => {
    expect(await sendTo({ paperEndsAfterLines: 10 })).toEqual({ outcome: 'unknown', problem: 'paperRanOut' });
    expect(printer?.printed().lines.length).toBeGreaterThan(0);
    expect(printer?.printed().cutCount).toBe(0);
  });

  it('may have printed anything when the cable is pulled on the way', async () => {
    expect(await sendTo({ breaksAfterLines: 10 })).toEqual({ outcome: 'unknown', problem: 'connectionLost' });
  });
});

describe('a printer that never answers', () => {
  it('has printed when it took every byte and said goodbye in order', async () => {
    expect(await sendTo({ answers: false })).toEqual({ outcome: 'printed' });
    expect(printer?.printed().cutCount).toBe(1);
  });

  it('may have printed anything when the cable is pulled on the way', async () => {
    expect(await sendTo({ answers: false, breaksAfterLines: 10 })).toEqual({ outcome: 'unknown', problem: 'connectionLost' });
  });

  it('may have printed anything when it takes the bytes and is never heard of again', async () => {
    expect(await sendTo({ answers: false, isStuck: true })).toEqual({ outcome: 'unknown', problem: 'noAnswer' });
  });
});

it('sends nothing when the job was taken back', async () => {
  expect(await sendTo({}, () => false)).toEqual({ outcome: 'withdrawn' });
  expect(printer?.receivedCommands()).toBe(0);
});

it('says that nobody is there', async () => {
  const gone = await startTcpPrinter();
  await gone.close();
  const begin = (): boolean => expect.unreachable('nothing may begin');
  expect(await sendToTcpPrinter({ host: '127.0.0.1', port: gone.port }, RECEIPT, begin, LIMITS)).toEqual({
    outcome: 'notSent',
    problem: 'unreachable',
  });
});
