/** Puts the parts of the main process together: one window, one data process, and what lies between them. */
import { join } from 'node:path';
import { app, BrowserWindow, Menu, session } from 'electron';
import { interfaceLanguage, LANGUAGE_VARIABLE } from '../src-shared/language/language.ts';
import { DESKTOP_ORIGIN, type PageMenu } from '../src-shared/protocol/desktop-api.ts';
import { createDataLink, type DataLink } from './data-process/data-link.ts';
import { toDataProcessState, type Lifecycle } from './data-process/lifecycle.ts';
import { createDesktopIpc } from './ipc/desktop-ipc.ts';
import { registerDesktopHandlers } from './ipc/desktop-handlers.ts';
import { createPageEvents, type PageEvents } from './ipc/page-events.ts';
import { createGrowingFiles, type GrowingFiles } from './files/growing-file.ts';
import { openerFor, openFileCopy } from './files/open-file-copy.ts';
import { parseLink } from './links/parse-link.ts';
import { exportLogs } from './log/export-logs.ts';
import { registerPrinting } from './printing/index.ts';
import { createPracticeWindow, type PracticeWindow } from './practice/practice-window.ts';
import { createSecretStore } from './secrets/secret-store.ts';
import { systemKeyring } from './secrets/system-keyring.ts';
import { quitGracefully, type GracefulQuit } from './start-up/graceful-quit.ts';
import type { Setting } from './start-up/setting.ts';
import { createTroubleActions } from './trouble/trouble-actions.ts';
import { TroubleScreen } from './trouble/trouble-screen.ts';
import { TroubleWatch } from './trouble/trouble-watch.ts';
import { dataProcessGaveUp, pageKeepsStopping, recordsCannotBeOpened } from './trouble/trouble.ts';
import { Updater } from './update/updater.ts';
import { createAskForFolder } from './window/ask-for-folder.ts';
import { createAskWhereToSave, type AskWhereToSave } from './window/ask-where-to-save.ts';
import { openMainWindow, type MainWindow } from './window/main-window.ts';
import { menuTemplate } from './window/menu.ts';
import { recoverPage } from './window/page-recovery.ts';
import { preparePageSession } from './window/page-session.ts';
import { keepScreenshot } from './window/screenshots.ts';

/** One workstation. Electron is ready, and the data folder is ours alone. */
export class Workstation {
  readonly #setting: Setting;
  readonly #desk: MainWindow;
  readonly #events: PageEvents;
  readonly #askWhereToSave: AskWhereToSave;
  readonly #growingFiles: GrowingFiles;
  readonly #data: DataLink;
  readonly #troubleScreen: TroubleScreen;
  readonly #trouble: TroubleWatch;
  readonly #updater: Updater;
  readonly #quit: GracefulQuit;
  readonly #practice: PracticeWindow;
  #busyReasons: readonly string[] = [];

  constructor(setting: Setting) {
    this.#setting = setting;
    setting.log(`start: ${setting.facts.slice(0, 3).join(', ')}`);
    preparePageSession(session.defaultSession, setting.overrides.rendererDir ?? join(import.meta.dirname, '../renderer'), setting.developmentOrigin);
    this.#desk = this.#openDesk();
    this.#events = createPageEvents(this.#desk.window.webContents);
    this.#askWhereToSave = createAskWhereToSave(this.#desk.window, setting.overrides.saveDir);
    this.#growingFiles = createGrowingFiles(this.#askWhereToSave);
    this.#data = this.#createData();
    this.#troubleScreen = this.#createTroubleScreen();
    this.#trouble = this.#createTroubleWatch();
    this.#updater = this.#createUpdater();
    this.#practice = createPracticeWindow({ dataDir: setting.dataDir, stationName: setting.pageInfo.stationName, isPractice: setting.isPractice, log: setting.log });
    this.#quit = this.#createQuit();
  }

