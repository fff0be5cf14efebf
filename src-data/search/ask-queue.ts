import type { z } from 'zod';
import {
  type CaseCount,
  type CaseRow,
  type GroupCount,
  QUEUE_VIEWS,
  type QueueGrouping,
  type QueuePage,
  type QueuePageRequest,
  type QueueQuestion,
  type QueueView,
  type WhyEmpty,
} from '../../src-shared/protocol/data-rpc/case-views.ts';
import type { Catalogue, Staff } from '../../src-shared/catalogue/catalogue.ts';
import { liaisonFor } from '../../src-shared/community/liaison-for.ts';
import { groupsOf, type QueueGroup } from '../../src-shared/queue-query/groups.ts';
import { formatPiece, formatQuery, parseQuery } from '../../src-shared/queue-query/parse-query.ts';
import { resolveQuery } from '../../src-shared/queue-query/resolve-query.ts';
import { parseTrackingNumber, type TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { findCaseIdsByNumber, ROW_COLUMNS, type StoredRow, toCaseRow } from '../cases/case-queries.ts';
import type { ReadDb } from '../db/database.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import { reviewFromHere } from '../survey/ask-answers.ts';
import { currentSession } from '../session/session.ts';
import { notHidden, sightNow } from '../sight/not-hidden.ts';
import { groupCounts, groupedPage } from './grouped-queue.ts';
import { countQueue, type QueueFilter, queuePage } from './queue-queries.ts';

interface QueueDesk {
  readonly db: ReadDb;
  readonly now: () => UtcMs;
}

const SQL = { rowOf: `SELECT ${ROW_COLUMNS} FROM case_ c WHERE c.case_id = :caseId AND ${notHidden('c.case_key')}` } as const;
/** Beside the name of a view stands whether there is much, not how much exactly. */
const MOST_COUNTED_OF_VIEW = 1_000;

/** One page for whoever is signed in. A whole tracking number finds its case, whatever the view; both cases, when it was on two slips. */
export function queuePageOf(desk: QueueDesk, request: z.input<typeof QueuePageRequest>): QueuePage {
  const { search } = request;
  const number = parseTrackingNumber(search);
  if (number.ok) return { rows: rowsOfNumber(desk.db, number.number), next: null, understoodAs: 'trackingNumber', groupKeys: [] };
  const page = pageOf(desk, request);
  const isMistyped = number.reason === 'mistyped' && page.rows.length === 0;
  return { ...page, understoodAs: isMistyped ? 'mistypedTrackingNumber' : search.trim() ? 'words' : 'everything' };
}

function pageOf(desk: QueueDesk, { groupBy = null, closedGroups = [], ...request }: z.input<typeof QueuePageRequest>): Pick<QueuePage, 'rows' | 'next' | 'groupKeys'> {
  const filter = filterOf(desk, request);
  if (groupBy === null) return { ...queuePage(desk.db, filter, request), groupKeys: [] };
  const groups = groupsHere(desk, groupBy);
  const full = new Set(groupCounts(desk.db, filter, groupBy, groups).map(({ key }) => key));
  return groupedPage(desk.db, filter, { ...request, closedGroups, groups: groups.filter(({ key }) => full.has(key)) });
}

export function countQueueOf(desk: QueueDesk, request: QueueQuestion): CaseCount {
  const number = parseTrackingNumber(request.search);
  if (number.ok) return { count: rowsOfNumber(desk.db, number.number).length, isMore: false };
  return countQueue(desk.db, filterOf(desk, request));
}

export function viewCountsOf(desk: QueueDesk): Readonly<Record<QueueView, CaseCount>> {
  const whole = filterOf(desk, { view: 'all', search: '' });
  const counts = QUEUE_VIEWS.map((view) => [view, countQueue(desk.db, { ...whole, view }, MOST_COUNTED_OF_VIEW)] as const);
  return Object.fromEntries(counts) as Record<QueueView, CaseCount>; // safe: of every view
}

/** Groups that have cases. */
export function groupsOfQueue(desk: QueueDesk, { groupBy, ...question }: QueueQuestion & { readonly groupBy: QueueGrouping }): readonly GroupCount[] {
  if (parseTrackingNumber(question.search).ok) return [];
  return groupCounts(desk.db, filterOf(desk, question), groupBy, groupsHere(desk, groupBy));
}

function groupsHere({ db, now }: QueueDesk, groupBy: QueueGrouping): readonly QueueGroup[] {
  const catalogue = currentCatalogue(db);
  return catalogue === null ? [] : groupsOf(groupBy, catalogue, now());
}

/** Which parts of an empty question are in the way: without any one of these there would be an answer. */
export function whyEmpty(desk: QueueDesk, { view, search }: QueueQuestion): WhyEmpty {
  const pieces = parseQuery(search);
  const isFound = (question: QueueQuestion): boolean => countQueue(desk.db, filterOf(desk, question), 1).count > 0;
  const removing = pieces.length < 2 ? [] : pieces.filter((_piece, at) => isFound({ view, search: formatQuery(pieces.filter((_other, index) => index !== at)) })).map(formatPiece);
  return { removing, isOfView: view !== 'all' && isFound({ view: 'all', search }) };
}

function rowsOfNumber(db: ReadDb, number: TrackingNumber): readonly CaseRow[] {
  const sight = sightNow(db);
  return findCaseIdsByNumber(db, number)
    .flatMap((caseId) => db.query<Record<string, unknown>, StoredRow>(SQL.rowOf).all({ caseId, ...sight }))
    .map(toCaseRow);
}

function filterOf(desk: QueueDesk, { view, search }: QueueQuestion): QueueFilter {
  const { staff } = currentSession(desk.db);
  const [catalogue, now] = [currentCatalogue(desk.db), desk.now()];
  const whose = { staffId: staff?.id ?? null, departmentCodes: staff?.departmentCodes ?? [] };
  const { conditions, words } = resolveQuery(parseQuery(search), search, { catalogue, now, ...whose });
  return {
    ...{ view, conditions, now, ...whose },
    search: words,
    reviewedDepartments: staff === null ? [] : reviewedDepartments(staff, catalogue),
    neighborhoodCodes: staff ? liaisonFor(catalogue?.neighborhoods ?? [], staff.id) : [],
    reviewFrom: reviewFromHere(desk.db, now),
    sight: sightNow(desk.db),
  };
}

/** The City Manager's office answers for all, a head for their own; nobody else reviews (RC-8). */
function reviewedDepartments({ roles, departmentCodes }: Staff, catalogue: Catalogue | null): readonly string[] {
  if (roles.includes('cityManager')) return catalogue?.departments.map(({ code }) => code) ?? [];
  return roles.includes('departmentHead') ? departmentCodes : [];
}
