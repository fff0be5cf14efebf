/** Closed cases from before the horizon that somebody works with: here for a day, whatever their age. */
import type { Case } from '../../src-shared/domain/case-document.ts';
import { DAY_MS, type UtcMs, utcMs } from '../../src-shared/util/time.ts';
import { findCase } from '../cases/case-queries.ts';
import { writeCase } from '../cases/write-case.ts';
import type { WriteDb } from '../db/database.ts';
import { cityCut, readHorizon } from './horizon.ts';

const SQL = {
  keep: 'INSERT INTO kept_case (case_id, until) VALUES (:caseId, :until) ON CONFLICT (case_id) DO UPDATE SET until = max(until, excluded.until)',
  forgetOld: 'DELETE FROM kept_case WHERE until <= :now',
  granted: 'SELECT bucket FROM bucket',
  enter: 'INSERT INTO case_bucket (case_id, bucket) VALUES (:caseId, :bucket) ON CONFLICT DO NOTHING',
} as const;

/** Opened here: not let go of today. Does nothing for a case that is not near the horizon. */
export function keepOpened(db: WriteDb, { id, closedAt }: Pick<Case, 'id' | 'closedAt'>, now: UtcMs): void {
  const { horizonDays, shortSince } = readHorizon(db);
  const cut = Math.max(cityCut(horizonDays, now) ?? 0, shortSince ?? 0);
  if (closedAt === null || closedAt > cut + 2 * DAY_MS) return;
  db.write(SQL.keep).run({ caseId: id, until: utcMs(now + DAY_MS) });
}

/**
 * Takes in a case that was fetched from the server by itself: from now on it is one of this workstation's, and its changes come
 * with the pulls. Only buckets this workstation holds count; in none, or here already: nothing happens.
 */
export function takeInFetched(db: WriteDb, fetched: Case, buckets: readonly string[], now: UtcMs): void {
  db.transaction(() => {
    if (findCase(db, fetched.id) !== null) return;
    const granted = new Set(db.query<Record<string, never>, { bucket: string }>(SQL.granted).all({}).map((row) => row.bucket));
    const held = buckets.filter((bucket) => granted.has(bucket));
    if (held.length === 0) return;
    for (const bucket of held) db.write(SQL.enter).run({ caseId: fetched.id, bucket });
    writeCase(db, fetched, 'confirmed');
    db.write(SQL.keep).run({ caseId: fetched.id, until: utcMs(now + DAY_MS) });
  });
}

/** Those whose day is over may be let go of again. */
export function forgetKept(db: WriteDb, now: UtcMs): void {
  db.write(SQL.forgetOld).run({ now });
}
