import { BrowserWindow, type Session, session } from 'electron';
import type { PrintWindow } from './print-window.ts';

/** Kept in memory only: the name has no `persist:`. */
const PARTITION = 'receipt-printing';
const SCHEME = 'receipt';
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";

/** Wide enough for any of our papers; a page of 80 mm sets its own width. */
const WINDOW_SIZE = { width: 900, height: 1_200 };

const MEASURE_SCRIPT = 'document.fonts.ready.then(() => Math.ceil(document.documentElement.getBoundingClientRect().height))';

/** Documents on their way into a window, by the address they are served at. */
const documents = new Map<string, string>();
let documentCount = 0;
let preparedSession: Session | null = null;

/** Opens an invisible window. Electron must be ready. */
export function openPrintWindow(): PrintWindow {
  const window = new BrowserWindow({
    ...WINDOW_SIZE,
    show: false,
    paintWhenInitiallyHidden: false,
    focusable: false,
    skipTaskbar: true,
    webPreferences: {
      session: printSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      backgroundThrottling: false,
    },
  });
  const { webContents } = window;
  return {
    load: (html) => loadDocument(window, html),
    measureHeight: async () => Number(await webContents.executeJavaScript(MEASURE_SCRIPT)),
    printToPdf: (options) => webContents.printToPDF(options),
    print: (options) =>
      new Promise((resolve) => {
        webContents.print(options, (isAccepted, reason) => resolve(isAccepted ? null : reason));
      }),
    onFailure(listener) {
      webContents.once('render-process-gone', (_event, details) => listener(`the document's process ended (${details.reason})`));
      window.once('closed', () => listener('the document was closed'));
    },
    destroy() {
      if (!window.isDestroyed()) window.destroy();
    },
  };
}

async function loadDocument(window: BrowserWindow, html: string): Promise<void> {
  documentCount += 1;
  const url = `${SCHEME}://document/${documentCount}`;
  documents.set(url, html);
  try {
    await window.loadURL(url);
  } finally {
    documents.delete(url);
  }
}

function printSession(): Session {
  preparedSession ??= prepare(session.fromPartition(PARTITION, { cache: false }));
  return preparedSession;
}

function prepare(printing: Session): Session {
  printing.protocol.handle(SCHEME, ({ url }) => {
    const html = documents.get(url);
    if (html === undefined) return new Response(null, { status: 404 });
    return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': POLICY } });
  });
  printing.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !url.startsWith(`${SCHEME}:`) && !url.startsWith('data:') });
  });
  printing.setPermissionCheckHandler(() => false);
  printing.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false);
  });
  printing.on('will-download', (event) => {
    event.preventDefault();
  });
  return printing;
}
