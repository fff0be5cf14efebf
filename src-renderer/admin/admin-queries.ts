/** What Administration asks of the records and, through them, of the server. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ChangeSetInput } from '../../src-shared/protocol/data-rpc/admin-views.ts';
import type { PublicHolidaysRequest } from '../../src-shared/protocol/data-rpc/public-holidays.ts';
import { data } from '../data/data-client.ts';

/** All open cases of a large city are counted anew. */
const PREVIEW_TIMEOUT_MS = 60_000;
const SERVER_TIMEOUT_MS = 30_000;

export type MailLogOnly = 'all' | 'problems' | 'waiting';

export const adminQueries = {
  preview: (changes: ChangeSetInput) =>
    queryOptions({
      queryKey: ['adminPreview', changes],
      queryFn: ({ signal }) => data.admin.preview(changes, { signal, context: { timeoutMs: PREVIEW_TIMEOUT_MS } }),
      // Worked out once when the review is opened: cases that come in meanwhile make no difference worth counting all again.
      staleTime: Number.POSITIVE_INFINITY,
    }),
  /** `newest`: the version that holds now; another one asks anew. */
  versions: (newest: number) =>
    infiniteQueryOptions({
      queryKey: ['adminVersions', newest],
      queryFn: ({ pageParam, signal }) => data.admin.versions({ before: pageParam }, { signal, context: { timeoutMs: SERVER_TIMEOUT_MS } }),
      initialPageParam: null as number | null, // safe: widens the literal null to what comes next
      getNextPageParam: (page) => (page.ok && page.hasMore ? (page.versions.at(-1)?.version ?? null) : null),
      placeholderData: keepPreviousData,
    }),
  mailLog: (only: MailLogOnly) =>
    infiniteQueryOptions({
      queryKey: ['adminMailLog', only],
      queryFn: ({ pageParam, signal }) => data.admin.mailLog({ before: pageParam, only: only === 'all' ? null : only }, { signal, context: { timeoutMs: SERVER_TIMEOUT_MS } }),
      initialPageParam: null as string | null, // safe: widens the literal null to what `next` may be
      getNextPageParam: (page) => (page.ok ? page.next : null),
      staleTime: 0,
    }),
  workstations: () => queryOptions({ queryKey: ['adminWorkstations'], queryFn: ({ signal }) => data.admin.workstations(undefined, { signal, context: { timeoutMs: SERVER_TIMEOUT_MS } }), staleTime: 0 }),
  version: (version: number) =>
    queryOptions({ queryKey: ['adminVersion', version], queryFn: ({ signal }) => data.admin.version({ version }, { signal, context: { timeoutMs: SERVER_TIMEOUT_MS } }) }),
  holidayPlaces: (country: string | null) => queryOptions({ queryKey: ['adminHolidayPlaces', country], queryFn: ({ signal }) => data.admin.holidayPlaces({ country }, { signal }) }),
  publicHolidays: (request: PublicHolidaysRequest) => queryOptions({ queryKey: ['adminHolidays', request], queryFn: ({ signal }) => data.admin.publicHolidays(request, { signal }), placeholderData: keepPreviousData }),
  withoutPassword: (catalogueVersion: number) =>
    queryOptions({ queryKey: ['adminWithoutPassword', catalogueVersion], queryFn: ({ signal }) => data.admin.withoutPassword(undefined, { signal, context: { timeoutMs: SERVER_TIMEOUT_MS } }), staleTime: 60_000 }),
};
