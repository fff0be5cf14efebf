/** Neighborhoods, contributors and town halls as a window asks for them. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CommunityQuestion, ContributorsRequest } from '../../src-shared/protocol/data-rpc/community-views.ts';
import { data } from './data-client.ts';

const PAGE_SIZE = 100;

export const communityQueries = {
  communityFigures: () => queryOptions({ queryKey: ['cases', 'communityFigures'], queryFn: ({ signal }) => data.community.figures(undefined, { signal }) }),
  communityCases: (question: CommunityQuestion) =>
    infiniteQueryOptions({
      queryKey: ['cases', 'community', question],
      queryFn: ({ pageParam, signal }) => data.community.cases({ question, after: pageParam, limit: PAGE_SIZE }, { signal }),
      initialPageParam: null as string | null, // safe: widens the literal null to what `next` may be
      getNextPageParam: (page) => page.next,
    }),
  contributors: (request: ContributorsRequest) =>
    queryOptions({
      queryKey: ['cases', 'contributors', request],
      queryFn: ({ signal }) => data.community.contributors(request, { signal }),
      placeholderData: keepPreviousData,
    }),
  /** The town hall that is being entered, with the numbers given out: each was a draft. */
  townHallEntry: () => queryOptions({ queryKey: ['drafts', 'townHallEntry'], queryFn: ({ signal }) => data.community.entry(undefined, { signal }) }),
};
