import { expect, it } from 'vitest';
import type { PlaceMatch } from '../../../src-shared/protocol/data-rpc/place-views.ts';
import { emptyDraft, type IntakeDraft } from './draft.ts';
import { withPlaceMeant } from './settle-place.ts';

const POINT = { latitude: 26.5, longitude: -80.1 };
const place = (text: string, more: Partial<PlaceMatch> = {}): PlaceMatch => ({ text, point: POINT, why: 'address', kind: 'address', exactness: 'exact', isApproximate: false, note: '', unit: '', units: [], ...more });
const draft = (more: Partial<IntakeDraft>): IntakeDraft => ({ ...emptyDraft({ channel: 'phone', typedBy: 'agent', newId: () => crypto.randomUUID() }), ...more });
const finds = (...found: readonly PlaceMatch[]) => () => Promise.resolve(found);

it('the one address that was typed whole is taken with its position when the number is asked for', async () => {
  const typed = draft({ locationText: '412 harbor street', unit: 'B' });
  expect(await withPlaceMeant(typed, finds(place('412 Harbor Street')))).toEqual({ ...typed, locationText: '412 Harbor Street', point: POINT });
});

it('words before the address are a part of it', async () => {
  const typed = draft({ locationText: 'behind 7 canal road' });
  expect(await withPlaceMeant(typed, finds(place('Behind 7 Canal Road')))).toMatchObject({ locationText: 'Behind 7 Canal Road', point: POINT });
});

it('a place that is called otherwise gives its position, and the words stay as they were said', async () => {
  const typed = draft({ locationText: 'Near the Library' });
  expect(await withPlaceMeant(typed, finds(place('near Portreeve Bay Library')))).toEqual({ ...typed, point: POINT });
});

it('nothing is taken where there is a choice, a guess, a position already, hardly a word, or no answer', async () => {
  const typed = draft({ locationText: '12 elm' });
  expect(await withPlaceMeant(typed, finds(place('12 NW Elm Street'), place('12 SE Elm Street')))).toBeNull();
  expect(await withPlaceMeant(typed, finds(place('12 Elm Street', { exactness: 'close' })))).toBeNull();
  expect(await withPlaceMeant({ ...typed, point: POINT }, finds(place('12 Elm')))).toBeNull();
  expect(await withPlaceMeant({ ...typed, locationText: '12' }, finds(place('12')))).toBeNull();
  expect(await withPlaceMeant(typed, () => Promise.reject(new Error('too late')))).toBeNull();
});
