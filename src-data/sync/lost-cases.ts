/**
 * What this workstation has seen at the server and a restored server has no more: kept aside until the server has taken it or
 * knows it again from its author's own disk, which may be gone. docs/sync.md, "What colleagues' disks still know".
 */
import type { Case } from '../../src-shared/domain/case-document.ts';
import { bucketsOf } from '../../src-shared/domain/buckets.ts';
import { MAX_RECOVER_CASES } from '../../src-shared/protocol/recover.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

const SQL = {
  keep: `INSERT INTO lost_case (case_id, document, commands) VALUES (:caseId, :document, :commands)
    ON CONFLICT (case_id) DO UPDATE SET document = excluded.document, commands = excluded.commands`,
  some: 'SELECT case_id AS caseId, commands FROM lost_case ORDER BY case_id LIMIT :limit',
  documents: 'SELECT case_id AS caseId, document FROM lost_case WHERE case_id IN (SELECT value FROM json_each(:caseIds)) ORDER BY case_id',
  count: 'SELECT count(*) AS count FROM lost_case',
  forget: 'DELETE FROM lost_case WHERE case_id IN (SELECT value FROM json_each(:caseIds))',
} as const;

/**
 * Keeps `seen` aside when the server's answer (`now`; null: the case is not in it) lacks some of its history. Only cases of a
 * bucket in `buckets` are kept: what this workstation may not hold any more it does not keep here either.
 */
export function keepIfLost(db: WriteDb, seen: Case | null, now: Case | null, buckets: readonly string[]): void {
  if (seen === null || !bucketsOf(seen).some((bucket) => buckets.includes(bucket))) return;
  const held = new Set(now?.history.map((fact) => fact.id) ?? []);
  const lost = seen.history.filter((fact) => !held.has(fact.id));
  if (lost.length === 0) return;
  const commands = [...new Set(lost.map((fact) => fact.id.slice(0, fact.id.indexOf('.'))))];
  db.write(SQL.keep).run({ caseId: seen.id, document: JSON.stringify(seen), commands: JSON.stringify(commands) });
}

export interface LostCase {
  readonly caseId: string;
  /** Ids of the commands whose facts the server lacked. */
  readonly commands: readonly string[];
}

export function someLostCases(db: ReadDb, limit: number): readonly LostCase[] {
  const rows = db.query<{ limit: number }, { caseId: string; commands: string }>(SQL.some).all({ limit });
  return rows.map(({ caseId, commands }) => ({ caseId, commands: JSON.parse(commands) as string[] })); // safe: written by keepIfLost
}

/** As many of the named cases as fit one request of `maxBytes`; at least one. */
export function lostDocuments(db: ReadDb, caseIds: readonly string[], maxBytes: number): readonly Case[] {
  const rows = db.query<{ caseIds: string }, { document: string }>(SQL.documents).iterate({ caseIds: JSON.stringify(caseIds) });
  const documents: Case[] = [];
  let bytes = 0;
  for (const { document } of rows) {
    bytes += Buffer.byteLength(document);
    if (documents.length > 0 && (bytes > maxBytes || documents.length === MAX_RECOVER_CASES)) break;
    documents.push(JSON.parse(document) as Case); // safe: written by keepIfLost
  }
  return documents;
}

/** Cases whose last copy may be the one here. */
export function countLostCases(db: ReadDb): number {
  return db.query<Record<string, never>, { count: number }>(SQL.count).get({})?.count ?? 0;
}

export function forgetLost(db: WriteDb, caseIds: readonly string[]): void {
  db.write(SQL.forget).run({ caseIds: JSON.stringify(caseIds) });
}
