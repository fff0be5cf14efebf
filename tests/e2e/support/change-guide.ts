import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { currentCatalogue } from '../../../src-data/cases/catalogue.ts';
import { publishChange } from '../../../src-data/rpc/admin.ts';
import { stationInfo } from '../../../src-data/rpc/station-info.ts';
import { signIn } from '../../../src-data/session/sign-in.ts';
import { openWorkstation } from '../../../src-data/workstation.ts';
import type { Guide } from '../../../src-shared/catalogue/guide.ts';
import { CommandId } from '../../../src-shared/util/ids.ts';
import { DEMO_PASSWORD } from './desk.ts';
import type { RunningServer } from './start-server.ts';

const READY_TIMEOUT_MS = 60_000;

/** An administrator at another desk, without a window, publishes a guide anew, in its next version; done when the server has it. */
export async function changeGuideElsewhere(server: RunningServer, code: string, change: (guide: Guide) => Partial<Guide>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'portreeve-admin-desk-'));
  const keys = new Map<string, string>();
  const desk = openWorkstation({
    ...{ dataDir, serverUrl: server.url, stationName: 'Administration', enrolCode: null, appVersion: '0.0.0-admin-desk', now: Date.now, log: () => undefined },
    keys: { load: (station) => Promise.resolve(keys.get(station) ?? null), save: (station, pem) => Promise.resolve(void keys.set(station, pem)) },
  });
  try {
    await expect.poll(() => stationInfo(desk).isReady, { timeout: READY_TIMEOUT_MS }).toBe(true);
    const signedIn = await signIn({ db: desk.db, checkAtServer: desk.checkPassword, now: desk.now }, 'w.ortiz', DEMO_PASSWORD);
    if (!signedIn.ok) throw new Error(`not signed in: ${signedIn.sentence}`);
    const catalogue = currentCatalogue(desk.db);
    const guide = catalogue?.guides.find((one) => one.code === code);
    if (!catalogue || !guide) throw new Error(`no guide ${code}`);
    const value = { ...guide, version: guide.version + 1, ...change(guide) };
    const reply = publishChange(desk, { commandId: CommandId.parse(randomUUID()), basedOnVersion: catalogue.version, note: '', orders: [], changes: [{ section: 'guides', code, value }] });
    if (!reply.ok) throw new Error(`the guide was not published: ${reply.sentence}`);
    desk.nudgeSync();
    await expect.poll(() => currentCatalogue(desk.db)?.version, { timeout: READY_TIMEOUT_MS }).toBe(catalogue.version + 1);
  } finally {
    await desk.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
