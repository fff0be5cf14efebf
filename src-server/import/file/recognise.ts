import { ImportProblem } from '../import-problem.ts';

interface Lookalike {
  readonly isIt: (start: Buffer) => boolean;
  readonly sentence: string;
}

const begins = (...bytes: readonly number[]) => (start: Buffer): boolean => start.subarray(0, bytes.length).equals(Buffer.from(bytes));
const textBegins = (pattern: RegExp) => (start: Buffer): boolean => pattern.test(start.toString('latin1').replace(/^\xEF\xBB\xBF/, ''));

const LOOKALIKES: readonly Lookalike[] = [
  {
    isIt: begins(0x50, 0x4b, 0x03, 0x04),
    sentence: 'is an Excel workbook or a zip archive, not a CSV file. Open it and save the sheet as “CSV UTF-8”, or unpack it first.',
  },
  {
    isIt: begins(0xd0, 0xcf, 0x11, 0xe0),
    sentence: 'is an old Excel workbook, not a CSV file. Open it in a spreadsheet and save the sheet as “CSV UTF-8”.',
  },
  { isIt: begins(0x1f, 0x8b), sentence: 'is compressed (gzip), not a CSV file. Unpack it first.' },
  { isIt: textBegins(/^%PDF-/), sentence: 'is a PDF, not a CSV file. Ask the old system for an export as CSV.' },
  {
    isIt: textBegins(/^\s*<(!doctype\s+html|html|head|body|table|!--|script|meta)\b/i),
    sentence:
      'is a web page saved under the name of a CSV file: often a sign-in or error page that came instead of the download. Open it in a browser to see what it says, then download the file again.',
  },
  { isIt: textBegins(/^\s*<\?xml|^\s*<[a-z][\w:.-]*[\s>]/i), sentence: 'is XML, not a CSV file. Ask the old system for an export as CSV.' },
  { isIt: textBegins(/^\s*[[{]\s*["{[\]}]/), sentence: 'is JSON, not a CSV file. Ask the old system for an export as CSV.' },
];

/**
 * Throws an ImportProblem when the beginning of a file shows that it is something else than a table of text.
 *
 * `start` is its first few thousand bytes; empty means that the file is empty.
 */
export function refuseWhatIsNoCsv(name: string, start: Buffer): void {
  if (start.length === 0) throw new ImportProblem(`${name} is empty (0 bytes). Export it again from the old system.`);
  const found = LOOKALIKES.find(({ isIt }) => isIt(start));
  if (found) throw new ImportProblem(`${name} ${found.sentence}`);
}
