/**
 * The desktop API: what the page may ask of the main process (`window.desktop`), and what main tells the page.
 *
 * Types and constants only, so that the preload stays small: main checks every argument against the schemas in
 * `src-main/ipc/desktop-arguments.ts`, which are typed by `DesktopCalls`. Case data never comes this way: it goes over the data
 * port, straight to the data process.
 */

import type { InterfaceLanguage } from '../language/language.ts';

/** The only origin whose pages main listens to in a packaged app. */
export const DESKTOP_ORIGIN = 'app://portreeve';

/** Electron channel on which main sends a fresh data port to the preload. */
export const DATA_PORT_CHANNEL = 'data.port';

/** Electron channel on which main sends a `DesktopEvent` to the preload. */
export const DESKTOP_EVENT_CHANNEL = 'desktop.event';

/**
 * `type` of the window message that carries the data port (`event.ports[0]`) from the preload to the page.
 *
 * It comes after `requestDataPort()`, and again by itself whenever the data process was restarted: the port before it is dead,
 * and every call still waiting on it has to be rejected with `dataRestarted`. Accept it only when `event.source === window`.
 */
export const DATA_PORT_MESSAGE = 'portreeve:data-port';

/** `--portreeve-page-info=` + URI-encoded JSON of `PageInfo`: how main tells the preload what it must know at once. */
export const PAGE_INFO_ARGUMENT = '--portreeve-page-info=';

/** In the page's address: the language it speaks from its first line on. */
export const PAGE_LANGUAGE_PARAMETER = 'language';

export interface PageInfo {
  readonly stationName: string;
  readonly versions: DesktopVersions;
  /** Nothing of this window is real. */
  readonly isPractice: boolean;
}

export interface DesktopVersions {
  readonly app: string;
  readonly electron: string;
  readonly chrome: string;
}

export type Theme = 'system' | 'light' | 'dark';

/** `onItsWay`: the port message follows at once. `later`: the data process is not up yet; the message follows when it is. */
export type DataPortReply = 'onItsWay' | 'later';

/** How saving a file ended. `path` is where it lies; `message` says what went wrong and what to do next. */
export type SaveResult =
  | { readonly outcome: 'saved'; readonly path: string }
  | { readonly outcome: 'cancelled' }
  | { readonly outcome: 'failed'; readonly message: string };

/** `message` says what went wrong and what to do next. */
export type OpenCopyResult = { readonly outcome: 'opened' } | { readonly outcome: 'failed'; readonly message: string };

export type ReceiptPaper = '80mm' | 'letter' | 'a4';

export interface ReceiptPdfRequest {
  /** A whole document with its styles and pictures inside it: nothing is fetched while it is printed. */
  readonly html: string;
  readonly paper: ReceiptPaper;
  /** File name offered to the user, without a folder and without `.pdf`. */
  readonly suggestedName: string;
}

export interface ReceiptPrintRequest {
  readonly html: string;
  readonly paper: ReceiptPaper;
  /** `name` of a `SystemPrinter`. A raw ESC/POS queue must not be used here: it would be sent a PDF. */
  readonly deviceName: string;
}

/** `spooled` means that the system took the job, not that paper came out. */
export type PrintResult = { readonly outcome: 'spooled' } | { readonly outcome: 'failed'; readonly message: string };

export type DocumentPaper = 'letter' | 'a4';

/** Any document of ours for paper: the monthly report, the overdue list, a letter. */
export interface DocumentRequest {
  /** A whole document with its styles, pictures and fonts inside it: nothing is fetched and no script runs while it is printed. */
  readonly html: string;
  /** The document's own `@page` rule sets the margins. */
  readonly paper: DocumentPaper;
  /** What it is, as it stands in a sentence: `monthly report`, `letter`. */
  readonly title: string;
  /** Small at the foot of every page, before `Page 2 of 5`; needs a bottom margin of 14 mm or more. Null: the foot stays empty. */
  readonly pageFooter: string | null;
  /** The sheet lies across. The document's `@page` rule has to say the same, for PDF. */
  readonly isLandscape?: boolean | undefined;
}

export interface DocumentPdfRequest extends DocumentRequest {
  /** File name offered to the user, without a folder and without `.pdf`. */
  readonly suggestedName: string;
}

export interface DocumentPrintRequest extends DocumentRequest {
  /** `name` of a `SystemPrinter`. */
  readonly deviceName: string;
}

