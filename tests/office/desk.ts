/** Workstations as a window sees them: the real router over real records, syncing by themselves with a real server called in process. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { vi } from 'vitest';
import { createRouter } from '../../src-data/rpc/router.ts';
import { readSyncState } from '../../src-data/sync/sync-state.ts';
import type { Transport } from '../../src-data/sync/transport.ts';
import { openWorkstation } from '../../src-data/workstation.ts';
import { hashPassword } from '../../src-server/auth/passwords.ts';
import type { TestServer } from '../../src-server/testing/test-server.ts';
import { CommandId } from '../../src-shared/util/ids.ts';

export const PASSWORD = 'a password of everybody';

export interface OfficeDesk {
  readonly window: ReturnType<typeof openWindow>;
  readonly db: ReturnType<typeof openWorkstation>['db'];
  /** The network is gone, or back. */
  cutOff(isCut: boolean): void;
  /** Syncs until nothing waits and the office and the catalogue are the server's newest. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

function openWindow(workstation: ReturnType<typeof openWorkstation>) {
  return createRouterClient(createRouter(workstation));
}

/** Everybody of the city has `PASSWORD`. */
export async function givePasswords({ deps }: TestServer, staffIds: readonly string[]): Promise<void> {
  const argon2 = await hashPassword(PASSWORD);
  for (const id of staffIds) await deps.pool.query('INSERT INTO staff_credential (staff_id, argon2, changed_at) VALUES ($1, $2, 0) ON CONFLICT DO NOTHING', [id, argon2]);
}

export async function openOfficeDesk(server: () => TestServer, staffId: string): Promise<OfficeDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'portreeve-office-'));
  const keys = new Map<string, string>();
  let isCut = false;
  const workstation = openWorkstation({
    ...{ dataDir: folder, serverUrl: 'http://server.test', stationName: `Desk of ${staffId}`, enrolCode: null, appVersion: 'test', now: Date.now, log: () => undefined },
    keys: {
      load: (station) => Promise.resolve(keys.get(station) ?? null),
      save: (station, pem) => Promise.resolve(void keys.set(station, pem)),
    },
    transport: inProcess(server, () => isCut),
  });
  const window = openWindow(workstation);
  await vi.waitFor(async () => {
    if (!(await window.station.info()).isReady) throw new Error('not ready yet');
    const session = await window.session.signIn({ staffId, password: PASSWORD });
    if (!session.ok) throw new Error(session.sentence);
  }, WAIT);
  return {
    window,
    db: workstation.db,
    cutOff(next) {
      isCut = next;
    },
    settled: () =>
      vi.waitFor(async () => {
        workstation.hurrySync();
        const { rows } = await server().deps.pool.query<{ office: number; catalogue: number; rev: number }>('SELECT (SELECT version FROM office) AS office, (SELECT max(version) FROM catalogue) AS catalogue, rev FROM sync_clock');
        const here = { office: (await window.office.get()).office.version, catalogue: (await window.catalogue.get())?.version, rev: readSyncState(workstation.db).cutRev };
        const waiting = (await window.office.waiting()).filter(({ state, sentence }) => state !== 'refused' && sentence === null);
        if (waiting.length > 0 || JSON.stringify(here) !== JSON.stringify(rows[0])) throw new Error(`not settled: ${JSON.stringify([here, rows[0], waiting.length])}`);
      }, WAIT),
    async close() {
      await workstation.close();
      rmSync(folder, { recursive: true });
    },
  };
}

const WAIT = { timeout: 30_000, interval: 25 };

export const newId = () => CommandId.parse(randomUUID());

/** The server's routes without a port; the stream of events says nothing, so a desk syncs when it is told to. */
function inProcess(server: () => TestServer, isCut: () => boolean): Transport {
  return async ({ method, path, headers, body, signal }) => {
    if (path === '/sync/v1/events') return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('ended'))));
    if (isCut()) throw new Error('no network');
    const reply = await server().app.inject({ method, url: path, headers, ...(body ? { payload: Buffer.from(body) } : {}) });
    return {
      status: reply.statusCode,
      header: (name) => (reply.headers[name] === undefined ? null : String(reply.headers[name])),
      body: (async function* () {
        yield reply.rawPayload;
      })(),
    };
  };
}
