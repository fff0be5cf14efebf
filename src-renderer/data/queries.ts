/**
 * What a screen may show of the records, as react-query options: `useQuery(queries.caseView(caseId))`.
 *
 * The first part of each key is the topic of the data process's change stream that makes it stale (`follow-changes.ts`); `station` has
 * none of its own and follows `sync`.
 */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CaseView, OlderPage, QueueGrouping, QueuePageRequest, QueueQuestion } from '../../src-shared/protocol/data-rpc/case-views.ts';
import type { MapQuestion } from '../../src-shared/protocol/data-rpc/place-views.ts';
import type { BoardQuestion } from '../../src-shared/protocol/data-rpc/overdue-views.ts';
import type { Language } from '../../src-shared/domain/case.ts';
import type { TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import type { CaseId } from '../../src-shared/util/ids.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { data } from './data-client.ts';
import { readFile } from './file-transfer.ts';

export type QueueQuery = Omit<QueuePageRequest, 'after' | 'limit'>;

const QUEUE_PAGE_SIZE = 100;
const OLDER_PAGE_SIZE = 50;
const VIEWS_COUNTED_EVERY_MS = 20_000;
const SUGGESTION_COUNT = 8;
/** So many fit under the field without having to be moved, also where their words take two lines. */
const PLACE_COUNT = 6;
const FILES_ASKED_EVERY_MS = 20_000;
const OLDER_ASKED_AGAIN_MS = 10_000;
const DATES_ASKED_EVERY_MS = 60_000;
/** A picture of 25 MB does not stay in the window's memory for long. */
const HEARD_FOR_MS = 10 * 60_000;
const FILE_KEPT_MS = 10_000;

export interface SimilarCasesInput {
  readonly serviceCode: string | null;
  readonly locationText: string;
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
  readonly description: string;
}

const stationQueries = {
  stationInfo: () => queryOptions({ queryKey: ['sync', 'station'], queryFn: ({ signal }) => data.station.info(undefined, { signal }) }),
  session: () => queryOptions({ queryKey: ['session'], queryFn: ({ signal }) => data.session.current(undefined, { signal }) }),
  catalogue: () => queryOptions({ queryKey: ['catalogue'], queryFn: ({ signal }) => data.catalogue.get(undefined, { signal }) }),
  syncStatus: () => queryOptions({ queryKey: ['sync', 'status'], queryFn: ({ signal }) => data.sync.status(undefined, { signal }) }),
  caseCount: () => queryOptions({ queryKey: ['cases', 'count here'], queryFn: ({ signal }) => data.sync.caseCount(undefined, { signal }) }),
  colleagues: () => queryOptions({ queryKey: ['presence'], queryFn: ({ signal }) => data.presence.colleagues(undefined, { signal }) }),
  printJobs: () => queryOptions({ queryKey: ['spool', 'jobs'], queryFn: ({ signal }) => data.receipts.jobs(undefined, { signal }) }),
  printerSettings: () => queryOptions({ queryKey: ['spool', 'settings'], queryFn: ({ signal }) => data.receipts.settings(undefined, { signal }) }),
};

const caseQueries = {
  queue: (query: QueueQuery) =>
    infiniteQueryOptions({
      queryKey: ['cases', 'queue', query],
      queryFn: ({ pageParam, signal }) => data.cases.page({ ...query, after: pageParam, limit: QUEUE_PAGE_SIZE }, { signal }),
      initialPageParam: null as string | null, // safe: widens the literal null to what `next` may be
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
    }),
  /** Of the server's making, so no change here makes it stale; asked anew when the connection is another. */
  older: (query: Pick<QueueQuery, 'view' | 'search'>, isOnline: boolean) =>
    infiniteQueryOptions({
      queryKey: ['older', query, isOnline],
      queryFn: ({ pageParam, signal }) => data.cases.older({ ...query, after: pageParam, limit: OLDER_PAGE_SIZE }, { signal, context: { timeoutMs: 15_000 } }),
      initialPageParam: null as string | null, // safe: widens the literal null to what `next` may be
      getNextPageParam: (page) => page.next,
      staleTime: 30_000,
      // Rows that were found stay while one later answer fails to come.
      structuralSharing: (before, now) => (hasRows(before) && !hasRows(now) && !isWhole(now) ? before : now),
      // What the server had not sorted yet, or did not say in time, comes by itself to whoever still looks.
      refetchInterval: ({ state }) => (state.data !== undefined && !isWhole(state.data) ? OLDER_ASKED_AGAIN_MS : false),
    }),
  count: (query: QueueQuestion) =>
    queryOptions({
      queryKey: ['cases', 'count', query],
      queryFn: ({ signal }) => data.cases.count(query, { signal }),
      placeholderData: keepPreviousData,
    }),
  /** Of every view; beside their names, so that they need not be of this second. */
  viewCounts: () => queryOptions({ queryKey: ['viewCounts'], queryFn: ({ signal }) => data.cases.viewCounts(undefined, { signal }), refetchInterval: VIEWS_COUNTED_EVERY_MS, staleTime: VIEWS_COUNTED_EVERY_MS / 4 }),
  groups: (query: QueueQuestion & { readonly groupBy: QueueGrouping }) =>
    queryOptions({
      queryKey: ['cases', 'groups', query],
      queryFn: ({ signal }) => data.cases.groups(query, { signal }),
      placeholderData: keepPreviousData,
    }),
  whyEmpty: (query: QueueQuestion) => queryOptions({ queryKey: ['cases', 'whyEmpty', query], queryFn: ({ signal }) => data.cases.whyEmpty(query, { signal }) }),
  caseView: (caseId: CaseId) =>
    queryOptions({
      queryKey: ['cases', 'one', caseId],
      queryFn: ({ signal }) => data.cases.get({ caseId }, { signal }),
      // The dates of a case on hold move on without anything happening.
      refetchInterval: ({ state }) => (isOnHold(state.data) ? DATES_ASKED_EVERY_MS : false),
    }),
  /** The dates of a case as of a past moment; what happens to the case later may still have been then. */
  explainDue: (caseId: CaseId, asOf: UtcMs) =>
    queryOptions({ queryKey: ['cases', 'dates', caseId, asOf], queryFn: ({ signal }) => data.cases.explainDue({ caseId, asOf }, { signal }), placeholderData: keepPreviousData }),
  beforeBulk: (caseIds: readonly CaseId[]) => queryOptions({ queryKey: ['cases', 'beforeBulk', caseIds], queryFn: ({ signal }) => data.cases.beforeBulk({ caseIds }, { signal }), placeholderData: keepPreviousData }),
  similarToCase: (caseId: CaseId) => queryOptions({ queryKey: ['cases', 'similarToCase', caseId], queryFn: ({ signal }) => data.cases.similar({ caseId }, { signal }) }),
  caseByNumber: (trackingNumber: TrackingNumber) =>
    queryOptions({ queryKey: ['cases', 'byNumber', trackingNumber], queryFn: ({ signal }) => data.cases.byNumber({ trackingNumber }, { signal }) }),
  /** `count` asks anew when a file was attached. */
  caseFiles: (caseId: CaseId, count: number) =>
    queryOptions({
      queryKey: ['files', caseId, count],
      queryFn: ({ signal }) => data.files.ofCase({ caseId }, { signal }),
      placeholderData: keepPreviousData,
      // What is still elsewhere, or being checked, changes without anything happening here.
      refetchInterval: ({ state }) => (state.data?.some((file) => file.state === 'notHere') ? FILES_ASKED_EVERY_MS : false),
    }),
  thumbnail: (sha256: string) =>
    queryOptions({ queryKey: ['fileBytes', 'thumbnail', sha256], queryFn: ({ signal }) => data.files.thumbnail({ sha256 }, { signal }) }),
  fileBytes: (sha256: string) =>
    queryOptions({ queryKey: ['fileBytes', sha256], queryFn: ({ signal }) => readFile(sha256, signal), staleTime: 0, gcTime: FILE_KEPT_MS }),
  receipt: (trackingNumber: TrackingNumber, language: Language | null) =>
    queryOptions({
      queryKey: ['cases', 'receipt', trackingNumber, language],
      queryFn: ({ signal }) => data.receipts.data({ trackingNumber, language }, { signal }),
    }),
};

const overdueQueries = {
  overdueBoard: (question: BoardQuestion) =>
    infiniteQueryOptions({
      queryKey: ['cases', 'overdue', question],
      queryFn: ({ pageParam, signal }) => data.overdue.page({ ...question, after: pageParam, limit: QUEUE_PAGE_SIZE }, { signal }),
      initialPageParam: null as string | null, // safe: widens the literal null to what `next` may be
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
    }),
  overdueCounts: (question: BoardQuestion) =>
    queryOptions({
      queryKey: ['cases', 'overdueCounts', question],
      queryFn: ({ signal }) => data.overdue.counts(question, { signal }),
      placeholderData: keepPreviousData,
    }),
};

const intakeQueries = {
  callers: (text: string) =>
    queryOptions({
      queryKey: ['cases', 'callers', text],
      queryFn: ({ signal }) => data.intake.findCallers({ text, limit: SUGGESTION_COUNT }, { signal }),
      placeholderData: keepPreviousData,
    }),
  callerCases: (key: string) =>
    queryOptions({ queryKey: ['cases', 'callerCases', key], queryFn: ({ signal }) => data.intake.callerCases({ key }, { signal }) }),
  similarCases: (input: SimilarCasesInput) =>
    queryOptions({
      queryKey: ['cases', 'similar', input],
      queryFn: ({ signal }) => data.intake.similarCases(input, { signal }),
      placeholderData: keepPreviousData,
    }),
  places: (text: string) =>
    queryOptions({
      queryKey: ['cases', 'places', text],
      queryFn: ({ signal }) => data.intake.findPlaces({ text, limit: PLACE_COUNT }, { signal }),
      placeholderData: keepPreviousData,
    }),
  /** Changes slowly: what was learned since is taken after a while. */
  heard: () => queryOptions({ queryKey: ['heard'], queryFn: ({ signal }) => data.intake.heard(undefined, { signal }), staleTime: HEARD_FOR_MS }),
  placesIn: (text: string) => queryOptions({ queryKey: ['cases', 'placesIn', text], queryFn: ({ signal }) => data.intake.placesIn({ text }, { signal }) }),
  mapAround: (question: MapQuestion) =>
    queryOptions({
      queryKey: ['cases', 'map', question],
      queryFn: ({ signal }) => data.intake.mapAround(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  scans: () => queryOptions({ queryKey: ['scans', 'list'], queryFn: ({ signal }) => data.scans.list(undefined, { signal }) }),
  scanSettings: () => queryOptions({ queryKey: ['scans', 'settings'], queryFn: ({ signal }) => data.scans.settings(undefined, { signal }) }),
  /** An id names a file with its size and time: what it shows never changes. */
  scanPicture: (id: string) => queryOptions({ queryKey: ['fileBytes', 'scan', id], queryFn: ({ signal }) => data.scans.picture({ id }, { signal }), staleTime: Infinity }),
  drafts: () => queryOptions({ queryKey: ['drafts'], queryFn: ({ signal }) => data.intake.listDrafts(undefined, { signal }) }),
};

export const queries = { ...stationQueries, ...caseQueries, ...overdueQueries, ...intakeQueries };

function isOnHold(view: CaseView | null | undefined): boolean {
  return (view?.case.hold ?? null) !== null;
}

type OlderPages = { readonly pages: readonly OlderPage[] };
// Safe: both are called with what `older` keeps in the cache, or with nothing.
const hasRows = (kept: unknown): boolean => (kept as OlderPages | undefined)?.pages.some((page) => page.rows.length > 0) === true;
const isWhole = (kept: unknown): boolean => (kept as OlderPages | undefined)?.pages.every((page) => page.isWhole) === true;
