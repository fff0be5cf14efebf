/// <reference path="./pngjs.d.ts" />
import jsqrModule from 'jsqr';
import { PNG } from 'pngjs';

type ReadQrCode = (pixels: Uint8ClampedArray, width: number, height: number) => { readonly data: string } | null;
// Safe: the package exports the function itself; its types say so to a bundler and speak of a module with a default to Node.
const readQrCode = jsqrModule as unknown as ReadQrCode;

const PAPER_WHITE = 250;
const INK_BLACK = 25;

/** A strip of paper that grows as it is printed: one bit per dot. */
export class Paper {
  readonly width: number;
  private readonly rows: Uint8Array[] = [];

  constructor(width: number) {
    this.width = width;
  }

  get height(): number {
    return this.rows.length;
  }

  /** Dots outside the paper's width are lost, as on a printer. */
  setDot(x: number, y: number, isBlack = true): void {
    this.feedTo(y + 1);
    const row = this.rows[y];
    if (row && x >= 0 && x < this.width) row[x] = isBlack ? 1 : 0;
  }

  feedTo(height: number): void {
    while (this.rows.length < height) this.rows.push(new Uint8Array(this.width));
  }

  /** The paper as a picture, with a white margin around it. */
  toPng(margin = 24): Buffer {
    const { data, width, height } = this.toPixels(margin);
    const png = new PNG({ width, height });
    png.data = Buffer.from(data);
    return PNG.sync.write(png);
  }

  /** What a phone reads from the QR code on the paper, or null when there is none it can read. */
  readQr(): string | null {
    const { data, width, height } = this.toPixels(24);
    return readQrCode(data, width, height)?.data ?? null;
  }

  private toPixels(margin: number): { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number } {
    const width = this.width + 2 * margin;
    const height = this.height + 2 * margin;
    const data = new Uint8ClampedArray(width * height * 4).fill(PAPER_WHITE);
    for (let index = 3; index < data.length; index += 4) data[index] = 255;
    this.rows.forEach((row, y) => {
      row.forEach((isBlack, x) => {
        if (isBlack) data.fill(INK_BLACK, ((y + margin) * width + x + margin) * 4, ((y + margin) * width + x + margin) * 4 + 3);
      });
    });
    return { data, width, height };
  }
}
