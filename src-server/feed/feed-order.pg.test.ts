/**
 * Feed completeness (docs/sync.md, invariant 12): a reader that has seen revision r has seen everything up to r, whatever
 * the order in which concurrent transactions commit. Run with random delays before every commit, on real PostgreSQL.
 */
import { describe, expect, test } from 'vitest';
import { utcMs } from '../../src-shared/util/time.ts';
import type { Connection } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { useServer } from '../testing/test-server.ts';
import { openArgs, TestStation } from '../testing/test-station.ts';
import { takeRevision } from './clock.ts';

const server = useServer();
const WRITERS = 8;
const ROWS_PER_WRITER = 40;

/** How a row gets the revision by which the reader's cursor finds it. */
type Stamp = (tx: Connection) => Promise<number>;

const commitOrder: Stamp = async (tx) => (await takeRevision(tx, utcMs(Date.now()))).rev;
const plainSequence: Stamp = async (tx) => (await tx.query<{ rev: number }>(`SELECT nextval('race_sequence')::int AS rev`)).rows[0]?.rev ?? 0;

const pause = (tx: Connection) => tx.query('SELECT pg_sleep(random() * 0.006)');

/** Lets eight writers race a reader that moves its cursor to the last revision it saw; how many rows it never saw. */
async function rowsMissed(stamp: Stamp): Promise<number> {
  const { pool } = server().deps;
  await pool.query('DROP TABLE IF EXISTS race; CREATE TABLE race (id serial PRIMARY KEY, rev bigint NOT NULL)');
  await pool.query('DROP SEQUENCE IF EXISTS race_sequence; CREATE SEQUENCE race_sequence');
  let writing = WRITERS;
  const writer = async () => {
    for (let row = 0; row < ROWS_PER_WRITER; row += 1) {
      await inTransaction(pool, {}, async (tx) => {
        await pause(tx);
        await tx.query('INSERT INTO race (rev) VALUES ($1)', [await stamp(tx)]);
        await pause(tx);
      });
    }
    writing -= 1;
  };
  const seen = new Set<number>();
  let cursor = 0;
  const read = async () => {
    const { rows } = await pool.query<{ id: number; rev: number }>('SELECT id, rev FROM race WHERE rev > $1 ORDER BY rev', [cursor]);
    for (const row of rows) seen.add(row.id);
    cursor = rows.at(-1)?.rev ?? cursor;
  };
  const reader = async () => {
    while (writing > 0) await read();
    await read();
  };
  await Promise.all([reader(), ...Array.from({ length: WRITERS }, writer)]);
  return WRITERS * ROWS_PER_WRITER - seen.size;
}

describe('the order of the feed', () => {
  test('is the order of commits: a racing reader misses nothing', async () => {
    expect(await rowsMissed(commitOrder)).toBe(0);
  });

  test('would lose rows with a plain sequence for a cursor', async () => {
    expect(await rowsMissed(plainSequence)).toBeGreaterThan(0);
  });

  test('lets a workstation that pulls all the while end with exactly what the server has', async () => {
    const { app, deps } = server();
    await delayCommits();
    const desks = await Promise.all(Array.from({ length: 6 }, (_, at) => TestStation.enrol(app, `Desk ${at}`)));
    for (const desk of desks) await desk.pull({ numbersWanted: 20 });
    const reader = await TestStation.enrol(app, 'Reader');
    let working = desks.length;
    const shared: string[] = [];
    const work = async (desk: TestStation) => {
      for (let round = 0; round < 12; round += 1) {
        const { caseId } = desk.give('case.open', openArgs(desk.numbers.pop() ?? ''));
        const colleague = shared[round % Math.max(1, shared.length)];
        if (colleague !== undefined) desk.give('case.addNote', { text: `seen by ${desk.id}` }, { caseId: colleague });
        shared.push(caseId);
        await desk.push();
      }
      working -= 1;
    };
    const watch = async () => {
      while (working > 0) await reader.pull();
      await reader.pull();
    };
    await Promise.all([watch(), ...desks.map(work)]);
    const { rows } = await deps.pool.query<{ id: string; document: unknown }>('SELECT id, document FROM case_');
    expect(reader.cases.size).toBe(rows.length);
    for (const row of rows) expect(reader.cases.get(row.id)).toEqual(row.document);
    expect(rows).toHaveLength(6 * 12);
  });

  /** Every transaction that writes an audit entry waits a random while at its commit. */
  async function delayCommits(): Promise<void> {
    await server().deps.pool.query(`
      CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(random() * 0.01); RETURN NULL; END $$;
      CREATE CONSTRAINT TRIGGER dawdle_at_commit AFTER INSERT ON audit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION dawdle();
      CREATE TRIGGER dawdle_before AFTER UPDATE ON station FOR EACH ROW EXECUTE FUNCTION dawdle()`);
  }
});
