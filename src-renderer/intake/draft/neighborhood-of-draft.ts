import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { neighborhoodOf } from '../../../src-shared/community/neighborhood-of.ts';
import type { NeighborhoodSource } from '../../../src-shared/community/neighborhood-source.ts';
import type { Location } from '../../../src-shared/domain/case.ts';
import type { IntakeDraft } from './draft.ts';
import { isOfEvent } from './event-of-draft.ts';

export interface KnownNeighborhood {
  readonly code: string;
  readonly source: NeighborhoodSource;
}

/** The part of the city a draft concerns: as it was chosen, else by its place, else by the town hall; null while nothing tells. */
export function neighborhoodOfDraft(draft: IntakeDraft, { neighborhoods }: Catalogue): KnownNeighborhood | null {
  if (draft.neighborhoodCode !== null) return { code: draft.neighborhoodCode, source: 'staff' };
  const there = neighborhoodOf(neighborhoods, locationOf(draft));
  if (there) return { code: there.code, source: 'place' };
  const ofEvent = isOfEvent(draft) ? (draft.event?.neighborhoodCode ?? null) : null;
  return ofEvent === null ? null : { code: ofEvent, source: 'event' };
}

export function locationOf(draft: IntakeDraft): Location | null {
  const text = draft.locationText.trim();
  return text === '' ? null : { text, unit: draft.unit, point: draft.point };
}
