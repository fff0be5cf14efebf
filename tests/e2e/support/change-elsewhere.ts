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
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import type { Guide } from '../../../src-shared/catalogue/guide.ts';
import type { Section } from '../../../src-shared/catalogue/sections.ts';
import { PublishInput } from '../../../src-shared/protocol/data-rpc/admin-views.ts';
import { must } from '../../../src-shared/util/assert.ts';
import { DEMO_PASSWORD } from './desk.ts';
import type { RunningServer } from './start-server.ts';

const READY_TIMEOUT_MS = 60_000;

/** An entry as it shall be from now on. */
interface CatalogueChange {
  readonly section: Section;
  readonly code: string;
  readonly value: object;
}

/** A guide anew, in its next version. */
export function changeGuideElsewhere(server: RunningServer, code: string, change: (guide: Guide) => Partial<Guide>): Promise<void> {
  return changeElsewhere(server, ({ guides }) => {
    const guide = must(guides.find((one) => one.code === code), `the guide ${code}`);
    return [{ section: 'guides', code, value: { ...guide, version: guide.version + 1, ...change(guide) } }];
  });
}

/** An administrator at another desk, without a window, publishes changes of the catalogue; done when the server has them. None: nothing. */
export async function changeElsewhere(server: Pick<RunningServer, 'url'>, changesOf: (catalogue: Catalogue) => readonly CatalogueChange[]): Promise<void> {
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
    const catalogue = must(currentCatalogue(desk.db), 'the catalogue');
    const changes = changesOf(catalogue);
    if (changes.length === 0) return;
    const reply = publishChange(desk, PublishInput.parse({ commandId: randomUUID(), basedOnVersion: catalogue.version, note: '', orders: [], changes }));
    if (!reply.ok) throw new Error(`the changes were not published: ${reply.sentence}`);
    desk.nudgeSync();
    await expect.poll(() => currentCatalogue(desk.db)?.version, { timeout: READY_TIMEOUT_MS }).toBe(catalogue.version + 1);
  } finally {
    await desk.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
