import type { UtcMs } from '../../src-shared/util/time.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

export interface Verifier {
  /** argon2id, PHC string. */
  readonly verifier: string;
  /** When the server last said that the password is right. */
  readonly checkedAt: UtcMs;
  readonly failures: number;
  readonly lockedUntil: UtcMs;
}

const SQL = {
  find: `SELECT verifier, checked_at AS checkedAt, failures, locked_until AS lockedUntil FROM staff_verifier WHERE staff_id = :staffId`,
  keep: `INSERT INTO staff_verifier (staff_id, verifier, checked_at) VALUES (:staffId, :verifier, :checkedAt)
    ON CONFLICT (staff_id) DO UPDATE SET verifier = excluded.verifier, checked_at = excluded.checked_at, failures = 0, locked_until = 0`,
  forget: 'DELETE FROM staff_verifier WHERE staff_id = :staffId',
  fail: `UPDATE staff_verifier SET
      locked_until = CASE WHEN failures + 1 >= :limit THEN :lockedUntil ELSE locked_until END,
      failures = CASE WHEN failures + 1 >= :limit THEN 0 ELSE failures + 1 END
    WHERE staff_id = :staffId`,
} as const;

export function findVerifier(db: ReadDb, staffId: string): Verifier | null {
  return db.query<{ staffId: string }, Verifier>(SQL.find).get({ staffId }) ?? null;
}

/** Keeps a verifier and forgets earlier failures. */
export function keepVerifier(db: WriteDb, staffId: string, verifier: string, checkedAt: UtcMs): void {
  db.write(SQL.keep).run({ staffId, verifier, checkedAt });
}

export function forgetVerifier(db: WriteDb, staffId: string): void {
  db.write(SQL.forget).run({ staffId });
}

/** Counts a wrong password; at the `limit`-th the person is locked out until `lockedUntil`. */
export function countFailure(db: WriteDb, staffId: string, limit: number, lockedUntil: number): void {
  db.write(SQL.fail).run({ staffId, limit, lockedUntil });
}
