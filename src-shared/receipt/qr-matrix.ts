/** The QR code as an inline picture for pages; thermal printers get theirs from ReceiptLine. */
/// <reference path="./qrcode-core.d.ts" />
import { create } from 'qrcode/lib/core/qrcode.js';

/** Width of the empty border that readers need, in modules. */
const QUIET_ZONE = 4;

/**
 * One SVG path of all dark modules, and the size of the drawing in modules, quiet zone included.
 *
 * Medium error correction. `content` is printable ASCII; throws when it is longer than a QR code can hold (about 2,300 characters).
 */
export function qrPath(content: string): { readonly path: string; readonly size: number } {
  const { modules } = create(content, { errorCorrectionLevel: 'M' });
  const runs: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      const start = column;
      while (column < modules.size && modules.get(row, column) === 1) column += 1;
      if (column > start) runs.push(`M${start + QUIET_ZONE} ${row + QUIET_ZONE}h${column - start}v1h-${column - start}z`);
    }
  }
  return { path: runs.join(''), size: modules.size + 2 * QUIET_ZONE };
}
