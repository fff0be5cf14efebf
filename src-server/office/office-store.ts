/** The office's records in PostgreSQL: the document as it is, its history, and what became of every command. */
import { Office } from '../../src-shared/office/office.ts';
import type { OfficeCommand } from '../../src-shared/office/commands/index.ts';
import type { OfficeFact } from '../../src-shared/office/office-fact.ts';
import type { OfficeOutcome } from '../../src-shared/protocol/office.ts';
import type { PullHeader } from '../../src-shared/protocol/pull.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Connection, Pool } from '../db/pool.ts';
import { officeHash } from './office-hash.ts';

const SQL = {
  read: 'SELECT document FROM office WHERE one = 1',
  delegations: `SELECT document->'delegations' AS delegations FROM office WHERE one = 1`,
  lock: `SELECT document, encode(history_hash, 'hex') AS hash FROM office WHERE one = 1 FOR UPDATE`,
  write: `UPDATE office SET version = $1, document = $2, history_hash = decode($3, 'hex'), rev = $4 WHERE one = 1`,
  enter: `INSERT INTO office_audit (version, uid, station, staff_id, command, fact, at, rev, prev, hash)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, decode($9, 'hex'), decode($10, 'hex'))`,
  earlier: `SELECT uid, status AS outcome, code, detail, staff_id AS "staffId", made_at AS "madeAt" FROM office_result WHERE uid = $1`,
  results: 'SELECT uid, status FROM office_result WHERE uid = ANY($1::uuid[])',
  known: 'SELECT uid FROM office_result WHERE uid = ANY($1::uuid[])',
  record: `INSERT INTO office_result (uid, status, version, code, detail, staff_id, made_at, station, received_at, command)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
};

export async function readOffice(connection: Connection | Pool): Promise<Office> {
  const { rows } = await connection.query<{ document: unknown }>(SQL.read);
  return Office.parse(rows[0]?.document);
}

/** Who stands in for whom: all a case's rules need of it. */
export async function readDelegations(connection: Connection | Pool): Promise<Pick<Office, 'delegations'>> {
  const { rows } = await connection.query<{ delegations: unknown }>(SQL.delegations);
  return Office.pick({ delegations: true }).parse(rows[0]);
}

export interface LockedOffice {
  readonly office: Office;
  /** Last link of its history. */
  readonly hash: string;
}

/** The office, held until the transaction ends: one command is judged at a time, whichever server and station it comes through. */
export async function lockOffice(tx: Connection): Promise<LockedOffice> {
  const { rows } = await tx.query<{ document: unknown; hash: string }>(SQL.lock);
  if (rows[0] === undefined) throw new Error('office has lost its row');
  return { office: Office.parse(rows[0].document), hash: rows[0].hash };
}

export interface EarlierOutcome extends OfficeOutcome {
  readonly staffId: string | null;
  readonly madeAt: number | null;
}

/** What became of a command of this id; null: it was never judged. */
export async function earlierOutcome(tx: Connection, uid: string): Promise<EarlierOutcome | null> {
  return (await tx.query<EarlierOutcome>(SQL.earlier, [uid])).rows[0] ?? null;
}

/** What has become of each of these commands, as far as `connection` can see; no question when there are none. */
export async function officeResults(connection: Connection | Pool, uids: readonly string[]): Promise<NonNullable<PullHeader['h']['officeResults']>> {
  if (uids.length === 0) return [];
  const { rows } = await connection.query<{ uid: string; status: 'accepted' | 'refused' }>(SQL.results, [uids]);
  const known = new Map(rows.map(({ uid, status }) => [uid, status]));
  return uids.map((uid) => ({ uid, status: known.get(uid) ?? 'unknown' }));
}

/** Whether each of these commands was judged here, whatever became of it. */
export async function areAllKnown(tx: Connection, uids: readonly string[]): Promise<boolean> {
  if (uids.length === 0) return true;
  const { rows } = await tx.query<{ uid: string }>(SQL.known, [uids]);
  return rows.length === new Set(uids).size;
}

export interface Judged {
  readonly uid: string;
  readonly staffId: string | null;
  readonly madeAt: number | null;
  readonly station: string;
  readonly at: UtcMs;
}

/** Notes an outcome for good; `version` is that of the office it led to, null when refused. `text`: the command's JSON where the history has not got it. */
export async function recordOutcome(tx: Connection, { uid, staffId, madeAt, station, at }: Judged, { outcome, version }: { readonly outcome: OfficeOutcome; readonly version: number | null }, text: string | null): Promise<void> {
  const detail = outcome.detail === null ? null : JSON.stringify(outcome.detail);
  await tx.query(SQL.record, [uid, outcome.outcome, version, outcome.code, detail, staffId, madeAt, station, at, text]);
}

export interface AcceptedCommand {
  readonly command: OfficeCommand;
  readonly fact: OfficeFact;
  readonly next: Office;
  readonly station: string;
  readonly at: UtcMs;
  readonly rev: number;
}

/** Writes what an accepted command led to: the document, and an entry of the history that continues the chain at `previousHash`. */
export async function writeAccepted(tx: Connection, previousHash: string, accepted: AcceptedCommand): Promise<void> {
  const { command, fact, next, station, at, rev } = accepted;
  const { version } = next;
  const hash = officeHash(previousHash, { version, at, command, fact });
  await tx.query(SQL.enter, [version, command.uid, station, command.userId, JSON.stringify(command), JSON.stringify(fact), at, rev, previousHash, hash]);
  await tx.query(SQL.write, [version, JSON.stringify(next), hash, rev]);
}
