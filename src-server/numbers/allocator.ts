/**
 * How far the number space has been handed out. It only ever goes forward, also when the database went back in time.
 */
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Connection, Pool } from '../db/pool.ts';

/** More than 2,000 workstations can have leased between a backup and its restore. */
const EPOCH_JUMP = 2_000_000;
/** The space of 800 million numbers, spread over 80 years. */
const NUMBERS_PER_YEAR = 10_000_000;
const YEAR_MS = 365.25 * 24 * 60 * 60 * 1_000;
const SPACE_OPENED_AT = Date.UTC(2026, 0, 1);
/** A computer whose clock is years ahead must not eat up the space at one start. */
const START_JUMP_MAX = 1_000_000;

const SQL = {
  jump: 'UPDATE number_allocator SET next_index = next_index + $1',
  keepUp: 'UPDATE number_allocator SET next_index = least(greatest(next_index, $1), next_index + $2)',
};

/** Passes over everything an earlier life of this database can have leased. */
export async function jumpAhead(tx: Connection): Promise<void> {
  await tx.query(SQL.jump, [EPOCH_JUMP]);
}

/**
 * At every start: not behind what the calendar says. A database put back silently, by copying files, would lease the numbers
 * of the days that are gone a second time, before any workstation has found out; this way it begins after them.
 */
export async function keepUpWithCalendar(pool: Pool, now: UtcMs): Promise<void> {
  const floor = Math.max(0, Math.floor(((now - SPACE_OPENED_AT) / YEAR_MS) * NUMBERS_PER_YEAR));
  await pool.query(SQL.keepUp, [floor, START_JUMP_MAX]);
}