export interface DocumentTextRequest {
  /** The whole file. A CSV for spreadsheets brings its own byte order mark. */
  readonly text: string;
  readonly title: string;
  /** File name offered to the user, without a folder and without its extension. */
  readonly suggestedName: string;
  readonly extension: 'csv' | 'json' | 'txt';
}

/** A file of any size, written piece by piece. */
export type GrowingFileRequest = Omit<DocumentTextRequest, 'text'>;

export type BeginFileResult = { readonly outcome: 'begun'; readonly id: number } | Exclude<SaveResult, { readonly outcome: 'saved' }>;

/** `failed`: nothing is left of the file. */
export type WriteResult = { readonly outcome: 'written' } | { readonly outcome: 'failed'; readonly message: string };

export interface SystemPrinter {
  readonly name: string;
  readonly displayName: string;
  readonly isDefault: boolean;
}

/** Why a downloaded update is not installed now. */
export type InstallRefusal = 'nothingReady' | 'draftOpen' | 'pageBusy' | 'draftsUnknown';

/** Why no update could be fetched. `notGenuine`: what was downloaded is not what the server announced; it was thrown away. */
export type UpdateFailure = 'unreachable' | 'notGenuine' | 'other';

export type UpdateState =
  | { readonly state: 'notConfigured' }
  | { readonly state: 'idle' }
  | { readonly state: 'checking' }
  | { readonly state: 'upToDate' }
  | { readonly state: 'available'; readonly version: string }
  | { readonly state: 'downloading'; readonly version: string; readonly percent: number }
  | { readonly state: 'ready'; readonly version: string }
  | { readonly state: 'failed'; readonly reason: UpdateFailure; readonly message: string };

/** `installing`: the app closes now and comes back as the new version. */
export type InstallReply =
  | { readonly outcome: 'installing' }
  | { readonly outcome: 'refused'; readonly reason: InstallRefusal; readonly message: string };

/** What a `portreeve://` link asks for. */
export type DesktopLink =
  /** A phone system announces a caller. Digits only, with a leading `+` when the link had one. */
  | { readonly kind: 'call'; readonly phone: string }
  | { readonly kind: 'case'; readonly trackingNumber: string }
  /** From the daily list. */
  | { readonly kind: 'overdue' }
  /** From the monthly report. `month`: `2026-10`; `departmentCode` null: all of what the reader may read. */
  | { readonly kind: 'report'; readonly month: string; readonly departmentCode: string | null };

/** `message` says what went wrong and what to do next. A practice window that is open already comes to the front. */
export type PracticeReply = { readonly outcome: 'started' } | { readonly outcome: 'failed'; readonly message: string };

export type DataProcessState = 'starting' | 'ready' | 'restarting' | 'stopped';

/** A menu of what can be done on the page. */
export interface PageMenu {
  readonly title: string;
  readonly items: readonly PageMenuItem[];
}

export interface PageMenuItem {
  /** Of the action; comes back as it is when the item is taken. */
  readonly id: string;
  readonly label: string;
  /** As the page writes it, such as `Ctrl+K`; shown only, the page has the key itself. Null: none. */
  readonly chord: string | null;
  readonly isEnabled: boolean;
}

/** What main tells the page. Events that happen before the page listens are kept and delivered when it does. */
export type DesktopEvent =
  | { readonly kind: 'dataProcess'; readonly state: DataProcessState }
  | { readonly kind: 'link'; readonly link: DesktopLink }
  | { readonly kind: 'update'; readonly update: UpdateState }
  /** The page stopped unexpectedly and was loaded again: say so, and open the kept drafts. */
  | { readonly kind: 'pageRecovered' }
  /** An item of a menu that the page had set. */
  | { readonly kind: 'menuAction'; readonly id: string };

