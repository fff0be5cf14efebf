import type { Catalogue } from '../catalogue/catalogue.ts';
import { DATE_WORDS } from './date-span.ts';
import { type Named, namedFor, namesOf, type NamedKey } from './find-names.ts';
import { CALL_WORD_NAMES, CALL_WORDS, DATE_KEYS, foldName, keyOfName, nameOfKey, QUERY_FLAG_NAMES, QUERY_FLAGS, QUERY_KEY_NAMES, QUERY_KEYS, type QueryKey } from './query-keys.ts';
import { callWord, flagWord, keyWord } from './token-words.ts';

/** What the token under the caret may become. */
export interface Completion {
  /** Stands in the field instead of the token. */
  readonly text: string;
  readonly label: string;
  readonly detail: string;
  /** False: a key, whose value is still to come. */
  readonly isWhole: boolean;
}

export interface CompletedPart {
  readonly completions: readonly Completion[];
  /** The part of the text they take the place of. */
  readonly from: number;
  readonly to: number;
}

const MOST = 9;
/** A key is offered once two letters could begin it: before that every word would. */
const KEY_LETTERS = 2;

/** What could be meant by the token that ends at the caret; empty where nothing is begun. */
export function completeQuery(text: string, caret: number, catalogue: Catalogue): CompletedPart {
  const before = text.slice(0, caret);
  const from = before.search(/(?:[^\s"“”]|["“”][^"“”]*["“”]?)*$/u);
  const typed = before.slice(from);
  const sign = typed.startsWith('-') ? '-' : '';
  const body = typed.slice(sign.length);
  const colon = body.indexOf(':');
  const key = colon < 0 ? null : keyOfName(body.slice(0, colon));
  const completions = key === null ? (colon < 0 ? keysLike(body) : []) : valuesLike(key, body.slice(colon + 1), catalogue);
  return { completions: completions.slice(0, MOST).map((one) => ({ ...one, text: `${sign}${one.text}` })), from, to: caret };
}

function keysLike(typed: string): readonly Completion[] {
  const wanted = foldName(typed);
  if (wanted.length < KEY_LETTERS) return [];
  const keys = QUERY_KEY_NAMES.filter((key) => QUERY_KEYS[key].some((name) => name.startsWith(wanted)));
  const flags = QUERY_FLAG_NAMES.filter((flag) => QUERY_FLAGS[flag].some((name) => name.startsWith(wanted)));
  return [
    ...keys.map((key) => ({ text: `${nameOfKey(key)}:`, label: `${nameOfKey(key)}:`, detail: keyWord(key), isWhole: false })),
    ...flags.map((flag) => ({ text: `is:${flag}`, label: `is:${flag}`, detail: flagWord(flag), isWhole: true })),
  ];
}

function valuesLike(key: QueryKey, typed: string, catalogue: Catalogue): readonly Completion[] {
  const comma = typed.lastIndexOf(',') + 1;
  const [done, value] = [typed.slice(0, comma), typed.slice(comma).replaceAll(/["“”]/gu, '')];
  const whole = (text: string, label: string, detail: string): Completion => ({ text: `${nameOfKey(key)}:${done}${text}`, label, detail, isWhole: true });
  if (key === 'citizen' || key === 'place') return [];
  if (key === 'is') return QUERY_FLAG_NAMES.filter((flag) => QUERY_FLAGS[flag].some((name) => name.startsWith(foldName(value)))).map((flag) => whole(flag, flagWord(flag), `is:${flag}`));
  if (key === 'call') return CALL_WORD_NAMES.filter((word) => CALL_WORDS[word].some((name) => name.startsWith(foldName(value)))).map((word) => whole(word, callWord(word), `call:${word}`));
  if (DATE_KEYS.some((one) => one === key)) return DATE_WORDS.filter((word) => word.startsWith(foldName(value))).map((word) => whole(word, word, `${nameOfKey(key)}:${word}`));
  const named = namedFor(key as NamedKey, catalogue); // safe: every other key is one of names
  const special = key === 'assignee' ? ['me', 'none'].filter((word) => word.startsWith(foldName(value))) : [];
  return [...special.map((word) => whole(word, word, `${nameOfKey(key)}:${word}`)), ...named.filter((one) => isLike(one, value)).map((one) => whole(one.code.toLowerCase(), one.name, `${nameOfKey(key)}:${one.code.toLowerCase()}`))];
}

function isLike(one: Named, typed: string): boolean {
  const wanted = foldName(typed);
  return [one.code, ...namesOf(one)].some((name) => foldName(name).includes(wanted));
}
