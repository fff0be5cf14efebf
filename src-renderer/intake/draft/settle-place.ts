import { placeKey } from '../../../src-shared/places/place-key.ts';
import type { PlaceMatch } from '../../../src-shared/protocol/data-rpc/place-views.ts';
import { factsOfPlace, placeMeant } from '../form/place-words.ts';
import type { IntakeDraft } from './draft.ts';

const LEAST_TEXT = 3;

/**
 * The draft with the place that its words mean beyond doubt, for whoever asks for the number while still in the Location field; null when
 * there is nothing to take. `find` that fails or is late takes nothing: a number never waits for a position.
 */
export async function withPlaceMeant(draft: IntakeDraft, find: (text: string) => Promise<readonly PlaceMatch[]>): Promise<IntakeDraft | null> {
  const text = draft.locationText.trim();
  if (draft.point !== null || text.length < LEAST_TEXT) return null;
  const meant = placeMeant(await find(text).catch(() => []), text);
  if (meant === null) return null;
  const facts = factsOfPlace(meant, draft);
  // Nobody looks at it again: "near the library" keeps its words, and gets the position.
  return { ...draft, ...facts, ...(placeKey(meant.text) === placeKey(text) ? {} : { locationText: draft.locationText }) };
}
