import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, utcMs } from '../../src-shared/util/time.ts';
import { backupFileName } from '../backup/backup-format.ts';
import { finishedBackups } from '../backup/backup-folder.ts';
import { temporaryFolder } from '../testing/fresh-database.ts';
import { useServer } from '../testing/test-server.ts';
import { nightlyBackup } from './nightly-backup.ts';
import { startNightlyJobs, turn } from './nightly-jobs.ts';
import type { NightlyJob } from './run-once.ts';

const server = useServer({ deps: { now: () => utcMs(now) } });
const unstopped = new AbortController().signal;
// The small city keeps New York's time: 2 in the morning there.
const TWO = Date.UTC(2026, 10, 22, 7);
let now = TWO;
let folder: string;

beforeEach(async () => {
  now = TWO;
  folder = path.join(temporaryFolder(), 'backups');
  await server().deps.pool.query('TRUNCATE job_run');
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

const deps = () => ({ ...server().deps, now: () => utcMs(now) });
const backup = () => nightlyBackup(deps(), { url: server().databaseUrl, folder, keepDays: 35 });
const doTurn = (...jobs: readonly NightlyJob[]) => turn(deps(), { jobs, hour: 2 }, unstopped);

async function health(): Promise<{ lastAt: number | null; problem: string | null }> {
  const response = await server().app.inject('/healthz');
  expect(response.statusCode).toBe(200);
  return response.json<{ backup: { lastAt: number | null; problem: string | null } }>().backup;
}

/** A job that counts how often it was done. */
function counted(work: () => Promise<void> = async () => {}) {
  const job = { name: 'counted', times: 0, async work() {
    job.times += 1;
    await work();
    return {};
  } };
  return job;
}

describe('nightly jobs', () => {
  test('are done once a night, whichever of the servers does them', async () => {
    const job = counted();
    await Promise.all([1, 2, 3].map(() => doTurn(job)));
    now += MINUTE_MS;
    await doTurn(job);
    expect(job.times).toBe(1);
    now = TWO + DAY_MS - 1;
    await doTurn(job);
    expect(job.times).toBe(1);
    now = TWO + DAY_MS;
    await doTurn(job);
    expect(job.times).toBe(2);
  });

  test('a server that was off for days catches up once', async () => {
    const job = counted();
    await doTurn(job);
    now += 3 * DAY_MS + 9 * HOUR_MS;
    await doTurn(job);
    await doTurn(job);
    expect(job.times).toBe(2);
  });

  test('a failed one is tried again after an hour, and the others are done all the same', async () => {
    const failing = counted(async () => Promise.reject(new Error('planted fault')));
    const other = Object.assign(counted(), { name: 'other' });
    await doTurn(failing, other);
    now += 59 * MINUTE_MS;
    await doTurn(failing);
    expect([failing.times, other.times]).toEqual([1, 1]);
    now += 2 * MINUTE_MS;
    await doTurn(failing);
    expect(failing.times).toBe(2);
  });

  test('a clock that was a year ahead for a night spares no later night', async () => {
    const job = counted();
    now = TWO + 365 * DAY_MS;
    await doTurn(job);
    now = TWO;
    await doTurn(job);
    expect(job.times).toBe(2);
  });

  test('one a killed server had begun is done by the next', async () => {
    await server().deps.pool.query(`INSERT INTO job_run (job, slot, state, began_at) VALUES ('counted', '2026-11-22', 'running', $1)`, [TWO]);
    const job = counted();
    await doTurn(job);
    expect(job.times).toBe(1);
  });

  test('stopping gives up what is running and waits for it', async () => {
    let hasEnded = false;
    const begun = Promise.withResolvers<void>();
    const long: NightlyJob = {
      name: 'long',
      work: async (signal) => {
        begun.resolve();
        await new Promise((resolve) => void signal.addEventListener('abort', resolve));
        hasEnded = true;
        throw new Error('given up');
      },
    };
    const jobs = startNightlyJobs(deps(), { jobs: [long], hour: 2, firstTurnAfterMs: 0 });
    await begun.promise;
    await jobs.stop();
    expect(hasEnded).toBe(true);
  });
});

describe('the nightly backup', () => {
  test('is taken, tried, told to the workstations’ hello and the health page; old ones go', async () => {
    mkdirSync(folder, { recursive: true });
    const old = [90, 60, 40, 39, 2].map((daysAgo) => backupFileName(utcMs(TWO - daysAgo * DAY_MS)));
    for (const name of old) writeFileSync(path.join(folder, name), '');
    await doTurn(backup());
    expect(finishedBackups(folder)).toEqual([old[3], old[4], backupFileName(utcMs(TWO))].filter((name) => name !== undefined));
    const { rows } = await server().deps.pool.query<{ state: string; detail: Record<string, unknown> }>('SELECT state, detail FROM job_run');
    expect(rows).toEqual([{ state: 'done', detail: expect.objectContaining({ trial: 'restored', removed: 3 }) }]);
    expect((await health()).lastAt).toBe(TWO);
  });

  test('a failed one is said, removes nothing, and the server is no less healthy', async () => {
    writeFileSync(folder, 'not a folder');
    await doTurn(backup());
    expect((await health()).problem).toMatch(/^The last nightly backup failed \(notWritable\)\. The server’s log says when and why; it is tried again every hour\.$/);
    rmSync(folder);
    now += 61 * MINUTE_MS;
    await doTurn(backup());
    expect([(await health()).problem, readdirSync(folder).length]).toEqual([null, 1]);
  });
});
