import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { buildApp } from '../app.ts';
import type { AppDeps } from '../app-deps.ts';
import { openCatalogues, publishCatalogue } from '../catalogue/catalogue-store.ts';
import { verifyCaseHistory } from '../commands/verify-history.ts';
import { type EmbeddedCluster, startCluster } from '../db/embedded/cluster.ts';
import { migrate } from '../db/migrate.ts';
import { openPool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { silentLog } from '../log.ts';
import { openNumberLeases } from '../numbers/leases.ts';
import { temporaryFolder } from '../testing/fresh-database.ts';
import { openArgs, TestStation } from '../testing/test-station.ts';

const folder = temporaryFolder();
let cluster: EmbeddedCluster;
let deps: AppDeps;
let app: ReturnType<typeof buildApp>;

beforeAll(async () => {
  cluster = await startCluster(folder, { info: () => {}, warn: () => {} });
  const url = cluster.url('postgres');
  await migrate(url);
  const pool = openPool(url);
  const now = () => utcMs(Date.now());
  const numbers = await openNumberLeases(pool, now());
  deps = { pool, log: silentLog(), now, numbers, catalogues: openCatalogues(), enrolment: { code: 'x', isNeededLocally: false }, updatesDir: folder, keepBackupsDays: 35 };
  await inTransaction(pool, {}, (tx) => publishCatalogue(tx, SMALL_CITY, { at: now(), by: 'test' }));
  app = buildApp(deps);
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await deps.pool.end();
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Kills the database outright and waits until the supervisor has a new one. */
async function killDatabase(): Promise<void> {
  const pid = cluster.postmasterPid();
  if (pid === null) throw new Error('the database is not running');
  process.kill(pid, 'SIGKILL');
  while (cluster.postmasterPid() === null || cluster.postmasterPid() === pid) await sleep(5);
}

/** What a workstation does: sends again what it has no answer for, until it has one. */
async function pushUntilAnswered(station: TestStation): Promise<readonly number[]> {
  const answers: number[] = [];
  while (station.sent < station.outbox.length) {
    const response = await station.pushRaw();
    answers.push(response.statusCode);
    if (response.statusCode === 200) station.sent = response.json<{ seq: number }>().seq;
    else await sleep(20);
  }
  return answers;
}

describe('a database killed in the middle of pushes', () => {
  test('loses nothing and does nothing twice: the workstation sends again until it is answered', async () => {
    const station = await TestStation.enrol(app);
    const { caseId } = station.give('case.open', openArgs(await station.takeNumber()));
    await station.push();
    const answers: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      for (let note = 0; note < 20; note += 1) station.give('case.addNote', { text: `round ${round} note ${note}` }, { caseId });
      const pushing = pushUntilAnswered(station);
      await sleep(round * 4);
      await killDatabase();
      answers.push(...(await pushing));
    }
    expect(new Set(answers)).toEqual(new Set([200, 503]));
    const { rows } = await deps.pool.query<{ texts: string[] }>(
      `SELECT array_agg(fact->>'text' ORDER BY place) AS texts FROM case_, jsonb_array_elements(document->'history') WITH ORDINALITY AS h(fact, place)
        WHERE id = $1 AND fact->>'kind' = 'noteAdded'`,
      [caseId],
    );
    expect(rows[0]?.texts).toEqual(Array.from({ length: 120 }, (_, at) => `round ${Math.floor(at / 20)} note ${at % 20}`));
    expect(await verifyCaseHistory(deps.pool, caseId)).toEqual({ ok: true, entries: 121 });
  });

  test('is said plainly while it is away, and by no other error', async () => {
    const answers = new Set<string>();
    let isKilled = false;
    const killing = killDatabase().finally(() => (isKilled = true));
    while (!isKilled) {
      const response = await app.inject('/healthz');
      const body = response.json<{ status: unknown; code?: string; detail?: string }>();
      answers.add(response.statusCode === 200 ? 'ok' : `${response.statusCode} ${body.code}: ${body.detail}`);
      await sleep(1);
    }
    await killing;
    answers.delete('ok');
    expect([...answers]).toEqual([expect.stringMatching(/^503 databaseAway: Nothing is lost/)]);
  });
});
