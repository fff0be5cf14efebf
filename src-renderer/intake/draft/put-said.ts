/** What was said in one line, taken apart and put into a draft. */
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { findService } from '../../../src-shared/catalogue/lookup.ts';
import { Channel } from '../../../src-shared/domain/case.ts';
import type { PlaceMatch } from '../../../src-shared/protocol/data-rpc/place-views.ts';
import { placeKey } from '../../../src-shared/places/place-key.ts';
import type { Piece, SaidField } from '../../../src-shared/said/pieces.ts';
import { foldText } from '../../../src-shared/util/fold-text.ts';
import { utcMs } from '../../../src-shared/util/time.ts';
import type { IntakeDraft } from './draft.ts';
import { isOfEvent, withChannel } from './event-of-draft.ts';
import { tidyPhone } from './phone-text.ts';
import { receivedContext, typeReceived } from './received-of-draft.ts';
import { inLanguage } from './referred-draft.ts';
import { chooseService } from './service-of-draft.ts';

/** Fields of the draft that have something: what is said for them too is kept in the description. */
export function filledFields(draft: IntakeDraft): ReadonlySet<SaidField> {
  const texts = { phone: draft.phone, name: draft.name, onBehalfOf: draft.onBehalfOf, email: draft.email, received: draft.receivedText, location: draft.locationText, address: draft.address, unit: draft.unit };
  const filled = Object.entries(texts).flatMap(([field, text]): SaidField[] => (text.trim() === '' ? [] : [field as SaidField])); // safe: the keys above
  const answered = Object.entries(draft.answers).flatMap(([code, answer]): SaidField[] => (answer.trim() === '' ? [] : [`answer:${code}`]));
  return new Set([...filled, ...answered, ...(isOfEvent(draft) ? ['channel' as const] : []), ...(draft.isAnonymous ? ['anonymous' as const] : []), ...(draft.serviceCode === null ? [] : ['service' as const]), ...(draft.language === 'es' || draft.taken !== null ? ['language' as const] : [])]);
}

/** A place of the city, with the words of the line that meant it. */
export type SaidPlace = Pick<PlaceMatch, 'text' | 'point'> & { readonly said: string };

/** Which way a piece was moved, by its words: a field, a service's code, `none`, or empty for no service. */
export type Moves = ReadonlyMap<string, string>;

/** The pieces as they were moved by hand; what is moved out of a field is kept in the description. */
export function movedPieces(pieces: readonly Piece[], moves: Moves): readonly Piece[] {
  const moved = pieces.flatMap((piece) => movedPiece(piece, moves.get(moveKey(piece))));
  const rest = moved.filter(({ field }) => field === 'description');
  const others = moved.filter(({ field }) => field !== 'description');
  const words = rest.map(({ value }) => value).join('\n');
  return rest.length === 0 ? others : [...others, { field: 'description', said: words, value: words, isGuess: false, instead: [] }];
}

export function moveKey({ field, said }: Piece): string {
  return `${field}\n${said}`;
}

function movedPiece(piece: Piece, to: string | undefined): readonly Piece[] {
  if (to === undefined || to === piece.value) return [piece];
  if (to === 'none') return [];
  const kept: Piece = { ...piece, field: 'description', value: piece.said, isGuess: false };
  if (piece.field === 'service') return to === '' ? [kept] : [{ ...piece, value: to, isGuess: false }];
  return to === 'description' ? [kept] : [{ ...piece, field: to as SaidField, isGuess: false }]; // safe: from the list of the piece itself
}

/** The draft with every piece in its place, and the line empty. Places of the city bring the way they are written, and their position. */
export function putSaid(draft: IntakeDraft, pieces: readonly Piece[], catalogue: Catalogue, places: readonly SaidPlace[]): IntakeDraft {
  return pieces.reduce((put, piece) => putPiece(put, piece, catalogue, places), { ...draft, said: '' });
}

function putPiece(draft: IntakeDraft, { field, value, said }: Piece, catalogue: Catalogue, places: readonly SaidPlace[]): IntakeDraft {
  if (field.startsWith('answer:')) return { ...draft, answers: { ...draft.answers, [field.slice('answer:'.length)]: value } };
  switch (field) {
    case 'channel':
      return { ...withChannel(draft, Channel.parse(value)), isChannelSaid: true };
    case 'received':
      return typeReceived(draft, value, receivedContext(catalogue, utcMs(Date.now())));
    case 'phone':
      return { ...draft, phone: tidyPhone(value), isAnonymous: false };
    case 'anonymous':
      return { ...draft, isAnonymous: true };
    case 'location':
      return { ...draft, ...asWritten(value, said, places) };
    case 'service': {
      const service = findService(catalogue, value);
      return service === undefined ? draft : chooseService(draft, service, service.name);
    }
    case 'language':
      return inLanguage(draft, value === 'es' ? 'es' : 'en');
    case 'number':
    case 'description':
      return { ...draft, description: [draft.description.trimEnd(), value].filter((text) => text !== '').join('\n') };
    default:
      return { ...draft, [field]: value, ...(field === 'name' || field === 'email' || field === 'address' ? { isAnonymous: false } : {}) };
  }
}

function asWritten(value: string, said: string, places: readonly SaidPlace[]): Pick<IntakeDraft, 'locationText' | 'point'> {
  const words = foldText(said);
  const key = placeKey(value);
  // "near" is said by words of its own: they stay.
  const place = places.find((one) => foldText(one.said) === words) ?? places.find(({ text }) => placeKey(text) === key && !/^(?:near|behind|across|next|beside|by) /i.test(value));
  return place === undefined ? { locationText: value, point: places.find((one) => words.endsWith(foldText(one.said)))?.point ?? null } : { locationText: place.text, point: place.point };
}

/** What a caller says about a case that exists: the description, and of the line all but who they are, how and when it came, and the number of the case. */
export function wordsAboutCase(draft: IntakeDraft, pieces: readonly Piece[]): string {
  const described = pieces.find(({ field }) => field === 'description');
  const others = pieces.filter(({ field }) => !WHO.has(field) && !field.startsWith('answer:')).map(({ said }) => said);
  const forWhom = described === undefined ? undefined : pieces.find(({ field }) => field === 'onBehalfOf')?.said;
  return [draft.description.trim(), described?.value ?? others.join(', '), forWhom ?? ''].filter((text) => text !== '').join('\n');
}

const WHO: ReadonlySet<string> = new Set(['channel', 'received', 'phone', 'name', 'anonymous', 'email', 'number', 'language']);

/** Leaves the line as it was said: all of it is the description. */
export function leaveSaid(draft: IntakeDraft): IntakeDraft {
  return { ...draft, said: '', description: [draft.description.trimEnd(), draft.said.trim()].filter((text) => text !== '').join('\n') };
}
