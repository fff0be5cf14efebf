import { t } from '../../src-shared/language/language.ts';
import type { CallerMatch, CaseRow } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { streetWords } from '../../src-shared/places/street-words.ts';
import { digitsOf, foldText } from '../../src-shared/util/fold-text.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { ROW_COLUMNS, type StoredRow, toCaseRow } from '../cases/case-queries.ts';
import { isContributor } from '../community/contributors.ts';
import type { ReadDb } from '../db/database.ts';
import { notHidden, notSealed, sightNow } from '../sight/not-hidden.ts';
import { soundsOf } from './sound.ts';

/** Each way of finding people looks at this many entries at most; the newest come first. */
const CANDIDATES = 200;

const SQL = {
  byText: `SELECT p.party_key AS partyKey FROM party_search s JOIN case_party p ON p.party_key = s.rowid
    WHERE party_search MATCH :match AND ${notSealed('p.case_key')} ORDER BY s.rowid DESC LIMIT ${CANDIDATES}`,
  bySound: `SELECT party_key AS partyKey FROM party_sound WHERE sound IN (SELECT value FROM json_each(:sounds))
    GROUP BY party_key HAVING count(*) >= :wanted ORDER BY party_key DESC LIMIT ${CANDIDATES}`,
  people: `SELECT p.person_key AS key, p.name AS name, p.phone AS phone, p.email AS email, p.address AS address,
      p.language AS language, max(p.received_at) AS lastReceivedAt
    FROM case_party p WHERE p.party_key IN (SELECT value FROM json_each(:partyKeys)) AND ${notSealed('p.case_key')}
    GROUP BY p.person_key ORDER BY lastReceivedAt DESC LIMIT :limit`,
  counts: `SELECT count(DISTINCT c.case_key) AS caseCount, count(DISTINCT CASE WHEN c.is_open = 1 THEN c.case_key END) AS openCount
    FROM case_party p JOIN case_ c USING (case_key) WHERE p.person_key = :key AND ${notHidden('c.case_key')}`,
  cases: `SELECT DISTINCT ${ROW_COLUMNS} FROM case_party p JOIN case_ c USING (case_key)
    WHERE p.person_key = :key AND ${notHidden('c.case_key')} ORDER BY c.is_open DESC, c.received_at DESC LIMIT 50`,
} as const;

type Person = Pick<CallerMatch, 'key' | 'name' | 'phone' | 'email' | 'address' | 'language' | 'lastReceivedAt'>;

/**
 * People whose phone has the typed digits anywhere, whose name, e-mail or street has the typed letters, or whose name sounds
 * alike; in that order, newest first, each with the reason. Digits need four, letters three. Whoever is known from a sealed case
 * alone is not found: that they complained is read in the case, where it is noted (CO-6).
 */
export function findCallers(db: ReadDb, text: string, limit: number): readonly CallerMatch[] {
  const found = new Map<string, CallerMatch>();
  for (const way of waysToFind(text)) {
    if (found.size >= limit) break;
    const partyKeys = way.find(db);
    if (partyKeys.length === 0) continue;
    const people = db
      .query<Record<string, unknown>, Person>(SQL.people)
      .all({ partyKeys: JSON.stringify(partyKeys), limit });
    for (const person of people) {
      if (found.size < limit && !found.has(person.key)) found.set(person.key, withCounts(db, person, way.why(person)));
    }
  }
  return [...found.values()];
}

/** The cases of one person as `findCallers` keyed them: open ones first, then newest first; at most 50. */
export function casesOfCaller(db: ReadDb, key: string): readonly CaseRow[] {
  return db.query<Record<string, unknown>, StoredRow>(SQL.cases).all({ key, ...sightNow(db) }).map(toCaseRow);
}

interface WayToFind {
  readonly find: (db: ReadDb) => readonly number[];
  readonly why: (person: Person) => string;
}

function waysToFind(text: string): readonly WayToFind[] {
  const digits = digitsOf(text);
  const folded = foldText(text);
  const letters = folded.replace(/[\d ]/g, '');
  const ways: WayToFind[] = [];
  if (digits.length >= 4 && letters.length === 0) ways.push({ find: matching('phone', digits), why: (person) => phoneReason(person, digits) });
  if (letters.length >= 3) {
    ways.push({ find: matching('name', folded), why: ({ name }) => (foldText(name) === folded ? t`same name` : t`name has “${text.trim()}”`) });
    if (/[@.]/.test(text)) ways.push({ find: matching('email', text.trim().toLowerCase()), why: () => t`e-mail has “${text.trim()}”` });
    const sounds = soundsOf(text);
    const wanted = folded.split(' ').filter((word) => word.length > 1).length;
    if (sounds.length > 0) ways.push({ find: soundingLike(sounds, wanted), why: () => t`name sounds like “${text.trim()}”` });
    const street = streetWords(folded.split(' ')).join(' ');
    ways.push({ find: matching('address', street.length >= 3 ? street : folded), why: () => t`lives at “${text.trim()}”` });
  }
  return ways;
}

function matching(column: 'name' | 'phone' | 'email' | 'address', needle: string): WayToFind['find'] {
  const match = `${column} : "${needle.replaceAll('"', '""')}"`;
  return (db) => db.query<Record<string, unknown>, { partyKey: number }>(SQL.byText).all({ match }).map((row) => row.partyKey);
}

function soundingLike(sounds: readonly string[], wanted: number): WayToFind['find'] {
  return (db) =>
    db
      .query<{ sounds: string; wanted: number }, { partyKey: number }>(SQL.bySound)
      .all({ sounds: JSON.stringify(sounds), wanted })
      .map((row) => row.partyKey);
}

function phoneReason(person: Person, digits: string): string {
  const phone = digitsOf(person.phone);
  if (phone === digits) return t`same phone number`;
  return phone.endsWith(digits) ? t`phone ends in ${digits}` : t`phone has ${digits}`;
}

function withCounts(db: ReadDb, person: Person, why: string): CallerMatch {
  const counts = db.query<Record<string, unknown>, { caseCount: number; openCount: number }>(SQL.counts).get({ key: person.key, ...sightNow(db) });
  return {
    ...person,
    lastReceivedAt: person.lastReceivedAt as UtcMs,
    caseCount: counts?.caseCount ?? 0,
    openCount: counts?.openCount ?? 0,
    isContributor: isContributor(db, person.key),
    why,
  };
}