  /** Loads the page; the data process is started when the page stands there: it gets ready while a password is typed. */
  open(): void {
    const { log, serverUrl, link } = this.#setting;
    this.#hangUpHandlers();
    this.#watchPage();
    if (serverUrl !== null) this.#updater.configure(serverUrl);
    this.#follow(link);
    this.#loadPage();
    void this.#desk.seen.then(() => {
      this.#data.start();
    });
    const screenshotFile = process.env['PORTREEVE_SCREENSHOT_FILE'];
    if (screenshotFile) keepScreenshot(screenshotFile, () => this.#capture());
    log('start: window open');
  }

  /** A second start, or a link: the window comes to the front, and the page is told of the link. */
  bringToFront(link: string | null): void {
    this.#desk.bringToFront();
    this.#follow(link);
  }

  #follow(text: string | null): void {
    if (text === null) return;
    const link = parseLink(text);
    if (link === null) this.#setting.log('link: ignored, it is not one that Portreeve knows');
    else this.#events.send({ kind: 'link', link });
  }

  #openDesk(): MainWindow {
    const { dataDir, pageUrl, pageInfo, log } = this.#setting;
    this.#setMenus([]);
    const preloadPath = join(import.meta.dirname, '../preload/index.cjs');
    return openMainWindow({ pageUrl, preloadPath, pageInfo, statePath: join(dataDir, 'window.json'), log });
  }

  #setMenus(menus: readonly PageMenu[]): void {
    const template = menuTemplate({
      isMac: process.platform === 'darwin',
      isDevelopment: !app.isPackaged,
      exportLogs: () => void this.#exportLogs(),
      menus,
      onAction: (id) => {
        this.#events.send({ kind: 'menuAction', id });
      },
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  #createData(): DataLink {
    const { dataDir, serverUrl, enrolCode, isPractice, pageInfo, log, logData, overrides } = this.#setting;
    return createDataLink({
      entryPath: overrides.dataEntry ?? join(import.meta.dirname, 'data.js'),
      start: { type: 'start', dataDir, serverUrl, stationName: pageInfo.stationName, enrolCode, appVersion: pageInfo.versions.app, isPractice },
      environment: () => ({ [LANGUAGE_VARIABLE]: interfaceLanguage() }),
      log,
      logOutput: logData,
      secrets: createSecretStore(join(dataDir, 'secrets'), systemKeyring),
      onChange: (state) => {
        this.#onDataChange(state);
      },
      onServerUrl: (url) => {
        this.#updater.configure(url);
      },
    });
  }

  #onDataChange(state: Lifecycle): void {
    const { facts } = this.#setting;
    this.#events.send({ kind: 'dataProcess', state: toDataProcessState(state) });
    if (state.phase === 'ready') this.#trouble.setDataTrouble(null);
    if (state.phase === 'gaveUp') this.#trouble.setDataTrouble(dataProcessGaveUp(facts));
    if (state.phase === 'failed') this.#trouble.setDataTrouble(recordsCannotBeOpened(state.message, state.canExportBackup, facts));
  }

  #createTroubleScreen(): TroubleScreen {
    const actions = createTroubleActions({
      restart: () => {
        this.#trouble.restart();
      },
      exportLogs: () => this.#exportLogs(),
      exportBackup: (path) => this.#data.requests.exportBackup(path),
      askWhereToSave: this.#askWhereToSave,
      quit: () => {
        app.quit();
      },
    });
    return new TroubleScreen(this.#desk.window, actions);
  }

  #createTroubleWatch(): TroubleWatch {
    return new TroubleWatch({
      show: (trouble) => {
        this.#troubleScreen.show(trouble);
      },
      hide: () => {
        this.#troubleScreen.hide();
      },
      reloadPage: () => {
        this.#loadPage();
      },
      restartDataProcess: () => {
        this.#data.start();
      },
    });
  }

  #createUpdater(): Updater {
    const { dataDir, overrides, log } = this.#setting;
    return new Updater({
      directory: join(dataDir, 'update'),
      isTest: overrides.isUpdateTest,
      log,
      onChange: (update) => {
        this.#events.send({ kind: 'update', update });
      },
      askSituation: async () => ({ openDrafts: await this.#data.requests.countOpenDrafts(), busyReasons: this.#busyReasons }),
      closeForInstall: async () => {
        await this.#quit.closeEverything();
        process.env['PORTREEVE_DATA_DIR'] = dataDir; // The new version is started without our arguments.
        app.releaseSingleInstanceLock(); // It asks for the lock before this one is quite gone.
      },
      onInstallFailed: ({ startAgain }) => {
        if (startAgain) app.relaunch();
        app.exit(1);
      },
    });
  }

  #createQuit(): GracefulQuit {
    return quitGracefully({
      windows: () => BrowserWindow.getAllWindows(),
      closeRecords: async () => {
        this.#practice.close();
        await this.#growingFiles.abandonAll();
        return this.#data.close();
      },
      mayInstallUpdate: () => this.#updater.mayInstallAtQuit(),
      installUpdate: () => {
        this.#updater.installAtQuit();
      },
    });
  }

  #hangUpHandlers(): void {
    const { log, logsDir, developmentOrigin, isPractice } = this.#setting;
    const trustedOrigins = new Set(developmentOrigin === null ? [DESKTOP_ORIGIN] : [DESKTOP_ORIGIN, developmentOrigin]);
    const ipc = createDesktopIpc({ trustedOrigins, log });
    registerPrinting(ipc, { askWhereToSave: this.#askWhereToSave, log, isPractice });
    registerDesktopHandlers(ipc, {
      logsDir,
      requestPort: (page) => this.#data.requestPort(page),
      subscribe: () => {
        // First the states as they are now: they take the place of older ones that were kept.
        this.#events.send({ kind: 'dataProcess', state: toDataProcessState(this.#data.state) });
        this.#events.send({ kind: 'update', update: this.#updater.state });
        this.#events.subscribed();
      },
      growingFiles: this.#growingFiles,
      exportLogs: () => this.#exportLogs(),
      openFileCopy: (path) => openFileCopy(path, { dataDir: this.#setting.dataDir, open: openerFor(this.#setting.overrides.openedFiles) }),
      chooseFolder: createAskForFolder(this.#desk.window, this.#setting.overrides.chosenFolder),
      startPractice: () => this.#practice.start(),
      setBusy: (reasons) => {
        this.#busyReasons = reasons;
      },
      setTheme: (theme) => {
        this.#desk.setTheme(theme);
      },
      setMenus: (menus) => {
        this.#setMenus(menus);
      },
      setLanguage: (language) => {
        this.#desk.setLanguage(language);
        this.#data.replace();
        this.#loadPage();
      },
      updater: this.#updater,
    });
  }

  #watchPage(): void {
    recoverPage(this.#desk.window.webContents, {
      log: this.#setting.log,
      onLeft: () => {
        this.#events.left();
        void this.#growingFiles.abandonAll();
        this.#busyReasons = [];
      },
      onRecover: () => {
        this.#events.send({ kind: 'pageRecovered' });
        this.#loadPage();
      },
      onGiveUp: (why) => {
        this.#trouble.setPageTrouble(pageKeepsStopping([why, ...this.#setting.facts]));
      },
    });
  }

  #loadPage(): void {
    this.#trouble.setPageTrouble(null);
    this.#desk.load().catch((error: unknown) => {
      this.#setting.log(`page: not loaded, ${String(error)}`);
    });
  }

  #exportLogs(): ReturnType<typeof exportLogs> {
    return exportLogs(this.#setting.logsDir, this.#setting.facts, this.#askWhereToSave);
  }

  async #capture(): Promise<Electron.NativeImage | null> {
    if (this.#desk.window.isDestroyed()) return null;
    return (await this.#troubleScreen.capture()) ?? (await this.#desk.window.webContents.capturePage());
  }
}
