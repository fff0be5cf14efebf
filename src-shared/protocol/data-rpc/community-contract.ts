import { oc, type } from '@orpc/contract';
import { z } from 'zod';
import { CommandId } from '../../util/ids.ts';
import { type CommunityFigures, type CommunityPage, CommunityPageRequest, type ContributorsPage, ContributorsRequest, type TownHallEntry } from './community-views.ts';

/** Neighborhoods, contributors, town halls. */
export const communityContract = {
  figures: oc.output(type<CommunityFigures>()),
  cases: oc.input(CommunityPageRequest).output(type<CommunityPage>()),
  contributors: oc.input(ContributorsRequest).output(type<ContributorsPage>()),
  /** Of whoever is signed in; null: they are entering none. */
  entry: oc.output(type<TownHallEntry | null>()),
  /** Ends the one that was running. Null: nobody is signed in. Beginning the one that runs changes nothing. */
  beginEntry: oc.input(z.object({ eventId: CommandId })).output(type<TownHallEntry | null>()),
  endEntry: oc.output(type<{ readonly ok: true }>()),
};
