import { type HeardCount, heardWordsFrom } from '../../src-shared/catalogue/heard-words.ts';
import type { HeardWeights } from '../../src-shared/protocol/data-rpc/case-views.ts';
import type { ReadDb } from '../db/database.ts';

/** A window keeps all of it in memory; rarer words say little. */
const MOST_WORDS = 6_000;
/** Who said a word once may have misspelled it, and a name stands in few cases. */
const LEAST_COUNT = 3;

const SQL = {
  counts: `SELECT word, service_code AS serviceCode, count FROM heard_word WHERE word IN (
      SELECT word FROM heard_word GROUP BY word HAVING sum(count) >= ${LEAST_COUNT} ORDER BY sum(count) DESC LIMIT ${MOST_WORDS})`,
  cases: 'SELECT service_code AS serviceCode, count FROM heard_service',
} as const;

/** What callers of this city call things, as it was learned so far. Empty on the first day. */
export function readHeard(db: ReadDb): HeardWeights {
  const counts = db.query<Record<string, never>, HeardCount>(SQL.counts).all({});
  const cases = db.query<Record<string, never>, { serviceCode: string; count: number }>(SQL.cases).all({});
  return [...heardWordsFrom(counts, new Map(cases.map(({ serviceCode, count }) => [serviceCode, count])))];
}
