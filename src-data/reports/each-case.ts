import { setImmediate as breathe } from 'node:timers/promises';
import type { Case } from '../../src-shared/domain/case-document.ts';
import type { Counting } from '../../src-shared/reports/count-report.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { ReadDb } from '../db/database.ts';

/** Keys looked at before other work has its turn: some milliseconds. */
const KEYS_AT_ONCE = 100;

const SQL = {
  last: 'SELECT max(case_key) AS lastKey FROM case_',
  some: `SELECT d.document AS document FROM case_ c JOIN case_document d USING (case_key)
    WHERE c.case_key > :after AND c.case_key <= :until
      AND EXISTS (SELECT 1 FROM json_each(:periods) AS p WHERE c.received_at < p.value->>'to' AND (c.is_open = 1 OR c.matters_until >= p.value->>'from'))`,
  firstReceived: 'SELECT min(received_at) AS at FROM case_',
} as const;

/** Adds every case here that can matter, a few at a time, each as it is shown (pending commands on top). */
export async function countCases(db: ReadDb, counting: Counting): Promise<void> {
  const lastKey = db.query<object, { lastKey: number | null }>(SQL.last).get({})?.lastKey ?? 0;
  const periods = JSON.stringify(counting.periods);
  for (let after = 0; after < lastKey; after += KEYS_AT_ONCE) {
    for (const { document } of db.query<object, { document: string }>(SQL.some).all({ after, until: after + KEYS_AT_ONCE, periods })) {
      counting.add(JSON.parse(document) as Case); // safe: documents are written by writeCase only
    }
    await breathe();
  }
}

/** When the first case that is here reached the city; null: there is none. */
export function firstReceivedAt(db: ReadDb): UtcMs | null {
  return db.query<object, { at: UtcMs | null }>(SQL.firstReceived).get({})?.at ?? null;
}
