import { randomBytes } from 'node:crypto';
import { session, WebContentsView, type BrowserWindow, type NativeImage, type Session } from 'electron';
import { actionIn, troublePage, troublePolicy, type TroubleAction, type TroubleNote } from './trouble-page.ts';
import type { Trouble } from './trouble.ts';

const TROUBLE_URL = 'app://trouble/';

/** Does what a button asks and returns what to say about it. */
export type TroubleActions = Readonly<Record<TroubleAction, () => Promise<TroubleNote> | TroubleNote>>;

/** A screen laid over the whole window. The page stays alive beneath it, with whatever was being typed. */
export class TroubleScreen {
  readonly #window: BrowserWindow;
  readonly #actions: TroubleActions;
  #trouble: Trouble | null = null;
  #view: WebContentsView | null = null;

  constructor(window: BrowserWindow, actions: TroubleActions) {
    this.#window = window;
    this.#actions = actions;
    const ownSession = session.fromPartition('trouble');
    this.#serve(ownSession);
    window.on('resize', () => {
      this.#fill();
    });
  }

  show(trouble: Trouble): void {
    this.#trouble = trouble;
    if (this.#window.isDestroyed()) return;
    const view = this.#view ?? this.#addView();
    void view.webContents.loadURL(TROUBLE_URL).then(() => {
      view.webContents.focus();
    });
  }

  hide(): void {
    const view = this.#view;
    this.#trouble = null;
    this.#view = null;
    if (view === null || this.#window.isDestroyed()) return;
    this.#window.contentView.removeChildView(view);
    view.webContents.close();
    this.#window.webContents.focus();
  }

  /** What the user sees now, or null when the screen is not shown. */
  async capture(): Promise<NativeImage | null> {
    return this.#view === null ? null : await this.#view.webContents.capturePage();
  }

  #addView(): WebContentsView {
    const view = new WebContentsView({
      webPreferences: {
        partition: 'trouble',
        javascript: false,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        webviewTag: false,
        spellcheck: false,
      },
    });
    this.#view = view;
    this.#window.contentView.addChildView(view);
    this.#fill();
    return view;
  }

  #fill(): void {
    const { width, height } = this.#window.getContentBounds();
    this.#view?.setBounds({ x: 0, y: 0, width, height });
  }

  #serve(ownSession: Session): void {
    if (ownSession.protocol.isProtocolHandled('app')) ownSession.protocol.unhandle('app');
    ownSession.protocol.handle('app', async (request) => {
      const action = request.method === 'POST' ? actionIn(await request.text()) : null;
      const note: TroubleNote = action === null ? { kind: 'none' } : await this.#actions[action]();
      const nonce = randomBytes(16).toString('base64');
      const html = this.#trouble === null ? '' : troublePage(this.#trouble, note, nonce);
      return new Response(html, {
        headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': troublePolicy(nonce), 'X-Content-Type-Options': 'nosniff' },
      });
    });
  }
}
