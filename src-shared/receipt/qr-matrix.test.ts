import fc from 'fast-check';
import jsQR from 'jsqr';
import { expect, it } from 'vitest';
import { qrPath } from './qr-matrix.ts';

const DOTS_PER_MODULE = 4;

/** Draws the path and reads it as a phone would. */
function readPath({ path, size }: { readonly path: string; readonly size: number }): string | undefined {
  const width = size * DOTS_PER_MODULE;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let row = Number(y) * DOTS_PER_MODULE; row < (Number(y) + 1) * DOTS_PER_MODULE; row += 1) {
      const start = (row * width + Number(x) * DOTS_PER_MODULE) * 4;
      pixels.fill(0, start, start + Number(length) * DOTS_PER_MODULE * 4);
    }
  }
  for (let alpha = 3; alpha < pixels.length; alpha += 4) pixels[alpha] = 255;
  return jsQR(pixels, width, width)?.data;
}

it('is read back as what was put in', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\x21-\x7e]{1,120}$/), (content) => {
      expect(readPath(qrPath(content))).toBe(content);
    }),
    { numRuns: 40 },
  );
});
