/** The drill of docs/backup-and-restore.md, with real processes: stations push, a backup is taken, the server dies, it is restored. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MAX_PUSH_COMMANDS } from '../../src-shared/protocol/push.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { must } from '../../src-shared/util/assert.ts';
import { takeOwnership } from '../db/embedded/owner-lock.ts';
import { findRunningCluster } from '../db/embedded/running-cluster.ts';
import { openPool, type Pool } from '../db/pool.ts';
import { temporaryFolder } from '../testing/fresh-database.ts';
import { endProcess, remoteApp, ServerProcesses, type StartedServer, toEnd } from '../testing/server-process.ts';
import { openArgs, TestStation } from '../testing/test-station.ts';
import { finishedBackups } from './backup-folder.ts';
import { openExisting } from './open-existing.ts';
import { verifyEveryHistory } from './verify-every-history.ts';

const processes = new ServerProcesses();
let root: string;
let dataDir: string;
let server: StartedServer;
const app = remoteApp(() => server.url);

beforeEach(() => {
  root = temporaryFolder();
  dataDir = path.join(root, 'data');
  mkdirSync(path.join(root, 'city'));
  writeFileSync(path.join(root, 'city', 'city.json'), JSON.stringify(SMALL_CITY));
  writeFileSync(path.join(root, 'city', 'passwords.json'), JSON.stringify({ admin: 'a first password' }));
});
afterEach(async () => {
  await processes.stopAll();
  rmSync(root, { recursive: true, force: true });
});

async function startCity(): Promise<void> {
  server = await processes.start(dataDir, '--city', path.join(root, 'city'));
}

async function work(station: TestStation, cases: number): Promise<void> {
  for (let at = 0; at < cases; at += 1) {
    const { caseId } = station.give('case.open', openArgs(await station.takeNumber()));
    station.give('case.addNote', { text: `note ${at}` }, { caseId });
    await station.push();
  }
}

/** What a workstation does when the server says 409 epoch: adopts it, and sends everything after what the server still has. */
async function followNewEpoch(station: TestStation): Promise<void> {
  const answer = await station.pushRaw(station.outbox.length + 1);
  expect(answer.statusCode).toBe(409);
  const conflict = answer.json<{ why: string; epoch: number; seq: number; hash: string }>();
  expect(conflict).toMatchObject({ why: 'epoch', hash: station.outbox[conflict.seq - 1]?.hash });
  Object.assign(station, { epoch: conflict.epoch, sent: conflict.seq, cursors: {}, seen: { rev: 0, mark: null } });
  while (station.sent < station.outbox.length) await station.push(station.sent + 1, station.sent + MAX_PUSH_COMMANDS);
}

/** A workstation the restored server has never heard of enrols again and sends its commands under their old ids. */
async function enrolAgain(lost: TestStation): Promise<TestStation> {
  expect((await lost.pushRaw(lost.outbox.length + 1)).statusCode).toBe(401);
  const station = await TestStation.enrol(app, 'again');
  for (const { command } of lost.outbox) station.append({ ...(command as object), station: station.id });
  await station.push();
  return station;
}

function databaseOf(folder: string): Pool {
  return openPool(must(findRunningCluster(folder), 'the server runs its PostgreSQL')('portreeve'));
}

async function health(): Promise<{ epoch: number; backup: { lastAt: number | null; problem: string | null } }> {
  return (await (await fetch(`${server.url}/healthz`)).json()) as { epoch: number; backup: { lastAt: number | null; problem: string | null } };
}

const onlyBackup = () => path.join(dataDir, 'backups', must(finishedBackups(path.join(dataDir, 'backups'))[0], 'a backup was taken'));

