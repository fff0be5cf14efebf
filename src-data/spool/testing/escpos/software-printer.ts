/**
 * A receipt printer in software: takes the bytes, moves its head as the ESC/POS reference says, and keeps what came out, both as
 * dots on paper and as lines that can be read back. Our own decoder, so that encoder and test do not share a mistake.
 */
import { characterOfByte, type CodePage } from '../../../../src-shared/receipt/code-page.ts';
import { DEFAULT_LINE_SPACING, type EscposCommand, readCommands } from './commands.ts';
import { type Glyph, GLYPH_HEIGHT, GLYPH_WIDTH, loadGlyphs } from './glyphs.ts';
import { Paper } from './paper.ts';

export interface PrintedLine {
  /** Without the blank space around it. */
  readonly text: string;
  /** Dots from the left edge of the paper to the first and past the last printed character. */
  readonly from: number;
  readonly to: number;
  readonly height: number;
  readonly isBold: boolean;
  readonly isInverted: boolean;
}

export interface PrintedReceipt {
  readonly paper: Paper;
  readonly lines: readonly PrintedLine[];
  readonly cutCount: number;
  /** How often the host asked to be told when everything before was done. */
  readonly askedWhenDone: number;
}

interface Cell {
  readonly character: string;
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly isBold: boolean;
  readonly isInverted: boolean;
}

const CODE_PAGE_TABLES: ReadonlyMap<number, CodePage> = new Map([
  [19, 'cp858'],
  [16, 'cp1252'],
]);

const START = {
  codePage: null as CodePage | null,
  align: 'left' as 'left' | 'center' | 'right',
  isBold: false,
  isInverted: false,
  width: 1,
  height: 1,
  lineSpacing: DEFAULT_LINE_SPACING,
  leftMargin: 0,
  areaWidth: 0,
};

const GLYPHS = loadGlyphs();

/** Prints a complete receipt. Throws on a command or character that a printer would not know. */
export function printOnPaper(bytes: Uint8Array, columns: 32 | 42 | 48 = 48): PrintedReceipt {
  const printer = new SoftwarePrinter(columns);
  for (const command of readCommands(bytes)) printer.execute(command);
  return printer.result();
}

export class SoftwarePrinter {
  private readonly paper: Paper;
  private state: typeof START;
  private cells: Cell[] = [];
  private x = 0;
  private y = 0;
  private readonly lines: PrintedLine[] = [];
  private cutCount = 0;
  private askedWhenDone = 0;

  constructor(columns: 32 | 42 | 48) {
    this.paper = new Paper(columns * GLYPH_WIDTH);
    this.state = { ...START, areaWidth: this.paper.width };
  }

  result(): PrintedReceipt {
    return { paper: this.paper, lines: this.lines, cutCount: this.cutCount, askedWhenDone: this.askedWhenDone };
  }

  execute(command: EscposCommand): void {
    switch (command.kind) {
      case 'text':
        return this.addText(command.bytes);
      case 'lineFeed':
        return this.printLine();
      case 'raster':
        return this.printRaster(command);
      case 'reset':
        this.state = { ...START, areaWidth: this.paper.width };
        return;
      case 'cut':
        this.cutCount += 1;
        return;
      case 'askWhenDone':
        this.askedWhenDone += 1;
        return;
      case 'position':
        this.x = command.dots;
        return;
      case 'move':
        this.x += command.dots;
        return;
      case 'codePage':
        this.state.codePage = CODE_PAGE_TABLES.get(command.table) ?? null;
        return;
      default:
        this.changeState(command);
    }
  }

  private changeState(command: EscposCommand): void {
    switch (command.kind) {
      case 'align':
        this.state.align = command.align;
        return;
      case 'bold':
        this.state.isBold = command.isOn;
        return;
      case 'invert':
        this.state.isInverted = command.isOn;
        return;
      case 'size':
        this.state.width = command.width;
        this.state.height = command.height;
        return;
      case 'lineSpacing':
        this.state.lineSpacing = command.dots;
        return;
      case 'leftMargin':
        this.state.leftMargin = command.dots;
        return;
      case 'areaWidth':
        this.state.areaWidth = command.dots;
        return;
      default: // underline, questions in real time, settings left at their default: nothing to see on paper
    }
  }

  private addText(bytes: Uint8Array): void {
    const { codePage, width, height, isBold, isInverted } = this.state;
    if (codePage === null) throw new Error('Text before a code page was chosen');
    for (const byte of bytes) {
      const character = characterOfByte(byte, codePage);
      if (character === null) throw new Error(`Byte 0x${byte.toString(16)} prints nothing in ${codePage}`);
      this.cells.push({ character, x: this.x, width, height, isBold, isInverted });
      this.x += width * GLYPH_WIDTH;
    }
  }

  private printLine(): void {
    const tallest = Math.max(0, ...this.cells.map((cell) => cell.height)) * GLYPH_HEIGHT;
    for (const cell of this.cells) this.draw(cell, this.y + tallest - cell.height * GLYPH_HEIGHT);
    this.keepLine();
    this.y += Math.max(this.state.lineSpacing, tallest);
    this.paper.feedTo(this.y);
    this.cells = [];
    this.x = 0;
  }

  private keepLine(): void {
    const inked = this.cells.filter((cell) => cell.character !== ' ' || cell.isInverted);
    const [first] = inked;
    const last = inked.at(-1);
    if (!first || !last) return;
    if (last.x + last.width * GLYPH_WIDTH > this.state.areaWidth) throw new Error('A line runs over the edge of the paper');
    this.lines.push({
      text: this.cells.map((cell) => cell.character).join('').trim(),
      from: first.x + this.state.leftMargin,
      to: last.x + last.width * GLYPH_WIDTH + this.state.leftMargin,
      height: first.height,
      isBold: first.isBold,
      isInverted: first.isInverted,
    });
  }

  private draw(cell: Cell, top: number): void {
    const glyph = GLYPHS.get(cell.character);
    if (!glyph) throw new Error(`The printer has no glyph for ${cell.character}`);
    const left = cell.x + this.state.leftMargin;
    for (let y = 0; y < GLYPH_HEIGHT * cell.height; y += 1) {
      for (let x = 0; x < GLYPH_WIDTH * cell.width; x += 1) {
        const isInk = isInked(glyph, Math.floor(x / cell.width), Math.floor(y / cell.height), cell.isBold);
        if (isInk !== cell.isInverted) this.paper.setDot(left + x, top + y);
      }
    }
  }

  private printRaster(raster: Extract<EscposCommand, { kind: 'raster' }>): void {
    const width = raster.bytesPerRow * 8;
    const free = this.state.areaWidth - width;
    if (free < 0) throw new Error('A picture runs over the edge of the paper');
    const left = this.state.leftMargin + Math.floor({ left: 0, center: free / 2, right: free }[this.state.align]);
    for (let y = 0; y < raster.rows; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const byte = raster.data[y * raster.bytesPerRow + (x >> 3)] ?? 0;
        if (byte & (0x80 >> (x & 7))) this.paper.setDot(left + x, this.y + y);
      }
    }
    this.y += raster.rows;
    this.paper.feedTo(this.y);
  }
}

/** Bold is the same glyph printed twice, one dot to the right. */
function isInked(glyph: Glyph, x: number, y: number, isBold: boolean): boolean {
  const row = glyph[y] ?? 0;
  const bit = 1 << (GLYPH_WIDTH - 1 - x);
  return (row & bit) !== 0 || (isBold && x > 0 && (row & (bit << 1)) !== 0);
}
