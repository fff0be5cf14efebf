import type { Contributor, ContributorsPage, ContributorsRequest } from '../../src-shared/protocol/data-rpc/community-views.ts';
import { digitsOf, foldText } from '../../src-shared/util/fold-text.ts';
import type { ReadDb } from '../db/database.ts';
import { notHidden, sightNow } from '../sight/not-hidden.ts';

/** Where two cases of one moment contradict each other, the one that says yes counts: nobody is dropped by an accident of order. */
const LATEST_WORD = 'ORDER BY p.received_at DESC, p.is_contributor DESC LIMIT 1';

const SQL = {
  // The word on each person is looked up by the partial index: a city has some thousand contributors among a million people.
  contributors: `
    SELECT k.person_key AS key, p.name AS name, p.phone AS phone, p.email AS email, p.address AS address, p.language AS language, max(p.received_at) AS lastReceivedAt,
      count(DISTINCT c.case_key) AS caseCount, count(DISTINCT CASE WHEN c.is_open = 1 THEN c.case_key END) AS openCount,
      (SELECT n.neighborhood_code FROM case_party q JOIN case_ n USING (case_key) WHERE q.person_key = k.person_key AND n.neighborhood_code IS NOT NULL
        AND ${notHidden('n.case_key')} ORDER BY q.received_at DESC, q.case_key DESC LIMIT 1) AS neighborhoodCode
    FROM (SELECT DISTINCT person_key FROM case_party WHERE is_contributor IS NOT NULL) k
    JOIN case_party p ON p.person_key = k.person_key JOIN case_ c ON c.case_key = p.case_key
    WHERE ${notHidden('c.case_key')} AND 1 = (SELECT p.is_contributor FROM case_party p WHERE p.person_key = k.person_key AND p.is_contributor IS NOT NULL
      AND ${notHidden('p.case_key')} ${LATEST_WORD})
    GROUP BY k.person_key`,
  word: `SELECT p.is_contributor AS isContributor FROM case_party p WHERE p.person_key = :key AND p.is_contributor IS NOT NULL AND ${notHidden('p.case_key')} ${LATEST_WORD}`,
} as const;

/** Everybody of the liaison program whom whoever is signed in may see a case of, by name. */
export function listContributors(db: ReadDb): readonly Contributor[] {
  return db
    .query<Record<string, unknown>, Contributor>(SQL.contributors)
    .all(sightNow(db))
    .toSorted((a, b) => foldText(a.name).localeCompare(foldText(b.name)) || a.key.localeCompare(b.key));
}

export function findContributors(db: ReadDb, { search, neighborhoodCode, limit }: ContributorsRequest): ContributorsPage {
  const found = listContributors(db).filter((one) => (neighborhoodCode === undefined || one.neighborhoodCode === neighborhoodCode) && isMeant(one, search));
  return { rows: found.slice(0, limit), total: found.length };
}

/** Whether one person, keyed as in `CallerMatch`, is a contributor. */
export function isContributor(db: ReadDb, key: string): boolean {
  return db.query<Record<string, unknown>, { isContributor: number }>(SQL.word).get({ key, ...sightNow(db) })?.isContributor === 1;
}

/** Each typed word begins a word of the person, or each typed digit stands in their phone number. */
function isMeant({ name, phone, email, address }: Contributor, search: string): boolean {
  const text = foldText(search);
  const digits = digitsOf(search);
  if (digits.length >= 3 && digitsOf(phone).includes(digits)) return true;
  const words = ` ${foldText(`${name} ${email} ${address}`)}`;
  return text.split(' ').every((word) => words.includes(` ${word}`));
}
