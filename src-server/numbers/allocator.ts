/**
 * How far the number space has been handed out. It only ever goes forward, also when the database went back in time.
 */
import { randomInt } from 'node:crypto';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Connection, Pool } from '../db/pool.ts';

/** More than 2,000 workstations can have leased between a backup and its restore. */
const EPOCH_JUMP = 2_000_000;
/** The space of 800 million numbers, spread over 80 years. */
const NUMBERS_PER_YEAR = 10_000_000;
const YEAR_MS = 365.25 * 24 * 60 * 60 * 1_000;
const SPACE_OPENED_AT = Date.UTC(2026, 0, 1);
/** A computer whose clock is decades ahead must not eat up the space at one start. */
const START_JUMP_MAX = 4 * NUMBERS_PER_YEAR;
const RANDOM_STEPS = 2 ** 32;
/** How far starts may take the space ahead of the calendar, each by up to an eighth of what is left of it. */
const MOST_AHEAD_OF_CALENDAR = 10_000_000;

const SQL = {
  jump: 'UPDATE number_allocator SET next_index = next_index + $1',
  keepUp: `UPDATE number_allocator
              SET next_index = base + floor($4::float8 * greatest(0, least($3, $1 + $3 - base)) / 8)::bigint
             FROM (SELECT least(greatest(next_index, $1::bigint), next_index + $2) AS base FROM number_allocator) AS at_least`,
};

/** Passes over everything an earlier life of this database can have leased. */
export async function jumpAhead(tx: Connection): Promise<void> {
  await tx.query(SQL.jump, [EPOCH_JUMP]);
}

/**
 * At every start: at least to where the calendar says, and a random way beyond. A database put back silently, by copying files,
 * would lease the numbers of the time that is gone a second time, before any workstation has found out. This way it begins
 * after those of all but the last minutes, and, but for a small chance, somewhere else than those.
 */
export async function keepUpWithCalendar(pool: Pool, now: UtcMs): Promise<void> {
  const floor = Math.max(0, Math.floor(((now - SPACE_OPENED_AT) / YEAR_MS) * NUMBERS_PER_YEAR));
  await pool.query(SQL.keepUp, [floor, START_JUMP_MAX, MOST_AHEAD_OF_CALENDAR, randomInt(RANDOM_STEPS) / RANDOM_STEPS]);
}
