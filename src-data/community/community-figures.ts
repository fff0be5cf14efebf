/**
 * What the Community screen counts. Each figure is one pass over an index that holds all it compares; `community-cases.ts` lists the
 * same cases by the same conditions, which a test adds up.
 */
import type { CommunityFigures, EventFigure, EventFigures, NeighborhoodFigure, NeighborhoodFigures } from '../../src-shared/protocol/data-rpc/community-views.ts';
import { DAY_MS, type UtcMs } from '../../src-shared/util/time.ts';
import type { ReadDb } from '../db/database.ts';
import { notHidden, sightNow } from '../sight/not-hidden.ts';
import { listContributors } from './contributors.ts';

const RECENT_MS = 30 * DAY_MS;

/** Each with the terms of the index it is counted by, so that SQLite takes that one. */
export const NEIGHBORHOOD_CONDITIONS: Record<NeighborhoodFigure, string> = {
  open: "c.state <> 'closed'",
  received: 'c.received_at > :since',
  overdue: 'c.due_at < :now',
};
export const EVENT_CONDITIONS: Record<EventFigure, string> = { entered: 'TRUE', open: "c.state <> 'closed'" };

const NOT_HIDDEN = notHidden('c.case_key');

export const COUNT_SQL = {
  open: byNeighborhood('case_open_by_neighborhood', NEIGHBORHOOD_CONDITIONS.open),
  received: byNeighborhood('case_received_by_neighborhood', NEIGHBORHOOD_CONDITIONS.received),
  overdue: byNeighborhood('case_due_by_neighborhood', NEIGHBORHOOD_CONDITIONS.overdue),
  events: `SELECT c.event_id AS eventId, count(*) AS entered, sum(c.state <> 'closed') AS open FROM case_ c INDEXED BY case_by_event
    WHERE c.event_id IS NOT NULL AND ${NOT_HIDDEN} GROUP BY c.event_id`,
} as const;

function byNeighborhood(index: string, condition: string): string {
  return `SELECT c.neighborhood_code AS code, count(*) AS count FROM case_ c INDEXED BY ${index} WHERE ${condition} AND ${NOT_HIDDEN} GROUP BY c.neighborhood_code`;
}

/** What a condition's names stand for. */
export function communityParams(now: UtcMs): { readonly now: UtcMs; readonly since: number } {
  return { now, since: now - RECENT_MS };
}

/** All figures for whoever is signed in. `now`: the city's time. */
export function communityFigures(db: ReadDb, now: UtcMs): CommunityFigures {
  const params = { ...communityParams(now), ...sightNow(db) };
  const figures = new Map<string | null, NeighborhoodFigures>();
  const add = (code: string | null, change: Partial<NeighborhoodFigures>): void => {
    figures.set(code, { ...(figures.get(code) ?? { code, open: 0, received: 0, overdue: 0, contributors: 0 }), ...change });
  };
  for (const figure of ['open', 'received', 'overdue'] as const) {
    const counted = db.query<typeof params, { code: string | null; count: number }>(COUNT_SQL[figure]).all(params);
    for (const { code, count } of counted) add(code, { [figure]: count });
  }
  for (const { neighborhoodCode } of listContributors(db)) add(neighborhoodCode, { contributors: (figures.get(neighborhoodCode)?.contributors ?? 0) + 1 });
  return { neighborhoods: [...figures.values()], events: db.query<object, EventFigures>(COUNT_SQL.events).all(params) };
}
