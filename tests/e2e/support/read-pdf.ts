/// <reference path="../../../src-data/spool/testing/escpos/pngjs.d.ts" />
/** Reads PDFs with poppler's programs, as another program than the one that made them. */
import { execFileSync } from 'node:child_process';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';

/** Sharp enough for a phone's camera, and for jsQR. */
const DOTS_PER_INCH = 150;
const MAX_OUTPUT_BYTES = 100_000_000;

export interface PdfSheet {
  readonly pages: number;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Its structure is marked up for screen readers. */
  readonly isTagged: boolean;
}

/** All text in reading order, on one line, with plain spaces. */
export function pdfText(path: string): string {
  return run('pdftotext', ['-enc', 'UTF-8', path, '-']).toString('utf8').replace(/\s+/g, ' ').trim();
}

export function pdfSheet(path: string): PdfSheet {
  const info = run('pdfinfo', [path]).toString('utf8');
  const [, width = '', height = ''] = /^Page size:\s+([\d.]+) x ([\d.]+) pts/m.exec(info) ?? [];
  const inMm = (points: string): number => Math.round((Number(points) / 72) * 25.4);
  return {
    pages: Number(/^Pages:\s+(\d+)/m.exec(info)?.[1]),
    widthMm: inMm(width),
    heightMm: inMm(height),
    isTagged: /^Tagged:\s+yes/m.test(info),
  };
}

/** What a phone reads from the QR code on the first page; null when there is none it can read. */
export function pdfQrCode(path: string): string | null {
  const picture = PNG.sync.read(run('pdftoppm', ['-r', String(DOTS_PER_INCH), '-f', '1', '-l', '1', '-png', path]));
  return jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height)?.data ?? null;
}

/** Names of the fonts inside the file. */
export function pdfFonts(path: string): string {
  return run('pdffonts', [path]).toString('utf8');
}

function run(program: string, given: readonly string[]): Buffer {
  try {
    return execFileSync(program, given, { maxBuffer: MAX_OUTPUT_BYTES, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (cause) {
    throw new Error(`${program} did not work. It comes with Debian's and Ubuntu's package poppler-utils: is that installed?`, { cause });
  }
}