describe('the restore drill', () => {
  test('stations that follow the protocol lose nothing, and no number is given out twice', async () => {
    await startCity();
    const stations = await Promise.all([1, 2, 3].map((n) => TestStation.enrol(app, `Counter ${n}`)));
    await Promise.all(stations.map((station) => work(station, 10)));

    const working = Promise.all(stations.map((station) => work(station, 25)));
    const backup = await processes.run(['backup', '--data', dataDir]);
    await working;
    expect([backup.code, backup.stderr]).toEqual([0, '']);
    expect(backup.stdout).toMatch(/^Backup taken: .*\.backup \(\d+\.\d MB; \d+ cases with \d+ entries of history\)\.\nIt was read back and restored for a trial/);
    const takenAt = must((await health()).backup.lastAt, 'a proved backup is noted');

    const newcomer = await TestStation.enrol(app, 'Counter 4');
    for (const station of [...stations, newcomer]) {
      await station.pull({ numbersWanted: 200 });
      await work(station, 5);
    }
    const before = [...stations, newcomer];
    const given = before.flatMap(({ outbox }) => outbox.map(({ command }) => command as { uid: string; type: string; caseId: string; args: { trackingNumber: string } }));
    const leased = new Set([...before.flatMap(({ numbers }) => numbers), ...given.flatMap(({ type, args }) => (type === 'case.open' ? [args.trackingNumber] : []))]);

    await endProcess(server.child, 'SIGKILL');
    const restored = await processes.run(['restore', '--data', dataDir, '--from', onlyBackup()]);
    expect([restored.code, restored.stderr]).toEqual([0, '']);
    expect(restored.stdout).toMatch(/Restored and verified: \d+ cases .*\nWhat was there before is kept as .*postgresql-before-restore-\d{8}-\d{6}Z\..*\nThe server begins its life number 3\./);
    await startCity();
    expect(await health()).toMatchObject({ epoch: 3, backup: { lastAt: takenAt, problem: null } });

    for (const station of stations) await followNewEpoch(station);
    const after = [...stations, await enrolAgain(newcomer)];
    for (const station of after) {
      station.numbers.length = 0;
      await station.pull({ numbersWanted: 200 });
      expect(station.numbers.filter((number) => leased.has(number))).toEqual([]);
      expect(station.cases.size).toBe(125);
    }

    const pool = databaseOf(dataDir);
    const { rows } = await pool.query<{ uid: string; times: number }>('SELECT uid, count(*)::int AS times FROM audit GROUP BY uid');
    expect(rows.map(({ uid }) => uid).sort()).toEqual(given.map(({ uid }) => uid).sort());
    expect(rows.every(({ times }) => times === 1)).toBe(true);
    const numbers = await pool.query<{ number: string; id: string }>('SELECT number, id FROM case_');
    const expected = given.filter(({ type }) => type === 'case.open').map(({ caseId, args }) => [args.trackingNumber, caseId]);
    expect(new Map(numbers.rows.map(({ number, id }) => [number, id]))).toEqual(new Map(expected as [string, string][]));
    expect(await verifyEveryHistory(pool, new AbortController().signal)).toEqual({ ok: true, cases: 125, entries: 250 });
    expect((await pool.query('SELECT epoch, reason FROM epoch ORDER BY epoch DESC LIMIT 1')).rows).toEqual([{ epoch: 3, reason: `restored from ${path.basename(onlyBackup())}` }]);
    await pool.end();
  });

  test('on a new computer: an empty folder, the file, one command', async () => {
    await startCity();
    const station = await TestStation.enrol(app);
    await work(station, 3);
    expect((await processes.run(['backup', '--data', dataDir, '--quick', '--to', path.join(root, 'elsewhere')])).code).toBe(0);
    await endProcess(server.child, 'SIGTERM');
    const file = path.join(root, 'elsewhere', must(finishedBackups(path.join(root, 'elsewhere'))[0], 'a backup was taken'));
    dataDir = path.join(root, 'new-computer');
    const restored = await processes.run(['restore', '--data', dataDir, '--from', file]);
    expect([restored.code, restored.stdout]).toEqual([0, expect.not.stringContaining('What was there before')]);
    await startCity();
    await followNewEpoch(station);
    await station.pull({ numbersWanted: 100 });
    expect(station.cases.size).toBe(3);

    // The same backup once more: neither the epoch nor a number comes again.
    await endProcess(server.child, 'SIGTERM');
    expect((await processes.run(['restore', '--data', dataDir, '--from', file])).stdout).toContain('life number 3');
    await startCity();
    const other = await TestStation.enrol(app, 'Counter 2');
    await other.pull({ numbersWanted: 100 });
    expect(other.numbers.filter((number) => station.numbers.includes(number))).toEqual([]);
  });

  test('a backup without a running server, and "new-epoch" for a database restored by other means', async () => {
    await startCity();
    const station = await TestStation.enrol(app);
    await work(station, 2);
    await endProcess(server.child, 'SIGTERM');
    // A server that is just starting, or whose PostgreSQL comes back from a crash, has the folder and does not answer.
    const owner = takeOwnership(dataDir);
    await expect(openExisting({ dataDir, databaseUrl: null }, 1)).rejects.toMatchObject({ code: 'notAnswering' });
    const waiting = openExisting({ dataDir, databaseUrl: null });
    await sleep(600);
    owner.release();
    await (await waiting).close();
    expect((await processes.run(['backup', '--data', dataDir])).stdout).toContain('2 cases with 4 entries of history');
    expect((await processes.run(['new-epoch', '--data', dataDir, '--reason', 'disk image of Monday'])).stdout).toContain('life number 2 has begun');
    await startCity();
    const pool = databaseOf(dataDir);
    expect((await pool.query('SELECT epoch, reason FROM epoch')).rows).toEqual([{ epoch: 2, reason: 'disk image of Monday' }]);
    await pool.end();
    await followNewEpoch(station);
  });
});

