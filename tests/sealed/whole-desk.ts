/** A whole workstation without its window: records, rounds, spool and scrubbing as in the product, at a real server in process. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCase, runCaseCommand } from '../../src-data/rpc/commands.ts';
import { beginSession } from '../../src-data/session/session.ts';
import { readSyncState } from '../../src-data/sync/sync-state.ts';
import type { Transport } from '../../src-data/sync/transport.ts';
import { openArgs } from '../../src-data/testing/desk.ts';
import { openWorkstation, type Workstation } from '../../src-data/workstation.ts';
import type { TestServer } from '../../src-server/testing/test-server.ts';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import { CaseCommandInput, OpenCaseInput } from '../../src-shared/protocol/data-rpc/command-input.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { must } from '../../src-shared/util/assert.ts';
import { CommandId } from '../../src-shared/util/ids.ts';
import { utcMs } from '../../src-shared/util/time.ts';

export interface WholeDesk {
  readonly folder: string;
  readonly workstation: Workstation;
  station(): string;
  signIn(staffId: string): void;
  /** Takes a case; its id and number. */
  take(fields?: Record<string, unknown>, draftId?: string): { readonly caseId: string; readonly trackingNumber: string };
  /** Gives a command; throws with the sentence when it is refused. */
  give(type: CaseCommandInput['type'], caseId: string, args: Record<string, unknown>): void;
  close(): Promise<void>;
}

export function openWholeDesk(server: () => TestServer, stationName: string): WholeDesk {
  const folder = mkdtempSync(join(tmpdir(), 'portreeve-whole-desk-'));
  const keys = new Map<string, string>();
  const workstation = openWorkstation({
    ...{ dataDir: folder, serverUrl: 'http://server.test', stationName, enrolCode: null, appVersion: 'test' },
    now: () => Date.now(),
    log: () => undefined,
    transport: inProcess(server),
    keys: {
      load: (station) => Promise.resolve(keys.get(station) ?? null),
      save: (station, pem) => Promise.resolve(void keys.set(station, pem)),
    },
  });
  const { db, changes } = workstation;
  const changed = (): void => {
    changes.publish({ topic: 'cases', caseIds: null });
    workstation.nudgeSync();
  };
  return {
    folder,
    workstation,
    station: () => must(readSyncState(db).station, 'the desk is enrolled'),
    signIn: (staffId) => void beginSession(db, must(findStaff(SMALL_CITY, staffId), staffId), 'server', utcMs(Date.now())),
    take(fields = {}, draftId) {
      const { isSealed = false, ...given } = openArgs({ receivedAt: Date.now() - 1_000, misconduct: null, complaintAbout: null, ...fields });
      const input = OpenCaseInput.parse({ commandId: randomUUID(), caseId: randomUUID(), draftId: draftId ?? null, fields: { ...given, isSealed } });
      const reply = openCase(workstation, input);
      if (!reply.ok) throw new Error(reply.sentence);
      changed();
      return reply;
    },
    give(type, caseId, args) {
      const reply = runCaseCommand(workstation, CaseCommandInput.parse({ commandId: CommandId.parse(randomUUID()), caseId, type, args }));
      if (!reply.ok) throw new Error(reply.sentence);
      changed();
    },
    async close() {
      await workstation.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server's routes without a port; the stream of events ends at once, so that rounds come by themselves. */
function inProcess(server: () => TestServer): Transport {
  return async ({ method, path, headers, body }) => {
    if (path.startsWith('/sync/v1/events')) throw new Error('no stream here');
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
