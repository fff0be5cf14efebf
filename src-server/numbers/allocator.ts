/**
 * How far the number space has been handed out. It only ever goes forward, also when the database went back in time.
 */
import { randomInt } from 'node:crypto';
import { utcMs, UtcMs } from '../../src-shared/util/time.ts';
import type { Connection, Pool } from '../db/pool.ts';
import { readSetting, writeSetting } from '../db/server-setting.ts';
import { inTransaction } from '../db/transaction.ts';
import { LEASED_PAYLOADS } from './permutation.ts';

/** More than 2,000 workstations can have leased between a backup and its restore. */
const EPOCH_JUMP = 2_000_000;
/** A city of three million people or more takes so many numbers; with random steps and leases the space lasts 60 years even there. */
const NUMBERS_PER_YEAR = 4_000_000;
const YEAR_MS = 365.25 * 24 * 60 * 60 * 1_000;
const SPACE_OPENED_AT = Date.UTC(2026, 0, 1);
/** A computer whose clock is decades ahead must not eat up the space: no start passes over more time, and none anything in the last quarter. */
const LONGEST_PASSED_MS = 4 * YEAR_MS;
const NOTHING_PASSED_FROM = LEASED_PAYLOADS * 0.75;
/** Random steps keep to a budget that grows with the years, each to an eighth of what is left of it: a server that starts over and over takes ever smaller ones. */
const STEPS_BUDGET = 10_000_000;
const STEPS_BUDGET_PER_YEAR = 2 * NUMBERS_PER_YEAR;
const SMALLEST_RANGE = 100;
const STARTED_KEY = 'numbersStartedAt';

const SQL = {
  jump: 'UPDATE number_allocator SET next_index = next_index + $1',
  lock: 'SELECT next_index AS "nextIndex" FROM number_allocator FOR UPDATE',
};

/** Passes over everything an earlier life of this database can have leased. */
export async function jumpAhead(tx: Connection): Promise<void> {
  await tx.query(SQL.jump, [EPOCH_JUMP]);
}

/**
 * At every start: passes over what a large city leases in the time since the start before, and a random step more. A database
 * put back silently, by copying files, would lease the numbers of the time that is gone a second time, before any workstation
 * has found out. What days can have taken is passed over for certain, what the last minutes have taken but for a small chance.
 */
export async function passOverLostTime(pool: Pool, now: UtcMs): Promise<void> {
  await inTransaction(pool, {}, async (tx) => {
    const { rows } = await tx.query<{ nextIndex: number }>(SQL.lock);
    const nextIndex = rows[0]?.nextIndex ?? 0;
    const stored = UtcMs.safeParse(await readSetting(tx, STARTED_KEY));
    const before = stored.success ? stored.data : now;
    const passedMs = Math.min(Math.max(0, now - before), LONGEST_PASSED_MS);
    await writeSetting(tx, STARTED_KEY, utcMs(before + passedMs));
    if (nextIndex < NOTHING_PASSED_FROM) await tx.query(SQL.jump, [Math.ceil((passedMs / YEAR_MS) * NUMBERS_PER_YEAR) + randomInt(rangeOfStep(nextIndex, before))]);
  });
}

function rangeOfStep(nextIndex: number, at: number): number {
  const budget = STEPS_BUDGET + (Math.max(0, at - SPACE_OPENED_AT) / YEAR_MS) * STEPS_BUDGET_PER_YEAR;
  return Math.max(SMALLEST_RANGE, Math.floor(Math.min(STEPS_BUDGET, budget - nextIndex) / 8));
}
