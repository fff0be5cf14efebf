import type { MappingFile } from '../mapping/mapping.ts';
import { comparable } from '../row/row-text.ts';
import type { FoundColumns } from './find-columns.ts';
import { placeholderPoints } from './placeholder-points.ts';
import { CHANNEL_WORDS, STATE_WORDS, wordFor } from './roles.ts';
import type { ColumnSample } from './sample-table.ts';

/** Notes down what a person has to look at. */
export type Ask = (question: string) => void;

type Part<Key extends keyof MappingFile> = MappingFile[Key];

/** Every state in the file with what it seems to mean; a word nobody knows is taken as still open, and asked about. */
export function suggestState(column: ColumnSample | undefined, ask: Ask): Part<'state'> {
  if (!column) return null;
  const words = filledWords(column);
  const unknown = words.filter((word) => wordFor(comparable(word), STATE_WORDS) === null);
  if (unknown.length > 0) ask(`Say in state.values what these states mean; “new” is written for each: ${listed(unknown)}.`);
  const values = Object.fromEntries(words.map((word) => [word, wordFor(comparable(word), STATE_WORDS) ?? ('new' as const)]));
  return { columns: [column.name], values, otherwise: null };
}

/** Every way of coming in with what it seems to be. */
export function suggestChannel(column: ColumnSample | undefined, ask: Ask): Part<'channel'> {
  if (!column) return null;
  const words = filledWords(column);
  const unknown = words.filter((word) => wordFor(comparable(word), CHANNEL_WORDS) === null);
  if (unknown.length > 0) ask(`Say in channel.values how these came in; “web” is written for each: ${listed(unknown)}.`);
  const values = Object.fromEntries(words.map((word) => [word, wordFor(comparable(word), CHANNEL_WORDS) ?? ('web' as const)]));
  return { columns: [column.name], values };
}

export function suggestLocation(found: FoundColumns, ask: Ask): Part<'location'> {
  const { address, latitude, longitude, point } = found;
  if (!address && !point && !(latitude && longitude)) return null;
  const notAPlace = placeholderPoints(found);
  if (notAPlace.length > 0) {
    ask(`Many different addresses have the same coordinates ${notAPlace.map((pair) => pair.join(', ')).join('; ')}: taken as “place not found” (location.notAPlace).`);
  }
  return {
    text: address ? { columns: [address.name] } : null,
    latitude: latitude && longitude ? latitude.name : null,
    longitude: latitude && longitude ? longitude.name : null,
    point: point?.name ?? null,
    notAPlace,
  };
}

export function suggestRequester({ requesterName, requesterPhone, requesterEmail }: FoundColumns): Part<'requester'> {
  if (!requesterName && !requesterPhone && !requesterEmail) return null;
  const text = (column: ColumnSample | undefined) => (column ? { columns: [column.name] } : null);
  return { name: text(requesterName), phone: text(requesterPhone), email: text(requesterEmail) };
}

/** How cases ended: what the closing notes call a duplicate is one, everything else is resolved. */
export function suggestClosing({ statusNote, state, service }: FoundColumns): Part<'closing'> {
  const columns = [statusNote, state, service].filter((column) => column !== undefined).map((column) => column.name);
  return {
    withoutNote: 'Closed in the earlier system; no note was kept there.',
    outcome: { columns: columns.slice(0, 2), rules: [{ contains: 'duplicate', to: 'DUPLICATE' }], otherwise: 'RESOLVED' },
    create: [
      { code: 'RESOLVED', label: { en: 'Resolved', es: 'Resuelto' } },
      { code: 'DUPLICATE', label: { en: 'Same as another case', es: 'Igual a otro caso' } },
    ],
  };
}

function filledWords({ words }: ColumnSample): readonly string[] {
  return [...(words?.keys() ?? [])].filter((word) => word !== '');
}

function listed(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', ');
}
