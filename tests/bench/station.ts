/** A workstation's records and sync in this process: what the product runs, without a window. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import type { Catalogue, Service } from '../../src-shared/catalogue/catalogue.ts';
import { must } from '../../src-shared/util/assert.ts';
import { CaseId, CommandId } from '../../src-shared/util/ids.ts';
import { currentCatalogue } from '../../src-data/cases/catalogue.ts';
import { openDatabase, type WriteDb } from '../../src-data/db/database.ts';
import { migrate } from '../../src-data/db/migrate.ts';
import { runCommand } from '../../src-data/outbox/run-command.ts';
import { createSyncClient, type SyncClient } from '../../src-data/sync/sync-client.ts';
import { createSyncRound, type SyncRound } from '../../src-data/sync/sync-round.ts';
import { httpTransport } from '../../src-data/sync/transport.ts';
import { createRandom } from '../simulation/random.ts';
import { openCommand } from './made-up-cases.ts';

export interface Station {
  readonly db: WriteDb;
  readonly client: SyncClient;
  readonly round: SyncRound;
  /** Time spent in pushes, until each was answered. */
  readonly pushMs: () => number;
  /** When the last of them was answered, as Date.now() has it; 0 before the first. */
  readonly lastPushAt: () => number;
  onCases: (caseIds: readonly CaseId[]) => void;
}

export function openStation(serverUrl: string, folder: string, name: string): Station {
  const db = openDatabase(join(folder, `${name}.sqlite`));
  migrate(db);
  const keyring = new Map<string, string>();
  const client = createSyncClient({ transport: httpTransport(serverUrl), now: Date.now });
  let pushMs = 0;
  let lastPushAt = 0;
  const timed: SyncClient = {
    ...client,
    async push(...given) {
      const start = performance.now();
      const answer = await client.push(...given);
      pushMs += performance.now() - start;
      lastPushAt = Date.now();
      return answer;
    },
  };
  const station: Station = {
    db,
    client: timed,
    pushMs: () => pushMs,
    lastPushAt: () => lastPushAt,
    onCases: () => undefined,
    round: createSyncRound({
      db,
      client: timed,
      keys: { load: (id) => Promise.resolve(keyring.get(id) ?? null), save: (id, pem) => Promise.resolve(void keyring.set(id, pem)) },
      stationName: name,
      appVersion: 'bench',
      enrolCode: null,
      now: Date.now,
      onCasesChanged: (caseIds) => station.onCases(caseIds),
      onCatalogueChanged: () => undefined,
      log: () => undefined,
    }),
  };
  return station;
}

/** Who takes the made-up cases, and for which service, in the server's city. */
export function deskOf(catalogue: Catalogue): { readonly actor: Catalogue['staff'][number]; readonly service: Service } {
  const actor = must(catalogue.staff.find((member) => member.roles.includes('agent') && findStaff(catalogue, member.id)?.isActive), 'the city has an agent');
  const service = must(catalogue.services.find((candidate) => candidate.isActive && !candidate.questions.some((question) => question.isRequired)), 'the city has a service');
  return { actor, service };
}

/** Takes case `index` at a station; its service is one of the server's city. */
export function take(station: Pick<Station, 'db'>, index: number): CaseId {
  const catalogue = must(currentCatalogue(station.db), 'the station has been greeted');
  const { actor, service } = deskOf(catalogue);
  const { args } = openCommand(createRandom(index), index % 800_000_000, Date.now() - 60_000);
  const request = { commandId: CommandId.parse(randomUUID()), caseId: CaseId.parse(randomUUID()), type: 'case.open' as const, args: { ...args, serviceCode: service.code, answers: {} }, takesNumber: true };
  const outcome = runCommand(station.db, request, { actor, catalogue, now: Date.now });
  if (!outcome.ok) {
    // A day's outage takes more numbers than are kept in stock: the bench has some of its own.
    if (outcome.reason !== 'noNumberLeft') throw new Error(outcome.reason);
    station.db.exec('UPDATE sync_state SET self_issued = 0, enrolment = enrolment + 1');
    return take(station, index);
  }
  return request.caseId;
}
