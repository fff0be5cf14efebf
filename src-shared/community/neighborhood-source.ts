import { t } from '../language/language.ts';
import type { Neighborhood } from '../catalogue/community.ts';
import type { Location } from '../domain/case.ts';
import { neighborhoodOf } from './neighborhood-of.ts';

/** Where a case has its neighborhood from: its place, the town hall it was said at, or a person who set it. */
export type NeighborhoodSource = 'place' | 'event' | 'staff';

export const NEIGHBORHOOD_SOURCE_LABELS: Record<NeighborhoodSource, string> = {
  place: t`by its place`,
  event: t`by the town hall`,
  staff: t`by hand`,
};

export interface NeighborhoodQuestion {
  readonly neighborhoods: readonly Neighborhood[];
  readonly location: Location | null;
  /** Neighborhood of the event the case is of; null: of none, or of the whole city. */
  readonly eventNeighborhoodCode: string | null;
}

/** What tells a case's neighborhood as things are now: nobody notes it when it is set, and an outline may have changed since. */
export function neighborhoodSource(code: string, { neighborhoods, location, eventNeighborhoodCode }: NeighborhoodQuestion): NeighborhoodSource {
  if (neighborhoodOf(neighborhoods, location)?.code === code) return 'place';
  return eventNeighborhoodCode === code ? 'event' : 'staff';
}
