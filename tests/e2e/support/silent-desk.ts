import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { stationInfo } from '../../../src-data/rpc/station-info.ts';
import { openWorkstation } from '../../../src-data/workstation.ts';
import type { RunningServer } from './start-server.ts';

/** A workstation that nobody sits at: it holds what the server gives it. */
export interface SilentDesk {
  /** All it keeps on disk. */
  readonly dataDir: string;
  /** Whether a case with this description is on it. */
  holds(description: string): boolean;
  close(): Promise<void>;
}

const READY_TIMEOUT_MS = 60_000;

/** Enrols it at the server and waits until it has what there is. */
export async function openSilentDesk(server: RunningServer, stationName: string): Promise<SilentDesk> {
  const dataDir = mkdtempSync(join(tmpdir(), 'portreeve-silent-desk-'));
  const keys = new Map<string, string>();
  const desk = openWorkstation({
    ...{ dataDir, serverUrl: server.url, stationName, enrolCode: null, appVersion: '0.0.0-silent-desk', now: Date.now, log: () => undefined },
    keys: { load: (station) => Promise.resolve(keys.get(station) ?? null), save: (station, pem) => Promise.resolve(void keys.set(station, pem)) },
  });
  await expect.poll(() => stationInfo(desk).isReady, { timeout: READY_TIMEOUT_MS }).toBe(true);
  return {
    dataDir,
    holds: (description) => desk.db.raw.prepare('SELECT 1 FROM case_ WHERE summary = ?').get(description) !== undefined,
    close: async () => {
      await desk.close();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
