/**
 * Reads the part of ESC/POS that receipts may use, strictly: any other byte or parameter is an error, as it would be a surprise
 * on a real printer.
 */

export type EscposCommand =
  | { readonly kind: 'text'; readonly bytes: Uint8Array }
  | { readonly kind: 'lineFeed' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'codePage'; readonly table: number }
  | { readonly kind: 'align'; readonly align: 'left' | 'center' | 'right' }
  | { readonly kind: 'bold' | 'underline' | 'invert'; readonly isOn: boolean }
  | { readonly kind: 'size'; readonly width: number; readonly height: number }
  | { readonly kind: 'lineSpacing'; readonly dots: number }
  | { readonly kind: 'leftMargin' | 'areaWidth' | 'position' | 'move'; readonly dots: number }
  | { readonly kind: 'raster'; readonly bytesPerRow: number; readonly rows: number; readonly data: Uint8Array }
  | { readonly kind: 'cut' }
  | { readonly kind: 'askWhenDone' }
  | { readonly kind: 'askNow'; readonly question: number }
  | { readonly kind: 'default' };

/** Distance of lines after `ESC 2`: a sixth of an inch at 180 dots. */
export const DEFAULT_LINE_SPACING = 30;

const DLE = 0x10;
const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;
const ALIGNMENTS = ['left', 'center', 'right'] as const;

/** Thrown when the bytes end inside a command: more are to come. */
class NeedsMoreBytes extends Error {}

/** All commands of a complete receipt. Throws on anything unknown or cut off. */
export function readCommands(bytes: Uint8Array): readonly EscposCommand[] {
  const { commands, rest } = readAvailable(bytes);
  if (rest.length > 0) throw new Error(`The receipt ends inside a command: ${hex(rest)}`);
  return commands;
}

/** The commands that are complete so far, and the bytes of the one that is not. */
export function readAvailable(bytes: Uint8Array): { readonly commands: readonly EscposCommand[]; readonly rest: Uint8Array } {
  const commands: EscposCommand[] = [];
  let offset = 0;
  while (offset < bytes.length) {
    const reader = new Reader(bytes, offset);
    try {
      commands.push(readCommand(reader));
    } catch (problem) {
      if (problem instanceof NeedsMoreBytes) break;
      throw problem;
    }
    offset = reader.offset;
  }
  return { commands, rest: bytes.subarray(offset) };
}

class Reader {
  private readonly bytes: Uint8Array;
  offset: number;

  constructor(bytes: Uint8Array, offset: number) {
    this.bytes = bytes;
    this.offset = offset;
  }

  byte(): number {
    const value = this.bytes[this.offset];
    if (value === undefined) throw new NeedsMoreBytes();
    this.offset += 1;
    return value;
  }

  /** Two bytes, low first. */
  word(): number {
    return this.byte() | (this.byte() << 8);
  }

  take(length: number): Uint8Array {
    if (this.offset + length > this.bytes.length) throw new NeedsMoreBytes();
    this.offset += length;
    return this.bytes.subarray(this.offset - length, this.offset);
  }

  takePrintable(): Uint8Array {
    const start = this.offset;
    while ((this.bytes[this.offset] ?? 0) >= 0x20) this.offset += 1;
    return this.bytes.subarray(start, this.offset);
  }

  unknown(what: string): never {
    throw new Error(`Unknown ${what} before byte ${this.offset}: … ${hex(this.bytes.subarray(Math.max(0, this.offset - 6), this.offset))}`);
  }
}

function readCommand(reader: Reader): EscposCommand {
  const text = reader.takePrintable();
  if (text.length > 0) return { kind: 'text', bytes: text };
  switch (reader.byte()) {
    case 0x0a:
      return { kind: 'lineFeed' };
    case DLE:
      return reader.byte() === 0x04 ? { kind: 'askNow', question: reader.byte() } : reader.unknown('real-time command');
    case ESC:
      return readEscape(reader);
    case FS:
      return readFs(reader);
    case GS:
      return readGs(reader);
    default:
      return reader.unknown('control character');
  }
}

function readEscape(reader: Reader): EscposCommand {
  switch (letter(reader)) {
    case '@':
      return { kind: 'reset' };
    case 't':
      return { kind: 'codePage', table: reader.byte() };
    case 'a':
      return { kind: 'align', align: ALIGNMENTS[reader.byte()] ?? reader.unknown('alignment') };
    case 'E':
      return { kind: 'bold', isOn: flag(reader) };
    case '-':
      return { kind: 'underline', isOn: reader.byte() > 0 };
    case '2':
      return { kind: 'lineSpacing', dots: DEFAULT_LINE_SPACING };
    case '3':
      return { kind: 'lineSpacing', dots: reader.byte() };
    case '$':
      return { kind: 'position', dots: reader.word() };
    case '\\':
      return { kind: 'move', dots: reader.word() };
    case 'M':
    case ' ':
    case '{':
      return onlyDefault(reader, 1);
    default:
      return reader.unknown('ESC command');
  }
}

function readFs(reader: Reader): EscposCommand {
  switch (letter(reader)) {
    case '.':
      return { kind: 'default' };
    case '-':
      return onlyDefault(reader, 1);
    case 'S':
      return onlyDefault(reader, 2);
    default:
      return reader.unknown('FS command');
  }
}

function readGs(reader: Reader): EscposCommand {
  switch (letter(reader)) {
    case '!':
      return sizeOf(reader.byte());
    case 'B':
      return { kind: 'invert', isOn: flag(reader) };
    case 'L':
      return { kind: 'leftMargin', dots: reader.word() };
    case 'W':
      return { kind: 'areaWidth', dots: reader.word() };
    case 'V':
      return reader.byte() === 0x42 && reader.byte() === 0 ? { kind: 'cut' } : reader.unknown('cut');
    case 'r':
      return reader.byte() === 1 ? { kind: 'askWhenDone' } : reader.unknown('question');
    case 'a':
      return onlyDefault(reader, 1);
    case 'v':
      return readRaster(reader);
    default:
      return reader.unknown('GS command');
  }
}

function readRaster(reader: Reader): EscposCommand {
  if (reader.byte() !== 0x30 || reader.byte() !== 0) reader.unknown('raster mode');
  const bytesPerRow = reader.word();
  const rows = reader.word();
  return { kind: 'raster', bytesPerRow, rows, data: reader.take(bytesPerRow * rows) };
}

function sizeOf(value: number): EscposCommand {
  return { kind: 'size', width: (value >> 4) + 1, height: (value & 0x0f) + 1 };
}

function onlyDefault(reader: Reader, count: number): EscposCommand {
  for (let index = 0; index < count; index += 1) if (reader.byte() !== 0) reader.unknown('setting');
  return { kind: 'default' };
}

function flag(reader: Reader): boolean {
  const value = reader.byte();
  if (value > 1) reader.unknown('switch');
  return value === 1;
}

function letter(reader: Reader): string {
  return String.fromCharCode(reader.byte());
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
