import { wordsHeard } from '../../src-shared/catalogue/heard-words.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

/** Cases older than so many others teach nothing any more: a city's words and services change. */
const MOST_CASES = 100_000;

const SQL = {
  upTo: 'SELECT last_key AS lastKey FROM heard_state',
  newest: 'SELECT ifnull(max(case_key), 0) AS newest FROM case_',
  // The summary is the beginning of the description, which is where callers say what it is about.
  next: `SELECT case_key AS caseKey, service_code AS serviceCode, summary FROM case_
    WHERE case_key > :lastKey AND is_sealed = 0 ORDER BY case_key LIMIT :most`,
  addWord: `INSERT INTO heard_word (word, service_code, count) VALUES (:word, :serviceCode, 1)
    ON CONFLICT (word, service_code) DO UPDATE SET count = count + 1`,
  addCase: 'INSERT INTO heard_service (service_code, count) VALUES (:serviceCode, 1) ON CONFLICT (service_code) DO UPDATE SET count = count + 1',
  moveOn: 'INSERT INTO heard_state (one, last_key) VALUES (1, :lastKey) ON CONFLICT (one) DO UPDATE SET last_key = excluded.last_key',
  forget: ['DELETE FROM heard_word', 'DELETE FROM heard_service', 'DELETE FROM heard_state'],
} as const;

interface NextCase {
  readonly caseKey: number;
  readonly serviceCode: string;
  readonly summary: string;
}

/** Learns from up to `most` cases that came since the last time, in one transaction. False: that was all. */
export function learnWords(db: WriteDb, most: number): boolean {
  const cases = db.query<Record<string, unknown>, NextCase>(SQL.next).all({ lastKey: learnedUpTo(db), most });
  const last = cases.at(-1);
  if (!last) return false;
  db.transaction(() => {
    for (const { serviceCode, summary } of cases) {
      db.write(SQL.addCase).run({ serviceCode });
      for (const word of wordsHeard(summary)) db.write(SQL.addWord).run({ word, serviceCode });
    }
    db.write(SQL.moveOn).run({ lastKey: last.caseKey });
  });
  return cases.length === most;
}

/** The newest case that was counted; on the first day, so far back that the newest `MOST_CASES` are still to come. */
function learnedUpTo(db: ReadDb): number {
  const known = db.query<Record<string, never>, { lastKey: number }>(SQL.upTo).get({});
  return known?.lastKey ?? (db.query<Record<string, never>, { newest: number }>(SQL.newest).get({})?.newest ?? 0) - MOST_CASES;
}

/**
 * A case that may have been counted is sealed, or was sealed away: nothing of its words may stay, so everything is forgotten and
 * learned anew. Needs the transaction that seals.
 */
export function forgetHeard(db: WriteDb): void {
  for (const table of SQL.forget) db.write(table).run({});
}
