import { t } from '../../../src-shared/language/language.ts';
import { placeKey } from '../../../src-shared/places/place-key.ts';
import type { PlaceMatch } from '../../../src-shared/protocol/data-rpc/place-views.ts';
import type { IntakeDraft } from '../draft/draft.ts';

const KIND_WORDS: Readonly<Record<PlaceMatch['kind'], string>> = {
  address: t`address`,
  crossing: t`crossing`,
  block: t`block`,
  street: t`street`,
  landmark: t`landmark`,
  usedBefore: t`used before`,
};

/** The quieter line of a place that is offered: what staff should know of it, else what it is. */
export function placeDetail({ kind, note, units, exactness }: PlaceMatch): string {
  const close = exactness === 'close' ? [t`sounds like what was typed`] : [];
  const many = units.length > 1 ? [t`${units.length} units`] : [];
  return [note === '' ? KIND_WORDS[kind] : note, ...many, ...close].join(' · ');
}

/** What the draft gets when a place is taken. A unit that was typed stays unless the words named another one. */
export function factsOfPlace({ text, point, unit }: PlaceMatch, draft: IntakeDraft): Partial<IntakeDraft> {
  return { locationText: text, point, unit: unit === '' ? draft.unit : unit };
}

/**
 * The place that the words mean beyond doubt, to be taken when the field is left: said whole, and the only one of its kind. Null when
 * there is a choice, or it was only begun, misspelled or used before.
 */
export function placeMeant(places: readonly PlaceMatch[], typed: string): PlaceMatch | null {
  const sure = places.filter(({ exactness, point, kind }) => exactness === 'exact' && point !== null && kind !== 'usedBefore');
  const [first] = sure;
  if (first === undefined || first !== places[0]) return null;
  return sure.length === 1 || placeKey(first.text) === placeKey(typed) ? first : null;
}
