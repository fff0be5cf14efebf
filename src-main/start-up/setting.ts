import { hostname } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { DESKTOP_ORIGIN, type PageInfo } from '../../src-shared/protocol/desktop-api.ts';
import { openRotatingFile } from '../log/rotating-file.ts';
import type { StartArguments } from './arguments.ts';
import { readTestOverrides, type TestOverrides } from './test-overrides.ts';

/** What does not change while the app runs. */
export interface Setting extends StartArguments {
  readonly dataDir: string;
  readonly logsDir: string;
  readonly log: (line: string) => void;
  /** For what the data process writes. */
  readonly logData: (line: string) => void;
  readonly pageInfo: PageInfo;
  /** Lines that open every exported log. */
  readonly facts: readonly string[];
  readonly pageUrl: string;
  /** Origin of the development server, which is given a looser policy; null in a built app. */
  readonly developmentOrigin: string | null;
  readonly overrides: TestOverrides;
}

export function readSetting(given: StartArguments, dataDir: string): Setting {
  const logsDir = join(dataDir, 'logs');
  const { electron = '', chrome = '' } = process.versions;
  const versions = { app: app.getVersion(), electron, chrome };
  const developmentUrl = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
  return {
    ...given,
    dataDir,
    logsDir,
    log: openRotatingFile({ directory: logsDir, name: 'main' }).writeLine,
    logData: openRotatingFile({ directory: logsDir, name: 'data' }).writeLine,
    pageInfo: { stationName: given.stationName ?? hostname(), versions, isPractice: given.isPractice },
    facts: [`Portreeve ${versions.app}`, `Electron ${electron}, Chromium ${chrome}`, `${process.platform} ${process.arch}`, `Data folder ${dataDir}`],
    pageUrl: developmentUrl ?? `${DESKTOP_ORIGIN}/`,
    developmentOrigin: developmentUrl === undefined ? null : new URL(developmentUrl).origin,
    overrides: readTestOverrides(process.env, app.isPackaged),
  };
}
