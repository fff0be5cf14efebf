import type { ReadDb, WriteDb } from '../db/database.ts';

const SQL = {
  cursors: 'SELECT bucket, cursor FROM bucket',
  setCursor: 'INSERT INTO bucket (bucket, cursor) VALUES (:bucket, :cursor) ON CONFLICT (bucket) DO UPDATE SET cursor = excluded.cursor',
  enter: 'INSERT INTO case_bucket (case_id, bucket) VALUES (:caseId, :bucket) ON CONFLICT DO NOTHING',
  leave: 'DELETE FROM case_bucket WHERE case_id = :caseId AND bucket = :bucket',
  inAny: 'SELECT 1 AS one FROM case_bucket WHERE case_id = :caseId LIMIT 1',
  lost: `SELECT DISTINCT case_id AS caseId FROM case_bucket WHERE bucket NOT IN (SELECT value FROM json_each(:buckets))`,
  forgetLost: 'DELETE FROM case_bucket WHERE bucket NOT IN (SELECT value FROM json_each(:buckets))',
  forgetLostCursors: 'DELETE FROM bucket WHERE bucket NOT IN (SELECT value FROM json_each(:buckets))',
  members: 'SELECT case_id AS caseId FROM case_bucket WHERE bucket = :bucket',
  empty: 'DELETE FROM case_bucket WHERE bucket = :bucket',
  restart: 'UPDATE bucket SET cursor = 0',
} as const;

/** How far each bucket is known; a bucket that is missing is at 0. */
export function readCursors(db: ReadDb): Record<string, number> {
  const rows = db.query<Record<string, never>, { bucket: string; cursor: number }>(SQL.cursors).all({});
  return Object.fromEntries(rows.map((row) => [row.bucket, row.cursor]));
}

export function setCursor(db: WriteDb, bucket: string, cursor: number): void {
  db.write(SQL.setCursor).run({ bucket, cursor });
}

/** After a server restore everything is asked for again; what is shown stays until the answer is here. */
export function restartCursors(db: WriteDb): void {
  db.write(SQL.restart).run({});
}

export function enterBucket(db: WriteDb, caseId: string, bucket: string): void {
  db.write(SQL.enter).run({ caseId, bucket });
}

export function leaveBucket(db: WriteDb, caseId: string, bucket: string): void {
  db.write(SQL.leave).run({ caseId, bucket });
}

export function inAnyBucket(db: ReadDb, caseId: string): boolean {
  return db.query<{ caseId: string }, { one: number }>(SQL.inAny).get({ caseId }) !== undefined;
}

/** Forgets buckets this workstation may no longer hold. Returns the cases that were in them. */
export function keepOnlyBuckets(db: WriteDb, buckets: readonly string[]): readonly string[] {
  const params = { buckets: JSON.stringify(buckets) };
  const lost = db.query<typeof params, { caseId: string }>(SQL.lost).all(params);
  db.write(SQL.forgetLost).run(params);
  db.write(SQL.forgetLostCursors).run(params);
  return lost.map((row) => row.caseId);
}

/** Empties a bucket that is about to be filled anew. Returns the cases that were in it. */
export function resetBucket(db: WriteDb, bucket: string): readonly string[] {
  const members = db.query<{ bucket: string }, { caseId: string }>(SQL.members).all({ bucket });
  db.write(SQL.empty).run({ bucket });
  return members.map((row) => row.caseId);
}
