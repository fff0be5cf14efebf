/**
 * The part of the `qrcode` package that computes modules: plain JavaScript without Node or a canvas.
 *
 * Its own types describe only the package's entry, and bring Node's types with them.
 */
declare module 'qrcode/lib/core/qrcode.js' {
  export function create(
    text: string,
    options: { readonly errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
  ): { readonly modules: { readonly size: number; get(row: number, column: number): number } };
}
