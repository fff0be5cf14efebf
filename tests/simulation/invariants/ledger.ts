/**
 * What the server's record was at every revision of every life of its database, folded from its own history.
 *
 * The audit has every accepted command with its facts and its revision, so one pass over what is new after each step is
 * enough to know any case, and any bucket, at any revision.
 */
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { bucketsOf } from '../../../src-shared/domain/buckets.ts';
import { evolveAll } from '../../../src-shared/domain/evolve.ts';
import type { Fact } from '../../../src-shared/domain/fact.ts';
import { CaseId } from '../../../src-shared/util/ids.ts';
import { canonicalJson } from '../../../src-shared/util/canonical-json.ts';
import type { Pool } from '../../../src-server/db/pool.ts';
import { lookAtOffice, newOfficeLife, type OfficeLife, officeLifeFrom } from './office-view.ts';

/** One case as it was from `rev` on. */
export interface Version {
  readonly rev: number;
  readonly document: Case;
  /** Canonical JSON. */
  readonly text: string;
  readonly buckets: readonly string[];
}

export interface Result {
  readonly station: string;
  readonly seq: number;
  readonly uid: string | null;
  readonly hash: string;
  readonly status: 'accepted' | 'refused' | 'deferred';
  readonly code: string | null;
  readonly rev: number;
  readonly isRepeat: boolean;
}

export interface Entry {
  readonly rev: number;
  readonly station: string;
  readonly seq: number;
  readonly uid: string;
  readonly caseId: string;
}

interface GrantChange {
  readonly station: string;
  readonly bucket: string;
  readonly rev: number;
  readonly isGranted: boolean;
}

/** One life of the database: since its first day, or since it was put back or set up anew. */
export interface Life {
  readonly name: string;
  /** It began with a copy of an earlier day. */
  readonly isRestored: boolean;
  readonly cases: Map<string, Version[]>;
  readonly results: Result[];
  readonly entries: Entry[];
  readonly grants: GrantChange[];
  /** The random word of each revision, by which a station's cut is known to be from this life. */
  readonly marks: Map<number, string>;
  epoch: number;
  rev: number;
  minRev: number;
  /** What the last look found that cannot be. */
  readonly contradictions: string[];
  readonly office: OfficeLife;
}

const SQL = {
  clock: 'SELECT epoch, rev, min_rev AS "minRev" FROM sync_clock',
  audit: `SELECT rev, station, seq, uid, case_id AS "caseId", facts FROM audit WHERE rev > $1 ORDER BY rev, n`,
  results: `SELECT station, seq, uid, encode(hash, 'hex') AS hash, status, code, rev, is_repeat AS "isRepeat"
              FROM command_result WHERE rev > $1 ORDER BY rev, station, seq`,
  grants: `SELECT station, bucket, granted_rev AS "grantedRev", revoked_rev AS "revokedRev" FROM station_bucket
            WHERE granted_rev > $1 OR revoked_rev > $1 ORDER BY station, bucket`,
  marks: 'SELECT rev, mark FROM revision WHERE rev > $1',
  cases: 'SELECT id, document FROM case_ WHERE rev > $1 ORDER BY id',
};

export function newLife(name: string): Life {
  return { name, isRestored: false, cases: new Map(), results: [], entries: [], grants: [], marks: new Map(), epoch: 0, rev: 0, minRev: 0, contradictions: [], office: newOfficeLife() };
}

/** The life that begins when a copy taken at `image` is put in the place of the database. */
export function lifeFrom(name: string, image: Life): Life {
  const cases = new Map([...image.cases].map(([id, versions]) => [id, [...versions]]));
  return { ...image, name, isRestored: true, cases, results: [...image.results], entries: [...image.entries], grants: [...image.grants], marks: new Map(image.marks), contradictions: [], office: officeLifeFrom(image.office) };
}

/** Takes in everything committed since the last look. */
export async function lookAgain(life: Life, pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ epoch: number; rev: number; minRev: number }>(SQL.clock);
  const clock = rows[0];
  if (clock === undefined) throw new Error('sync_clock has lost its row');
  if (clock.rev < life.rev || clock.epoch < life.epoch) life.contradictions.push(`the clock went back from ${life.epoch}/${life.rev} to ${clock.epoch}/${clock.rev}`);
  await lookAtOffice(life.office, pool); // refusals take no revision
  if (clock.rev === life.rev) return;
  const since = life.rev;
  Object.assign(life, clock);
  await takeHistory(life, pool, since);
  for (const { rev, mark } of (await pool.query<{ rev: number; mark: string }>(SQL.marks, [since])).rows) life.marks.set(rev, mark);
  life.results.push(...(await pool.query<Result>(SQL.results, [since])).rows);
  const grants = await pool.query<{ station: string; bucket: string; grantedRev: number; revokedRev: number | null }>(SQL.grants, [since]);
  for (const { station, bucket, grantedRev, revokedRev } of grants.rows) {
    if (grantedRev > since) life.grants.push({ station, bucket, rev: grantedRev, isGranted: true });
    if (revokedRev !== null && revokedRev > since) life.grants.push({ station, bucket, rev: revokedRev, isGranted: false });
  }
}

async function takeHistory(life: Life, pool: Pool, since: number): Promise<void> {
  const { rows } = await pool.query<Entry & { facts: readonly Fact[] }>(SQL.audit, [since]);
  for (const { facts, ...entry } of rows) {
    life.entries.push(entry);
    const versions = life.cases.get(entry.caseId) ?? [];
    life.cases.set(entry.caseId, versions);
    try {
      const document = evolveAll(CaseId.parse(entry.caseId), versions.at(-1)?.document ?? null, facts);
      if (document) versions.push({ rev: entry.rev, document, text: canonicalJson(document), buckets: bucketsOf(document) });
    } catch (error) {
      life.contradictions.push(`the history of case ${entry.caseId} cannot be: ${String(error)}`);
    }
  }
  const stored = await pool.query<{ id: string; document: Case }>(SQL.cases, [since]);
  for (const { id, document } of stored.rows) {
    if (canonicalJson(document) !== life.cases.get(id)?.at(-1)?.text) life.contradictions.push(`case ${id} is not what its history makes of it`);
  }
}

/** The case as it was at a revision; null when it was not there yet. */
export function versionAt(life: Life, caseId: string, rev: number): Version | null {
  return life.cases.get(caseId)?.findLast((version) => version.rev <= rev) ?? null;
}

/** The buckets a station could hold at a revision. */
export function grantsAt(life: Life, station: string, rev: number): ReadonlySet<string> {
  const held = new Set<string>();
  for (const change of life.grants) {
    if (change.station !== station || change.rev > rev) continue;
    if (change.isGranted) held.add(change.bucket);
    else held.delete(change.bucket);
  }
  return held;
}

/** Cases of one bucket at a revision. */
export function membersAt(life: Life, bucket: string, rev: number): ReadonlyMap<string, Version> {
  const members = new Map<string, Version>();
  for (const caseId of life.cases.keys()) {
    const version = versionAt(life, caseId, rev);
    if (version?.buckets.includes(bucket)) members.set(caseId, version);
  }
  return members;
}