/** Every call from the page to main: its one argument (null when there is none) and its result. */
export interface DesktopCalls {
  'data.requestPort': { argument: null; result: DataPortReply };
  'events.subscribe': { argument: null; result: null };
  'logs.openFolder': { argument: null; result: null };
  'logs.export': { argument: null; result: SaveResult };
  'files.openCopy': { argument: { readonly path: string }; result: OpenCopyResult };
  'files.chooseFolder': { argument: { readonly title: string; readonly startAt: string | null }; result: string | null };
  'app.quit': { argument: null; result: null };
  'app.setBusy': { argument: { readonly reasons: readonly string[] }; result: null };
  'practice.start': { argument: null; result: PracticeReply };
  'appearance.setTheme': { argument: { readonly theme: Theme }; result: null };
  'appearance.setLanguage': { argument: { readonly language: InterfaceLanguage }; result: null };
  'update.check': { argument: null; result: UpdateState };
  'update.install': { argument: null; result: InstallReply };
  'receipt.toPdf': { argument: ReceiptPdfRequest; result: SaveResult };
  'receipt.printSystem': { argument: ReceiptPrintRequest; result: PrintResult };
  'document.toPdf': { argument: DocumentPdfRequest; result: SaveResult };
  'document.print': { argument: DocumentPrintRequest; result: PrintResult };
  'document.saveText': { argument: DocumentTextRequest; result: SaveResult };
  'file.begin': { argument: GrowingFileRequest; result: BeginFileResult };
  'file.append': { argument: { readonly id: number; readonly text: string }; result: WriteResult };
  'file.finish': { argument: { readonly id: number }; result: SaveResult };
  'file.abandon': { argument: { readonly id: number }; result: null };
  'menu.set': { argument: { readonly menus: readonly PageMenu[] }; result: null };
  'printers.list': { argument: null; result: readonly SystemPrinter[] };
}

export type DesktopChannel = keyof DesktopCalls;
export type DesktopArgument<C extends DesktopChannel> = DesktopCalls[C]['argument'];
export type DesktopResult<C extends DesktopChannel> = DesktopCalls[C]['result'];

/** `window.desktop`, as the page sees it. Every promise rejects only on a bug; expected failures are values. */
export interface DesktopApi extends PageInfo {
  /** What the page speaks, from its first line to its end. */
  readonly language: InterfaceLanguage;
  /** Asks for a data port; it arrives as a window message (`DATA_PORT_MESSAGE`). */
  requestDataPort(): Promise<DataPortReply>;
  /** Listens to main's events. The first listener also gets those that were kept. Returns how to stop listening. */
  onEvent(listener: (event: DesktopEvent) => void): () => void;
  openLogsFolder(): Promise<null>;
  exportLogs(): Promise<SaveResult>;
  /** Opens a copy the data process made (`files.openCopy`) in the system's own program for it; nothing outside that folder. */
  openFileCopy(path: string): Promise<OpenCopyResult>;
  /** Asks for a folder of this computer with the system’s own dialog, beginning at one; its whole path, or null when nobody chose. */
  chooseFolder(title: string, startAt: string | null): Promise<string | null>;
  quit(): Promise<null>;
  /** Opens practice mode in a window of its own. */
  startPractice(): Promise<PracticeReply>;
  /** Sentences saying what must not be interrupted, such as "The draft for 612-555-0142 is open". Empty: nothing. */
  setBusy(reasons: readonly string[]): Promise<null>;
  /** Kept for the next start, so that the window opens in the right colour. */
  setTheme(theme: Theme): Promise<null>;
  /** Kept for this workstation. The window is loaded anew in it, with everything that was typed and whoever is signed in. */
  setLanguage(language: InterfaceLanguage): Promise<null>;
  /** What the application menu offers besides its own: nothing while the window is locked. */
  setMenus(menus: readonly PageMenu[]): Promise<null>;
  checkForUpdate(): Promise<UpdateState>;
  installUpdate(): Promise<InstallReply>;
  /** A file that grows: whole under its name, or not there at all. Also what a page leaves unfinished goes. */
  readonly file: {
    /** Asks where to save it. */
    begin(request: GrowingFileRequest): Promise<BeginFileResult>;
    append(id: number, text: string): Promise<WriteResult>;
    finish(id: number): Promise<SaveResult>;
    abandon(id: number): Promise<null>;
  };
  readonly print: {
    receiptToPdf(request: ReceiptPdfRequest): Promise<SaveResult>;
    receiptToSystemPrinter(request: ReceiptPrintRequest): Promise<PrintResult>;
    /** Asks where to save it. */
    documentToPdf(request: DocumentPdfRequest): Promise<SaveResult>;
    documentToSystemPrinter(request: DocumentPrintRequest): Promise<PrintResult>;
    /** Asks where to save it: the same data as a CSV, or a configuration as a file. */
    saveText(request: DocumentTextRequest): Promise<SaveResult>;
    listPrinters(): Promise<readonly SystemPrinter[]>;
  };
}
