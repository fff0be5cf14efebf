import { app, type BrowserWindow } from 'electron';

const WINDOW_DEADLINE_MS = 1_000;

export interface GracefulQuitOptions {
  readonly windows: () => readonly BrowserWindow[];
  /** Ends the data process with its files closed. */
  readonly closeRecords: () => Promise<void>;
  /** Asked while everything is still open: shall a downloaded update be put in place at the end? */
  readonly mayInstallUpdate: () => Promise<boolean>;
  readonly installUpdate: () => void;
}

export interface GracefulQuit {
  /** Closes windows, then the records. Safe to call more than once. */
  closeEverything(): Promise<void>;
}

/** Holds every quit back until the windows are closed and the data process has closed its files. */
export function quitGracefully(options: GracefulQuitOptions): GracefulQuit {
  let closing: Promise<void> | null = null;
  let isClosed = false;

  function closeEverything(): Promise<void> {
    // Windows first: a page that is being closed may still send its last words to the data process.
    closing ??= Promise.all(options.windows().map(closeWindow))
      .then(options.closeRecords)
      .finally(() => {
        isClosed = true;
      });
    return closing;
  }

  async function quit(): Promise<void> {
    const isUpdateDue = await options.mayInstallUpdate();
    await closeEverything();
    if (isUpdateDue) options.installUpdate();
    else app.quit();
  }

  let isQuitting = false;
  app.on('before-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    if (isQuitting || closing !== null) return;
    isQuitting = true;
    quit().catch(() => {
      app.exit(1);
    });
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  return { closeEverything };
}

/** Lets the page run its unload handlers, but not for ever. */
function closeWindow(window: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    if (window.isDestroyed()) {
      resolve();
      return;
    }
    const deadline = setTimeout(() => {
      window.destroy();
    }, WINDOW_DEADLINE_MS);
    window.once('closed', () => {
      clearTimeout(deadline);
      resolve();
    });
    window.close();
  });
}
