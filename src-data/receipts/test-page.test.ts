import { describe, expect, it } from 'vitest';
import { CODE_PAGES } from '../../src-shared/receipt/code-page.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { escposBytes } from '../spool/escpos.ts';
import { readPrinterStatus } from '../spool/read-printer-status.ts';
import { printOnPaper } from '../spool/testing/escpos/software-printer.ts';
import { startTcpPrinter } from '../spool/testing/escpos/tcp-printer.ts';
import { rulerOf, TEST_LETTERS, TEST_QR, testPage } from './test-page.ts';

const COLUMNS = [32, 42, 48] as const;

describe.each(COLUMNS.flatMap((columns) => CODE_PAGES.map((codePage) => ({ columns, codePage }))))('on $columns columns in $codePage', ({ columns, codePage }) => {
  it('shows every letter, a line from edge to edge and a code that a phone reads', () => {
    const settings = { target: { kind: 'none' }, columns, codePage, cuts: true } as const;
    const page = testPage({ settings, stationName: 'Counter 1', printedAt: utcMs(1_795_000_000_000), timeZone: 'America/New_York' });
    const printed = printOnPaper(escposBytes(page, settings), columns);
    const lines = printed.lines.map(({ text }) => text);
    expect(lines.join(' ')).toContain(TEST_LETTERS);
    expect(lines).toContain(rulerOf(columns));
    expect([printed.paper.readQr(), printed.cutCount]).toEqual([TEST_QR, 1]);
  });
});

it('asks a network printer how it is, and prints nothing for it', async () => {
  const printer = await startTcpPrinter({ paper: 'nearEnd' });
  const target = { kind: 'tcp', host: '127.0.0.1', port: printer.port } as const;
  expect(await readPrinterStatus(target)).toEqual({ kind: 'ready', isPaperNearEnd: true });
  printer.manners.cover = 'open';
  expect(await readPrinterStatus(target)).toMatchObject({ kind: 'problem', problem: 'coverOpen' });
  printer.manners.answers = false;
  expect(await readPrinterStatus(target)).toEqual({ kind: 'silent' });
  expect(printer.receivedCommands()).toBe(0);
  await printer.close();
  expect(await readPrinterStatus(target)).toMatchObject({ kind: 'problem', problem: 'unreachable' });
  expect(await readPrinterStatus({ kind: 'none' })).toEqual({ kind: 'none' });
});
