import type { Case } from '../../src-shared/domain/case-document.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

const SQL = {
  find: 'SELECT document FROM shadow WHERE case_id = :caseId',
  keep: 'INSERT INTO shadow (case_id, document) VALUES (:caseId, :document) ON CONFLICT (case_id) DO NOTHING',
  replace: `INSERT INTO shadow (case_id, document) VALUES (:caseId, :document)
    ON CONFLICT (case_id) DO UPDATE SET document = excluded.document`,
  all: 'SELECT case_id AS caseId FROM shadow',
  drop: 'DELETE FROM shadow WHERE case_id = :caseId',
} as const;

export type Shadow = { readonly isKept: false } | { readonly isKept: true; readonly base: Case | null };

/** The server's version under pending commands. Not kept: what is shown is the server's version. */
export function findShadow(db: ReadDb, caseId: string): Shadow {
  const row = db.query<{ caseId: string }, { document: string | null }>(SQL.find).get({ caseId });
  if (!row) return { isKept: false };
  // Safe: shadows hold documents that came from writeCase or from the server.
  return { isKept: true, base: row.document === null ? null : (JSON.parse(row.document) as Case) };
}

/** Keeps `base` as the server's version when the first command is put on top of it; later calls change nothing. */
export function keepShadow(db: WriteDb, caseId: string, base: Case | null): void {
  db.write(SQL.keep).run({ caseId, document: base === null ? null : JSON.stringify(base) });
}

export function replaceShadow(db: WriteDb, caseId: string, base: Case | null): void {
  db.write(SQL.replace).run({ caseId, document: base === null ? null : JSON.stringify(base) });
}

export function dropShadow(db: WriteDb, caseId: string): void {
  db.write(SQL.drop).run({ caseId });
}

/** Every case with a shadow. After a new enrolment some have nothing pending any more and are to be shown as the server has them. */
export function shadowedCases(db: ReadDb): readonly string[] {
  return db.query<Record<string, never>, { caseId: string }>(SQL.all).all({}).map((row) => row.caseId);
}
