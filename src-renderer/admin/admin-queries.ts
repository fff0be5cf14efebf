/** What Administration asks of the records and, through them, of the server. */
import { queryOptions } from '@tanstack/react-query';
import type { ChangeSetInput } from '../../src-shared/protocol/data-rpc/admin-views.ts';
import { data } from '../data/data-client.ts';

/** All open cases of a large city are counted anew. */
const PREVIEW_TIMEOUT_MS = 60_000;
const SERVER_TIMEOUT_MS = 30_000;

export const adminQueries = {
  preview: (changes: ChangeSetInput) =>
    queryOptions({
      queryKey: ['adminPreview', changes],
      queryFn: ({ signal }) => data.admin.preview(changes, { signal, context: { timeoutMs: PREVIEW_TIMEOUT_MS } }),
      // Worked out once when the review is opened: cases that come in meanwhile make no difference worth counting all again.
      staleTime: Number.POSITIVE_INFINITY,
    }),
  version: (version: number) =>
    queryOptions({ queryKey: ['adminVersion', version], queryFn: ({ signal }) => data.admin.version({ version }, { signal, context: { timeoutMs: SERVER_TIMEOUT_MS } }) }),
  withoutPassword: (catalogueVersion: number) =>
    queryOptions({ queryKey: ['adminWithoutPassword', catalogueVersion], queryFn: ({ signal }) => data.admin.withoutPassword(undefined, { signal, context: { timeoutMs: SERVER_TIMEOUT_MS } }), staleTime: 60_000 }),
};
