import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppUpdater } from 'electron-updater';
import type { InstallReply, UpdateState } from '../../src-shared/protocol/desktop-api.ts';
import { decideInstall, type InstallDecision, type InstallSituation } from './install-decision.ts';
import { describeUpdateFailure, isNothingOffered } from './update-failure.ts';

const CHECK_EVERY_MS = 4 * 60 * 60 * 1_000;

export interface UpdaterOptions {
  /** Folder of its own for the updater's configuration during tests. */
  readonly directory: string;
  /** Works in an app that is not packaged, for tests against a real feed. */
  readonly isTest: boolean;
  readonly log: (line: string) => void;
  readonly onChange: (state: UpdateState) => void;
  readonly askSituation: () => Promise<Omit<InstallSituation, 'readyVersion'>>;
  /** Closes everything that has files open, so that the app can be replaced. */
  readonly closeForInstall: () => Promise<void>;
  /** Everything is closed, but the update could not be put in place: the app ends, or is started anew as it is. */
  readonly onInstallFailed: (options: { readonly startAgain: boolean }) => void;
}

/** Fetches updates from the city's own server, and installs one only when nobody's work is interrupted by it. */
export class Updater {
  readonly #options: UpdaterOptions;
  /** Loaded once a server is known: with what it brings along it is more than half of this process's program, which is read before the window opens. */
  #autoUpdater: AppUpdater | null = null;
  #state: UpdateState = { state: 'notConfigured' };
  #feedUrl: string | null = null;
  /** Set once the installation has begun. */
  #installing: { readonly startAgain: boolean } | null = null;

  constructor(options: UpdaterOptions) {
    this.#options = options;
  }

  get state(): UpdateState {
    return this.#state;
  }

  /** The server is known (again): from now on it is asked at once and every four hours. */
  configure(serverUrl: string): void {
    const feedUrl = `${serverUrl}/updates/`;
    if (feedUrl === this.#feedUrl) return;
    const isFirst = this.#feedUrl === null;
    this.#feedUrl = feedUrl;
    if (isFirst) setInterval(() => void this.check(), CHECK_EVERY_MS).unref();
    void this.check();
  }

  /** Asks the server now. A newer version is downloaded by itself; the page hears of each step. */
  async check(): Promise<UpdateState> {
    const { state } = this.#state;
    if (this.#feedUrl === null || state === 'checking' || state === 'downloading' || state === 'ready') return this.#state;
    this.#change({ state: 'checking' });
    try {
      this.#autoUpdater ??= this.#prepare(await createAutoUpdater(), this.#feedUrl);
      this.#autoUpdater.setFeedURL({ provider: 'generic', url: this.#feedUrl });
      const result = await this.#autoUpdater.checkForUpdates();
      // Null: this kind of installation (a distribution's package) is not updated by the app itself.
      if (result === null) this.#change({ state: 'notConfigured' });
      result?.downloadPromise?.catch(() => undefined); // Told by the 'error' event.
    } catch (error) {
      this.#fail(error);
    }
    return this.#state;
  }

  /** Installs the downloaded update and starts the new version, unless that would interrupt work. */
  async install(): Promise<InstallReply> {
    const decision = await this.#decide();
    if (!decision.mayInstall) {
      this.#options.log(`update: not installed, ${decision.reason}`);
      return { outcome: 'refused', reason: decision.reason, message: decision.message };
    }
    // The reply reaches the page before the window closes.
    setTimeout(() => void this.#closeAndInstall(), 100);
    return { outcome: 'installing' };
  }

  /** At the end of the day: true when a downloaded update may be put in place once everything is closed. */
  async mayInstallAtQuit(): Promise<boolean> {
    return this.#state.state === 'ready' && (await this.#decide()).mayInstall;
  }

  /** Puts the downloaded update in place; everything is closed already. */
  installAtQuit(): void {
    this.#replaceApp({ startAgain: false });
  }

  async #decide(): Promise<InstallDecision> {
    const readyVersion = this.#state.state === 'ready' ? this.#state.version : null;
    return decideInstall({ readyVersion, ...(await this.#options.askSituation()) });
  }

  async #closeAndInstall(): Promise<void> {
    await this.#options.closeForInstall();
    this.#replaceApp({ startAgain: true });
  }

  #replaceApp(options: { readonly startAgain: boolean }): void {
    this.#installing = options;
    this.#autoUpdater?.quitAndInstall(true, options.startAgain);
  }

  #prepare(autoUpdater: AppUpdater, feedUrl: string): AppUpdater {
    const { log } = this.#options;
    autoUpdater.logger = { info: noLine, warn: noLine, error: (text: unknown) => { log(`update: ${firstLine(text)}`); } };
    autoUpdater.autoDownload = true;
    autoUpdater.autoInstallOnAppQuit = false;
    if (this.#options.isTest) this.#prepareTest(autoUpdater, feedUrl);
    autoUpdater.on('update-not-available', () => {
      this.#change({ state: 'upToDate' });
    });
    autoUpdater.on('update-available', ({ version }) => {
      this.#change({ state: 'available', version });
    });
    autoUpdater.on('download-progress', ({ percent }) => {
      if ('version' in this.#state) this.#change({ state: 'downloading', version: this.#state.version, percent: Math.round(percent) });
    });
    autoUpdater.on('update-downloaded', ({ version }) => {
      this.#change({ state: 'ready', version });
    });
    autoUpdater.on('error', (error) => {
      this.#fail(error);
    });
    return autoUpdater;
  }

  /** An app that is not packaged has no configuration of its own; the updater reads its cache folder's name there. */
  #prepareTest(autoUpdater: AppUpdater, feedUrl: string): void {
    mkdirSync(this.#options.directory, { recursive: true, mode: 0o700 });
    const path = join(this.#options.directory, 'dev-app-update.yml');
    writeFileSync(path, `provider: generic\nurl: ${JSON.stringify(feedUrl)}\nupdaterCacheDirName: portreeve-update-test\n`);
    autoUpdater.forceDevUpdateConfig = true;
    autoUpdater.updateConfigPath = path;
  }

  #fail(error: unknown): void {
    this.#change(isNothingOffered(error) ? { state: 'upToDate' } : describeUpdateFailure(error));
    if (this.#installing !== null) this.#options.onInstallFailed(this.#installing);
  }

  #change(state: UpdateState): void {
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return;
    if (state.state !== this.#state.state) this.#options.log(`update: ${state.state}`);
    this.#state = state;
    this.#options.onChange(state);
  }
}

/** On Linux only an AppImage replaces itself. A distribution's package is its administrators' to replace: it would ask staff for root's password. */
async function createAutoUpdater(): Promise<AppUpdater> {
  const { default: electronUpdater } = await import('electron-updater');
  return process.platform === 'linux' ? new electronUpdater.AppImageUpdater() : electronUpdater.autoUpdater;
}

function noLine(): void {
  // Each step is logged by its change of state; the updater's own lines say no more.
}

function firstLine(text: unknown): string {
  return String(text).split('\n')[0] ?? '';
}
