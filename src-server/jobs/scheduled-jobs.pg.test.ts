import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, utcMs } from '../../src-shared/util/time.ts';
import { backupFileName } from '../backup/backup-format.ts';
import { finishedBackups } from '../backup/backup-folder.ts';
import { temporaryFolder } from '../testing/fresh-database.ts';
import { useServer } from '../testing/test-server.ts';
import { nightlyBackup } from './nightly-backup.ts';
import type { Job } from './run-once.ts';
import { EVERY_MINUTE, everyNight, everyWorkingMorning, type Schedule } from './schedule.ts';
import { startJobs, turn } from './scheduled-jobs.ts';
import type { Slot } from './slot.ts';

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
const doTurn = (...jobs: readonly Job[]) => turnOn(everyNight(2), ...jobs);
const turnOn = (schedule: Schedule, ...jobs: readonly Job[]) => turn(deps(), jobs.map((job) => ({ ...job, schedule })), unstopped);

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
    const long: Job = {
      name: 'long',
      work: async (signal) => {
        begun.resolve();
        await new Promise((resolve) => void signal.addEventListener('abort', resolve));
        hasEnded = true;
        throw new Error('given up');
      },
    };
    const jobs = startJobs(deps(), { jobs: [{ ...long, schedule: everyNight(2) }], firstTurnAfterMs: 0 });
    await begun.promise;
    await jobs.stop();
    expect(hasEnded).toBe(true);
  });
});

describe('jobs of working mornings', () => {
  const SEVEN = everyWorkingMorning(({ calendars: [calendar] }) => (calendar === undefined ? null : { calendar, time: '07:00' }));
  const at = (text: string) => (now = Date.parse(text));

  /** A job that remembers for which slots it was done. */
  function noted() {
    const slots: Slot[] = [];
    const work = async (_signal: AbortSignal, slot: Slot) => {
      slots.push(slot);
      return {};
    };
    return { slots, name: 'noted', work };
  }

  test('are done once on each working day, by one of the servers, with the morning they are for', async () => {
    const job = noted();
    at('2026-11-25T06:59:00-05:00');
    await turnOn(SEVEN, job);
    expect(job.slots).toEqual([]);
    at('2026-11-25T07:00:00-05:00'); // Wednesday; Thursday is Thanksgiving
    await Promise.all([1, 2, 3].map(() => turnOn(SEVEN, job)));
    at('2026-11-26T07:00:00-05:00');
    await turnOn(SEVEN, job);
    at('2026-11-27T07:01:00-05:00');
    await turnOn(SEVEN, job);
    expect(job.slots).toEqual([
      { key: '2026-11-25', dueAt: Date.parse('2026-11-25T07:00:00-05:00') },
      { key: '2026-11-27', dueAt: Date.parse('2026-11-27T07:00:00-05:00') },
    ]);
  });

  test('are caught up later the same day, and not on another', async () => {
    const job = noted();
    at('2026-11-27T23:50:00-05:00');
    await turnOn(SEVEN, job);
    expect(job.slots.map(({ key }) => key)).toEqual(['2026-11-27']);
    await server().deps.pool.query('TRUNCATE job_run');
    at('2026-11-28T09:00:00-05:00'); // Saturday
    await turnOn(SEVEN, job);
    expect(job.slots).toHaveLength(1);
  });

  test('are tried again after five minutes', async () => {
    const job = counted(async () => Promise.reject(new Error('planted fault')));
    at('2026-11-25T07:00:00-05:00');
    await turnOn(SEVEN, job);
    now += 4 * MINUTE_MS;
    await turnOn(SEVEN, job);
    expect(job.times).toBe(1);
    now += 2 * MINUTE_MS;
    await turnOn(SEVEN, job);
    expect(job.times).toBe(2);
  });

  test('a city that wants none has none', async () => {
    const job = counted();
    await turnOn(everyWorkingMorning(() => null), job);
    expect(job.times).toBe(0);
  });
});

describe('jobs of every minute', () => {
  test('are done once a minute, whichever of the servers does them, and leave no long trail', async () => {
    const job = counted();
    await Promise.all([1, 2].map(() => turnOn(EVERY_MINUTE, job)));
    now += MINUTE_MS - 1;
    await turnOn(EVERY_MINUTE, job);
    expect(job.times).toBe(1);
    now += 1;
    await turnOn(EVERY_MINUTE, job);
    expect(job.times).toBe(2);
    now += 2 * DAY_MS;
    await turnOn(EVERY_MINUTE, job);
    const { rows } = await server().deps.pool.query<{ slot: string }>('SELECT slot FROM job_run');
    expect(rows).toEqual([{ slot: '2026-11-24T07:01Z' }]);
  });

  test('one that failed comes again with the next minute', async () => {
    const job = counted(async () => Promise.reject(new Error('planted fault')));
    await turnOn(EVERY_MINUTE, job);
    await turnOn(EVERY_MINUTE, job);
    now += MINUTE_MS;
    await turnOn(EVERY_MINUTE, job);
    expect(job.times).toBe(2);
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
