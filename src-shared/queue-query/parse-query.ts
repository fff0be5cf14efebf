/**
 * The text of a search, taken apart: `dept:water overdue received:>2026-10-01 "elm street" -graffiti`. Every text is a query; what is no
 * token is a word to search for. What the values mean is for `resolve-query.ts`, which knows the city.
 */
import { closestName } from './closest-name.ts';
import { allKeyNames, bareFlag, keyOfName, nameOfKey, type QueryKey } from './query-keys.ts';

export interface QueryToken {
  readonly kind: 'token';
  readonly key: QueryKey;
  /** Any of these; empty: it is still being typed. */
  readonly values: readonly string[];
  readonly isNot: boolean;
}

export interface QueryWord {
  readonly kind: 'word';
  readonly text: string;
  /** It stood in quotes: these words, one after the other. */
  readonly isPhrase: boolean;
  readonly isNot: boolean;
  /** It looks like a token, but there is none of that name; the closest there is, or null. Left out: it does not. */
  readonly unknownKey?: { readonly name: string; readonly closest: string | null };
}

export type QueryPiece = QueryToken | QueryWord;

/** A piece and the text it was read from. */
export interface PlacedPiece {
  readonly piece: QueryPiece;
  readonly from: number;
  readonly to: number;
}

const QUOTES = '"“”„';

/** Never throws; an open quote ends with the text. Pieces are in the order of the text. */
export function parseQuery(text: string): readonly QueryPiece[] {
  return placedPieces(text).map(({ piece }) => piece);
}

export function placedPieces(text: string): readonly PlacedPiece[] {
  return lexemesOf(text).flatMap(({ from, to }) => {
    const piece = readPiece(text.slice(from, to));
    return piece === null ? [] : [{ piece, from, to }];
  });
}

/** A text that reads as these pieces again. */
export function formatQuery(pieces: readonly QueryPiece[]): string {
  return pieces.map(formatPiece).join(' ');
}

export function formatPiece(piece: QueryPiece): string {
  const sign = piece.isNot ? '-' : '';
  if (piece.kind === 'token') return `${sign}${nameOfKey(piece.key)}:${piece.values.map(quotedIfNeeded).join(',')}`;
  return piece.isPhrase ? `${sign}"${piece.text}"` : `${sign}${piece.text}`;
}

function quotedIfNeeded(value: string): string {
  return /[\s,]/.test(value) ? `"${value}"` : value;
}

interface Lexeme {
  readonly from: number;
  readonly to: number;
}

/** Runs without a space outside quotes. */
function lexemesOf(text: string): readonly Lexeme[] {
  const found: Lexeme[] = [];
  let from = -1;
  let isQuoted = false;
  for (let at = 0; at <= text.length; at += 1) {
    const character = text[at];
    const isEnd = character === undefined || (!isQuoted && /\s/.test(character));
    if (isEnd && from >= 0) {
      found.push({ from, to: at });
      from = -1;
    } else if (!isEnd) {
      if (from < 0) from = at;
      if (QUOTES.includes(character)) isQuoted = !isQuoted;
    }
  }
  return found;
}

function readPiece(raw: string): QueryPiece | null {
  const isNot = raw.length > 1 && raw.startsWith('-');
  const body = isNot ? raw.slice(1) : raw;
  const colon = /^(\p{L}[\p{L}-]*):(.*)$/su.exec(body);
  const key = colon === null ? null : keyOfName(colon[1] ?? '');
  if (colon !== null && key !== null) return { kind: 'token', key, values: valuesOf(colon[2] ?? ''), isNot };
  const flag = bareFlag(body);
  if (flag !== null && !hasQuote(body)) return { kind: 'token', key: 'is', values: [flag], isNot };
  const text = withoutQuotes(body);
  if (text === '') return null;
  const word = { kind: 'word', text, isPhrase: hasQuote(body), isNot } as const;
  const name = colon?.[1] ?? '';
  const isLikeToken = name.length > 1 && (colon?.[2] ?? '') !== '' && !(colon?.[2] ?? '').startsWith('//') && !word.isPhrase;
  return isLikeToken ? { ...word, unknownKey: { name, closest: closestName(name, allKeyNames()) } } : word;
}

function valuesOf(text: string): readonly string[] {
  const values: string[] = [''];
  let isQuoted = false;
  for (const character of text) {
    if (QUOTES.includes(character)) isQuoted = !isQuoted;
    else if (character === ',' && !isQuoted) values.push('');
    else values[values.length - 1] += character;
  }
  return values.map((value) => value.trim()).filter((value) => value !== '');
}

function hasQuote(text: string): boolean {
  return [...QUOTES].some((quote) => text.includes(quote));
}

function withoutQuotes(text: string): string {
  return [...text]
    .filter((character) => !QUOTES.includes(character))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
