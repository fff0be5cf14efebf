/**
 * Renders `icon.svg` in every size and writes the icon files of Windows and macOS from them.
 *
 * `node resources/icons/make-icons.ts` after changing the drawing; needs `rsvg-convert` (Debian's package librsvg2-bin).
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SIZES = [16, 32, 48, 64, 128, 256, 512, 1024] as const;
const ICO_SIZES = [16, 32, 48, 64, 128, 256] as const;
const ICO_HEADER_BYTES = 6;
const ICO_ENTRY_BYTES = 16;
/** Apple's names and the sides in pixels; some sides come twice, as the double density of half the side. */
const ICNS_PARTS = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 } as const;

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const pngOf = (size: number): Buffer => readFileSync(pathOf(`${size}x${size}.png`));

function renderPictures(): void {
  for (const size of SIZES) execFileSync('rsvg-convert', ['-w', String(size), '-h', String(size), '-o', pathOf(`${size}x${size}.png`), pathOf('icon.svg')]);
}

/** A table of entries, then the PNG files as they are. A side of 256 is written as 0. */
function ico(): Buffer {
  const pictures = ICO_SIZES.map((size) => ({ size, png: pngOf(size) }));
  const table = Buffer.alloc(ICO_HEADER_BYTES + ICO_ENTRY_BYTES * pictures.length);
  table.writeUInt16LE(1, 2);
  table.writeUInt16LE(pictures.length, 4);
  let offset = table.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const at = ICO_HEADER_BYTES + ICO_ENTRY_BYTES * index;
    table.writeUInt8(size % 256, at);
    table.writeUInt8(size % 256, at + 1);
    table.writeUInt16LE(1, at + 4);
    table.writeUInt16LE(32, at + 6);
    table.writeUInt32LE(png.length, at + 8);
    table.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([table, ...pictures.map(({ png }) => png)]);
}

function icns(): Buffer {
  const parts = Object.entries(ICNS_PARTS).map(([type, size]) => icnsPart(type, pngOf(size)));
  return icnsPart('icns', Buffer.concat(parts));
}

/** Four letters, the length with these eight bytes, the content. */
function icnsPart(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}

renderPictures();
writeFileSync(pathOf('icon.ico'), ico());
writeFileSync(pathOf('icon.icns'), icns());
