import type { Case } from '../../src-shared/domain/case-document.ts';
import type { CaseRow, CaseSyncState } from '../../src-shared/protocol/data-rpc/case-views.ts';
import type { ReadDb } from '../db/database.ts';

/** Columns of one queue line, in the shape of `CaseRow` but with SQLite's 0 and 1. */
export const ROW_COLUMNS = `
  c.case_id AS caseId, c.tracking_number AS trackingNumber, c.state AS state, c.kind AS kind, c.channel AS channel,
  c.service_code AS serviceCode, c.department_code AS departmentCode, c.assignee_id AS assigneeId,
  c.requester_name AS requesterName, c.location_text AS locationText, c.summary AS summary,
  c.received_at AS receivedAt, c.respond_by AS respondBy, c.responded_at AS respondedAt, c.closed_at AS closedAt,
  c.due_at AS dueAt, c.due_clock AS dueClock, c.late_count AS lateCount,
  c.is_sealed AS isSealed, c.is_major_repair AS isMajorRepair, c.co_reporter_count AS coReporterCount,
  c.sync_state AS syncState`;

export type StoredRow = Omit<CaseRow, 'isSealed' | 'isMajorRepair'> & {
  readonly isSealed: number;
  readonly isMajorRepair: number;
};

/** A sealed case's line says nothing of who, where and what: that is read in the case, where each opening is noted (CO-6). */
export function toCaseRow(row: StoredRow): CaseRow {
  const isSealed = row.isSealed === 1;
  return { ...row, ...(isSealed ? UNSAID : {}), isSealed, isMajorRepair: row.isMajorRepair === 1 };
}

const UNSAID = { requesterName: '', locationText: '', summary: '' } as const;

const SQL = {
  byId: `SELECT d.document AS document, c.sync_state AS syncState FROM case_ c JOIN case_document d USING (case_key)
    WHERE c.case_id = :caseId`,
  idByNumber: `SELECT c.case_id AS caseId FROM case_number n JOIN case_ c USING (case_key) WHERE n.tracking_number = :number
    ORDER BY c.tracking_number = :number DESC, c.received_at LIMIT 20`,
  any: 'SELECT 1 AS one FROM case_ LIMIT 1',
  count: 'SELECT count(*) AS count FROM case_',
} as const;

export interface StoredCase {
  readonly case: Case;
  readonly syncState: CaseSyncState;
}

/** The case as shown (server's version with pending commands on top), or null when it is not on this workstation. */
export function findCase(db: ReadDb, caseId: string): StoredCase | null {
  const row = db.query<{ caseId: string }, { document: string; syncState: CaseSyncState }>(SQL.byId).get({ caseId });
  // Safe: documents are written by writeCase only.
  return row ? { case: JSON.parse(row.document) as Case, syncState: row.syncState } : null;
}

/**
 * The case a number was given out for; a co-reporter's number leads to the case they joined. A number that was on two slips
 * leads to the case that kept it; a search for it lists both.
 */
export function findCaseIdByNumber(db: ReadDb, number: string): string | null {
  return findCaseIdsByNumber(db, number)[0] ?? null;
}

/** Every case the number leads to: usually one; two when it was on two slips, the one that kept it first. */
export function findCaseIdsByNumber(db: ReadDb, number: string): readonly string[] {
  return db.query<{ number: string }, { caseId: string }>(SQL.idByNumber).all({ number }).map((row) => row.caseId);
}

/** Whether any case is here; unlike counting them it takes no longer when there are a million. */
export function hasCases(db: ReadDb): boolean {
  return db.query<Record<string, never>, { one: number }>(SQL.any).get({}) !== undefined;
}

export function countCases(db: ReadDb): number {
  return db.query<Record<string, never>, { count: number }>(SQL.count).get({})?.count ?? 0;
}
