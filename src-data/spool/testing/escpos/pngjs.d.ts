/** The part of the `pngjs` package that the tests use; it brings no types of its own. */
declare module 'pngjs' {
  export class PNG {
    constructor(size: { readonly width: number; readonly height: number });
    readonly width: number;
    readonly height: number;
    /** Red, green, blue and alpha of each dot, row by row. */
    data: Buffer;
    static readonly sync: { read(file: Buffer): PNG; write(png: PNG): Buffer };
  }
}
