import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { type InterfaceLanguage, interfaceLanguage, speak, toInterfaceLanguage } from '../../src-shared/language/language.ts';
import { PAGE_INFO_ARGUMENT, PAGE_LANGUAGE_PARAMETER, type PageInfo, type Theme } from '../../src-shared/protocol/desktop-api.ts';
import { backgroundColour } from './background.ts';
import { offerClipboardMenu } from './clipboard-menu.ts';
import { fitToScreens, MINIMUM_SIZE, readWindowState, writeWindowState, type WindowState } from './window-state.ts';

const LONGEST_UNSEEN_MS = 1_000;

export interface MainWindowOptions {
  readonly pageUrl: string;
  readonly preloadPath: string;
  readonly pageInfo: PageInfo;
  /** Where size, zoom, theme and language are kept. */
  readonly statePath: string;
  readonly log: (line: string) => void;
}

export interface MainWindow {
  readonly window: BrowserWindow;
  /** Resolves when the page stands there for the first time; after a second also when it does not: nothing may wait for ever. */
  readonly seen: Promise<void>;
  /** Shows the window in front of others, also when it was minimised. */
  bringToFront(): void;
  setTheme(theme: Theme): void;
  /** Kept for the next start; the page speaks it from its next load on. */
  setLanguage(language: InterfaceLanguage): void;
  /** Loads the page (again). Resolves when it is there; rejects when it cannot be loaded. */
  load(): Promise<void>;
}

/** Opens the workstation's window where and as the user left it. */
export function openMainWindow(options: MainWindowOptions): MainWindow {
  let state = fitToScreens(readWindowState(options.statePath), screen.getAllDisplays().map((display) => display.workArea));
  nativeTheme.themeSource = state.theme;
  speak(state.language ?? toInterfaceLanguage(app.getLocale().slice(0, 2)));
  const window = createWindow(state, options);
  if (state.isMaximized) window.maximize();
  offerClipboardMenu(window);

  function keep(change: Partial<WindowState> = {}): void {
    state = { ...currentState(window, state), ...change };
    try {
      writeWindowState(options.statePath, state);
    } catch (error) {
      options.log(`window: its place was not kept, ${String(error)}`);
    }
  }

  const seen = new Promise<void>((resolve) => {
    setTimeout(resolve, LONGEST_UNSEEN_MS);
    window.once('ready-to-show', () => {
      window.show();
      resolve();
    });
  });
  window.webContents.once('did-finish-load', () => {
    window.webContents.setZoomLevel(state.zoomLevel);
  });
  window.on('close', () => {
    keep();
  });
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(backgroundColour());
  });

  return {
    window,
    seen,
    bringToFront() {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    setTheme(theme) {
      nativeTheme.themeSource = theme;
      keep({ theme });
    },
    setLanguage(language) {
      speak(language);
      keep({ language });
    },
    load: () => window.loadURL(`${options.pageUrl}?${PAGE_LANGUAGE_PARAMETER}=${interfaceLanguage()}`),
  };
}

function createWindow(state: WindowState, options: MainWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Portreeve',
    width: state.width,
    height: state.height,
    ...state.position,
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    show: false,
    backgroundColor: backgroundColour(),
    // Hidden until Alt is pressed alone. No item underlines a letter, so Alt with a letter is the page’s: it jumps to a field.
    autoHideMenuBar: true,
    webPreferences: {
      preload: options.preloadPath,
      additionalArguments: [PAGE_INFO_ARGUMENT + encodeURIComponent(JSON.stringify(options.pageInfo))],
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      // The dictionaries would be fetched from outside the city.
      spellcheck: false,
    },
  });
  return window;
}

/** The state to keep: a maximised window keeps the size it goes back to. */
function currentState(window: BrowserWindow, before: WindowState): WindowState {
  const { x, y, width, height } = window.getNormalBounds();
  const isMaximized = window.isMaximized();
  const zoomLevel = window.webContents.isDestroyed() ? before.zoomLevel : window.webContents.getZoomLevel();
  return { ...before, position: { x, y }, width, height, isMaximized, zoomLevel };
}
