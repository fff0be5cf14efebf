import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SaveQuestion } from '../window/ask-where-to-save.ts';
import type { PrintWindow } from './print-window.ts';
import { saveDocumentPdf } from './document-pdf.ts';
import { printOnSystemPrinter } from './system-printers.ts';

const REQUEST = { html: '<p>receipt</p>', paper: 'letter', title: 'receipt', pageFooter: null, suggestedName: 'Receipt 48-2913-5062' } as const;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portreeve-printing-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function windowThat(overrides: Partial<PrintWindow> = {}): () => PrintWindow {
  return () => ({
    load: async () => undefined,
    measureHeight: async () => 700,
    printToPdf: async () => Buffer.from('%PDF'),
    print: async () => null,
    onFailure: () => undefined,
    destroy: () => undefined,
    ...overrides,
  });
}

describe('saving a PDF', () => {
  async function save(path: string | null, openWindow = windowThat()) {
    const log: string[] = [];
    const questions: SaveQuestion[] = [];
    const askWhereToSave = async (question: SaveQuestion): Promise<string | null> => {
      questions.push(question);
      return path;
    };
    const result = await saveDocumentPdf(REQUEST, { openWindow, askWhereToSave, log: (line) => log.push(line) });
    return { result, log, questions };
  }

  it('asks where, offering a name, and saves there', async () => {
    const path = join(folder, 'receipt.pdf');
    const { result, questions } = await save(path);
    expect(result).toEqual({ outcome: 'saved', path });
    expect(questions.map((question) => question.suggestedName)).toEqual(['Receipt 48-2913-5062.pdf']);
    expect(readFileSync(path, 'utf8')).toBe('%PDF');
  });

  it('takes no for an answer', async () => {
    expect((await save(null)).result).toEqual({ outcome: 'cancelled' });
  });

  it.each([
    ['a folder that is not there', () => join(folder, 'no', 'receipt.pdf'), 'The file was not saved there. Choose another folder or name.'],
    ['a full disk', () => '/dev/full', 'The file was not saved: the disk is full. Free some space, or choose another place.'],
  ])('says what to do about %s', async (_case, path, message) => {
    expect((await save(path())).result).toEqual({ outcome: 'failed', message });
  });

  it('asks for nothing when no PDF could be made, and logs why without the receipt', async () => {
    const broken = windowThat({ printToPdf: async () => Promise.reject(new Error('no PDF')) });
    const { result, log, questions } = await save(join(folder, 'receipt.pdf'), broken);
    expect(result).toMatchObject({ outcome: 'failed', message: expect.stringMatching(/^The document could not be turned into a PDF\./) });
    expect([questions, log]).toEqual([[], ['printing: no PDF, Error: no PDF']]);
  });
});

describe('printing on a system printer', () => {
  const print = (openWindow: () => PrintWindow) =>
    printOnSystemPrinter({ ...REQUEST, paper: 'a4', deviceName: 'Front desk' }, { openWindow, log: () => undefined });

  it('is spooled when the system takes it', async () => {
    expect(await print(windowThat())).toEqual({ outcome: 'spooled' });
  });

  it('lays the sheet across where the document wants it', async () => {
    const across: unknown[] = [];
    const watching = windowThat({ print: async ({ landscape }) => (across.push(landscape), null) });
    for (const isLandscape of [true, undefined]) await printOnSystemPrinter({ ...REQUEST, isLandscape, deviceName: 'Front desk' }, { openWindow: watching, log: () => undefined });
    expect(across).toEqual([true, false]);
  });

  it.each([
    ['Invalid deviceName provided', 'There is no printer called “Front desk” on this computer any more. Choose another one, or save the document as PDF.'],
    ['Print job failed', "The printer “Front desk” did not take the document. Check it in the system's printer settings, or save the document as PDF."],
  ])('says in plain words what “%s” means', async (reason, message) => {
    expect(await print(windowThat({ print: async () => reason }))).toEqual({ outcome: 'failed', message });
  });

  it('says so when the receipt cannot be laid out', async () => {
    const broken = windowThat({ load: async () => Promise.reject(new Error('not loaded')) });
    expect(await print(broken)).toMatchObject({ outcome: 'failed', message: expect.stringContaining('could not be laid out') });
  });
});
