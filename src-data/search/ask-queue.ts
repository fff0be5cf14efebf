import type { CaseRow, QueuePage, QueuePageRequest } from '../../src-shared/protocol/data-rpc/case-views.ts';
import type { Catalogue, Staff } from '../../src-shared/catalogue/catalogue.ts';
import { liaisonFor } from '../../src-shared/community/liaison-for.ts';
import { parseTrackingNumber, type TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { findCaseIdsByNumber, ROW_COLUMNS, type StoredRow, toCaseRow } from '../cases/case-queries.ts';
import type { ReadDb } from '../db/database.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import { reviewFromHere } from '../survey/ask-answers.ts';
import { currentSession } from '../session/session.ts';
import { notHidden, sightNow } from '../sight/not-hidden.ts';
import { countQueue, type QueueFilter, queuePage } from './queue-queries.ts';

interface QueueDesk {
  readonly db: ReadDb;
  readonly now: () => UtcMs;
}

const SQL = { rowOf: `SELECT ${ROW_COLUMNS} FROM case_ c WHERE c.case_id = :caseId AND ${notHidden('c.case_key')}` } as const;

/** One page for whoever is signed in. A whole tracking number finds its case, whatever the view; both cases, when it was on two slips. */
export function queuePageOf(desk: QueueDesk, request: QueuePageRequest): QueuePage {
  const { search, sort, after, limit } = request;
  const number = parseTrackingNumber(search);
  if (number.ok) {
    return { rows: rowsOfNumber(desk.db, number.number), next: null, understoodAs: 'trackingNumber' };
  }
  const page = queuePage(desk.db, filterOf(desk, request), { sort, after, limit });
  const isMistyped = number.reason === 'mistyped' && page.rows.length === 0;
  const understoodAs = isMistyped ? 'mistypedTrackingNumber' : search.trim() ? 'words' : 'everything';
  return { ...page, understoodAs };
}

export function countQueueOf(desk: QueueDesk, request: Pick<QueuePageRequest, 'view' | 'search'>): number {
  const number = parseTrackingNumber(request.search);
  if (number.ok) return rowsOfNumber(desk.db, number.number).length;
  return countQueue(desk.db, filterOf(desk, request));
}

function rowsOfNumber(db: ReadDb, number: TrackingNumber): readonly CaseRow[] {
  const sight = sightNow(db);
  return findCaseIdsByNumber(db, number)
    .flatMap((caseId) => db.query<Record<string, unknown>, StoredRow>(SQL.rowOf).all({ caseId, ...sight }))
    .map(toCaseRow);
}

function filterOf(desk: QueueDesk, request: Pick<QueuePageRequest, 'view' | 'search'>): QueueFilter {
  const { staff } = currentSession(desk.db);
  return {
    view: request.view,
    search: request.search,
    staffId: staff?.id ?? null,
    departmentCodes: staff?.departmentCodes ?? [],
    reviewedDepartments: staff === null ? [] : reviewedDepartments(staff, currentCatalogue(desk.db)),
    neighborhoodCodes: staff ? liaisonFor(currentCatalogue(desk.db)?.neighborhoods ?? [], staff.id) : [],
    now: desk.now(),
    reviewFrom: reviewFromHere(desk.db, desk.now()),
    sight: sightNow(desk.db),
  };
}

/** The City Manager's office answers for all, a head for their own; nobody else reviews (RC-8). */
function reviewedDepartments({ roles, departmentCodes }: Staff, catalogue: Catalogue | null): readonly string[] {
  if (roles.includes('cityManager')) return catalogue?.departments.map(({ code }) => code) ?? [];
  return roles.includes('departmentHead') ? departmentCodes : [];
}