describe('a restore that may not be', () => {
  test('is refused while the server runs, and with a file that is none; nothing is changed', async () => {
    await startCity();
    const station = await TestStation.enrol(app);
    await work(station, 2);
    await processes.run(['backup', '--data', dataDir, '--quick']);
    const file = onlyBackup();
    const whileRunning = await processes.run(['restore', '--data', dataDir, '--from', file]);
    expect([whileRunning.code, whileRunning.stderr]).toEqual([1, expect.stringMatching(/Another Portreeve server .*is already using the data folder/)]);
    await endProcess(server.child, 'SIGTERM');
    const cut = path.join(root, 'portreeve-20200101-000000Z.backup');
    writeFileSync(cut, readFileSync(file).subarray(0, -20));
    const refused = await processes.run(['restore', '--data', dataDir, '--from', cut]);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringMatching(/is damaged or was cut off/)]);
    expect(readdirSync(dataDir).filter((name) => /before-restore|unfinished/.test(name))).toEqual([]);
    await startCity();
    expect((await health()).epoch).toBe(1);
  });

  test('killed at any moment leaves the old database or the new one, and can be given again', async () => {
    await startCity();
    const station = await TestStation.enrol(app);
    await work(station, 3);
    await processes.run(['backup', '--data', dataDir, '--quick']);
    await endProcess(server.child, 'SIGTERM');
    for (const afterMs of [500, 1_200, 2_000]) {
      const child = processes.spawn(['restore', '--data', dataDir, '--from', onlyBackup()]);
      await sleep(afterMs);
      await endProcess(child, 'SIGKILL');
      await startCity();
      const pool = databaseOf(dataDir);
      expect((await pool.query('SELECT count(*)::int AS cases FROM case_')).rows).toEqual([{ cases: 3 }]);
      await pool.end();
      await endProcess(server.child, 'SIGTERM');
    }
    expect((await processes.run(['restore', '--data', dataDir, '--from', onlyBackup()])).code).toBe(0);
    expect(existsSync(path.join(dataDir, 'restore-unfinished'))).toBe(false);
  });
});

describe('a backup that cannot be', () => {
  test('killed in the middle leaves nothing that looks like one', async () => {
    await startCity();
    await work(await TestStation.enrol(app), 10);
    const folder = path.join(dataDir, 'backups');
    const pool = databaseOf(dataDir);
    const holder = await pool.connect();
    await holder.query('BEGIN; LOCK TABLE audit'); // it comes as far as this table, however small the city
    const child = processes.spawn(['backup', '--data', dataDir]);
    while (!existsSync(folder) || readdirSync(folder).length === 0) await sleep(1);
    await endProcess(child, 'SIGKILL');
    await holder.query('ROLLBACK');
    holder.release();
    await pool.end();
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/\.backup\.unfinished$/)]);
    expect(finishedBackups(folder)).toEqual([]);
    expect((await health()).backup.lastAt).toBe(null);
    // PostgreSQL works on for whoever is gone, until it has something to say; so long that backup is still being taken.
    await vi.waitFor(async () => expect(await processes.run(['backup', '--data', dataDir])).toMatchObject({ code: 0, stderr: '' }), 30_000);
    expect(finishedBackups(folder)).toHaveLength(1);
  });

  test('a full disk is said, and nothing half-written is kept', async () => {
    await startCity();
    await work(await TestStation.enrol(app), 40);
    const folder = path.join(root, 'small');
    const end = await toEnd(processes.spawnInShell('ulimit -f 4', ['backup', '--data', dataDir, '--to', folder]));
    expect([end.code, end.stderr]).toEqual([1, expect.stringMatching(/^There is not enough room in .*small \(EFBIG\)\. Make room, or choose another folder; nothing half-written was kept\.\n$/)]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('wrong arguments: a sentence and exit code 2', async () => {
    expect(await processes.run(['restore', '--data', dataDir])).toEqual({ code: 2, stdout: '', stderr: 'Say which backup to restore: --from FILE. "restore --help" shows everything it takes.\n' });
    expect((await processes.run(['backup', '--help'])).stdout).toContain('npm run server -- backup --data DIR');
    expect((await processes.run(['backup', '--data', path.join(root, 'none')])).stderr).toMatch(/There is no database in .*none/);
  });
});
