/**
 * A window that nobody sees, in which one document is laid out for paper.
 *
 * The document comes from the page and is trusted with nothing: it has a session of its own without network, storage or
 * permissions, may run no script, and is gone when the work is done, whichever way that ends.
 */
export interface PrintWindow {
  /** Loads a whole HTML document; resolves when its fonts and pictures are there. */
  load(html: string): Promise<void>;
  /** Height of the laid-out document in CSS pixels, rounded up. */
  measureHeight(): Promise<number>;
  printToPdf(options: Electron.PrintToPDFOptions): Promise<Uint8Array>;
  /** Null when the system took the job, else the system's reason in its own words. */
  print(options: Electron.WebContentsPrintOptions): Promise<string | null>;
  /** Called with the reason when the window stops working; what it was asked for never ends then. */
  onFailure(listener: (reason: string) => void): void;
  destroy(): void;
}

/** Laying out and printing one receipt takes well under a second; past this the window hangs. */
const TIME_LIMIT_MS = 20_000;

/**
 * Opens a window, loads `html` into it, and does `work` with it. The window is destroyed before this resolves or rejects.
 *
 * Rejects when the document cannot be loaded, when `work` fails, when the window breaks, or after `limitMs`.
 */
export async function withPrintWindow<T>(
  open: () => PrintWindow,
  html: string,
  work: (window: PrintWindow) => Promise<T>,
  limitMs = TIME_LIMIT_MS,
): Promise<T> {
  const window = open();
  let timer: NodeJS.Timeout | undefined;
  try {
    const failure = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('the document was not ready for paper in time')), limitMs);
      window.onFailure((reason) => reject(new Error(reason)));
    });
    const done = window.load(html).then(() => work(window));
    return await Promise.race([done, failure]);
  } finally {
    clearTimeout(timer);
    window.destroy();
  }
}
