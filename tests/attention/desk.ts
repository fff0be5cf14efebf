/** Desks for the tests of Needs attention: real records on real SQLite, real rounds, the real server called in process. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDatabase, openDatabase, type WriteDb } from '../../src-data/db/database.ts';
import { migrate } from '../../src-data/db/migrate.ts';
import { runCommand, type RunOutcome } from '../../src-data/outbox/run-command.ts';
import { settleAttention, showForPerson } from '../../src-data/rpc/settle-attention.ts';
import { beginSession, endSession } from '../../src-data/session/session.ts';
import { attentionItems } from '../../src-data/sync/attention.ts';
import { createAttentionExchange } from '../../src-data/sync/attention-exchange.ts';
import { createSyncClient } from '../../src-data/sync/sync-client.ts';
import { createSyncRound } from '../../src-data/sync/sync-round.ts';
import { readSyncState } from '../../src-data/sync/sync-state.ts';
import type { Transport } from '../../src-data/sync/transport.ts';
import { noteSignIn } from '../../src-server/auth/signed-in-at.ts';
import type { TestServer } from '../../src-server/testing/test-server.ts';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import type { CommandType } from '../../src-shared/commands/index.ts';
import type { AttentionAction, AttentionItem, SettleReply } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { must } from '../../src-shared/util/assert.ts';
import { CaseId, CommandId, StaffId } from '../../src-shared/util/ids.ts';
import { utcMs } from '../../src-shared/util/time.ts';

export interface AttentionDesk {
  readonly db: WriteDb;
  /** Lost requests and lost answers, one word for each exchange of the next ones; then none. */
  readonly faults: ('requestLost' | 'answerLost')[];
  station(): string;
  round(): Promise<void>;
  signIn(staffId: string): Promise<void>;
  signOut(): void;
  give(type: CommandType, caseId: string, args: Record<string, unknown>, staffId?: string): RunOutcome;
  items(): readonly AttentionItem[];
  settle(uid: string, action: AttentionAction, to?: string): SettleReply;
  close(): void;
}

export function openAttentionDesk(server: () => TestServer, stationName = 'Counter 1'): AttentionDesk {
  const folder = mkdtempSync(join(tmpdir(), 'portreeve-attention-'));
  const db = openDatabase(join(folder, 'records.sqlite'));
  migrate(db);
  const keys = new Map<string, string>();
  const faults: AttentionDesk['faults'] = [];
  const now = () => Date.now();
  const client = createSyncClient({ transport: inProcess(server, faults), now });
  const onCasesChanged = () => undefined;
  const log = () => undefined;
  const attention = createAttentionExchange({ db, client, now, onCasesChanged, log });
  const round = createSyncRound({
    ...{ db, client, stationName, attention, now, onCasesChanged, log, appVersion: 'test', enrolCode: null, onCatalogueChanged: onCasesChanged },
    keys: {
      load: (station) => Promise.resolve(keys.get(station) ?? null),
      save: (station, pem) => Promise.resolve(void keys.set(station, pem)),
    },
  });
  const station = () => must(readSyncState(db).station, 'the desk is enrolled');
  const person = (staffId: string) => must(findStaff(SMALL_CITY, staffId), `${staffId} is in the small city`);
  return {
    db,
    faults,
    station,
    async round() {
      attention.want();
      await round.run();
    },
    async signIn(staffId) {
      await noteSignIn(server().deps.pool, { staffId, station: station(), now: utcMs(now()) });
      beginSession(db, person(staffId), 'server', utcMs(now()));
      showForPerson(db);
    },
    signOut() {
      endSession(db);
      showForPerson(db);
    },
    give(type, caseId, args, staffId = 'agent') {
      const takesNumber = type === 'case.open' || type === 'case.addCoReporter';
      return runCommand(db, { commandId: CommandId.parse(randomUUID()), caseId: CaseId.parse(caseId), type, args, takesNumber }, { actor: person(staffId), catalogue: SMALL_CITY, now });
    },
    items: () => attentionItems(db, { catalogue: SMALL_CITY, staffId: signedIn(db), now: utcMs(now()) }),
    settle: (uid, action, to) => settleAttention({ db, now: () => utcMs(now()) }, { uid: CommandId.parse(uid), action, to: to === undefined ? null : StaffId.parse(to) }),
    close() {
      closeDatabase(db);
      rmSync(folder, { recursive: true });
    },
  };
}

function signedIn(db: WriteDb): string | null {
  const row = db.query<object, { staffId: string | null }>(`SELECT value ->> '$.staffId' AS staffId FROM setting WHERE key = 'session'`).get({});
  return row?.staffId ?? null;
}

/** The server's routes without a port; exchanges about Needs attention meet the faults given. */
function inProcess(server: () => TestServer, faults: AttentionDesk['faults']): Transport {
  return async ({ method, path, headers, body }) => {
    const fault = path === '/sync/v1/attention' ? faults.shift() : undefined;
    if (fault === 'requestLost') throw new Error('the network is gone');
    const reply = await server().app.inject({ method, url: path, headers, ...(body ? { payload: Buffer.from(body) } : {}) });
    if (fault === 'answerLost') throw new Error('the network went away before the answer');
    return {
      status: reply.statusCode,
      header: (name) => (reply.headers[name] === undefined ? null : String(reply.headers[name])),
      body: (async function* () {
        yield reply.rawPayload;
      })(),
    };
  };
}
