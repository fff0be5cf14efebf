import { SMALL_WORDS } from '../catalogue/heard-words.ts';
import { announcedBy, BEHIND_NAME, NAME_ANNOUNCED } from './connecting.ts';
import { GIVEN_NAMES } from './given-names.ts';
import { isFree, saidBetween, take } from './line.ts';
import type { Line, Piece } from './pieces.ts';
import { withCapitals } from './with-capitals.ts';

export interface KnownNames {
  /** Folded names of callers who were found for what is typed. */
  readonly callers: ReadonlySet<string>;
  /** Whether services are called so: such a word ends a name. */
  readonly isServiceWord: (folded: string) => boolean;
  /** Nobody is named yet: two or three words of their own are then a name. */
  readonly isWanted: boolean;
}

/** Words inside a name that are small everywhere else: `de la Cruz`, `van Dyke`. */
const PARTICLES = new Set(['de', 'del', 'la', 'las', 'los', 'van', 'von', 'der', 'da', 'dos', 'di', 'san', 'mc', 'mac', 'al', 'el', 'bin', 'y']);
const MOST_WORDS = 5;
const WORD = /^[\p{L}][\p{L}\p{M}'’.-]*$/u;

/** One name: of a known caller, after "my name is", by a first name, or words of their own where a name is still wanted. */
export function findName(line: Line, known: KnownNames): Piece | null {
  return knownCaller(line, known) ?? announced(line, known) ?? titled(line, known) ?? byFirstName(line, known) ?? besideContact(line, known) ?? (known.isWanted ? onItsOwn(line, known) : null);
}

function pieceOf(line: Line, from: number, to: number, isGuess: boolean): Piece {
  const first = withInitials(line, from);
  const said = saidBetween(line, first, to);
  const before = announcedBy(line.tokens.map(({ folded }) => folded), first, NAME_ANNOUNCED);
  take(line, isFree(line, first - before, first) ? first - before : first, to);
  return { field: 'name', said, value: withCapitals(said.replace(/['’]s?$/u, '')), isGuess, instead: ['description', 'location'] };
}

/** `w. chen`, `j. r. smith`: the letters before a name are its own. */
function withInitials(line: Line, from: number): number {
  let first = from;
  while (isFree(line, first - 1, first) && /^\p{L}\.$/u.test(line.tokens[first - 1]?.text ?? '')) first -= 1;
  return first;
}

function knownCaller(line: Line, { callers }: KnownNames): Piece | null {
  for (let from = 0; from < line.tokens.length; from += 1) {
    for (let to = Math.min(line.tokens.length, from + MOST_WORDS); to > from + 1; to -= 1) {
      const folded = line.tokens.slice(from, to).map((token) => token.folded).join(' ');
      if (callers.has(folded) && isFree(line, from, to)) return pieceOf(line, from, to, false);
    }
  }
  return null;
}

const SURELY = new Set(['account under', 'account is under', 'under the name of', 'under the name', 'a nombre de', 'my name s', 'name s', 'my name is', 'name is', 'me llamo', 'mi nombre es', 'se llama', 'the name is']);

function announced(line: Line, known: KnownNames): Piece | null {
  const folded = line.tokens.map((token) => token.folded);
  for (let from = 1; from < line.tokens.length; from += 1) {
    const words = announcedBy(folded, from, NAME_ANNOUNCED);
    if (words === 0) continue;
    const isSure = SURELY.has(folded.slice(from - words, from).join(' '));
    const to = nameEnd(line, from, known, isSure);
    // "this is terrible" names nobody.
    if (to > from && (isSure || GIVEN_NAMES.has(folded[from] ?? '') || (to > from + 1 && line.tokens.slice(from, to).every(isCapital)))) return pieceOf(line, from, to, false);
    // `this is rob from sunset realty`
    if (to === from + 1 && ['from', 'with'].includes(folded[to] ?? '') && !known.isServiceWord(folded[from] ?? '') && /^\p{L}{2,}$/u.test(folded[from] ?? '')) return pieceOf(line, from, to, true);
    // `caller is deshawn williams phone 555-0119`: what can be reached has a name.
    if (to > from + 1 && (line.isContact[to] === true || ['phone', 'cell', 'tel', 'telefono'].includes(folded[to] ?? ''))) return pieceOf(line, from, to, true);
  }
  return null;
}

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'sr', 'sra', 'srta', 'senor', 'senora', 'senorita', 'don', 'dona', 'commissioner', 'comisionado', 'officer', 'oficial', 'deputy', 'sgt', 'sergeant', 'lieutenant', 'captain', 'capt', 'lt', 'chief', 'detective', 'pastor', 'reverend', 'rev', 'professor', 'judge']);

/** `el señor Castañeda`, `la sra. Ríos`, `a letter from mr. Hall`. */
const BEFORE_TITLES = new Set(['el', 'la', 'from', 'de']);

/** `Ms. O'Brien`, `this is dr smith`: the title stays with the name. */
function titled(line: Line, known: KnownNames): Piece | null {
  const folded = line.tokens.map((token) => token.folded);
  for (let from = 0; from + 1 < line.tokens.length; from += 1) {
    const mayBegin = beginsPhrase(line, from) || BEFORE_TITLES.has(line.tokens[from - 1]?.folded ?? '') || announcedBy(folded, from, NAME_ANNOUNCED) > 0;
    const to = mayBegin ? titledEnd(line, from, known) : null;
    if (to !== null) return pieceOf(line, from, to, false);
  }
  return null;
}

/** Where a name with its title ends that begins there; null: none does. */
export function titledEnd(line: Line, from: number, known: KnownNames): number | null {
  if (!TITLES.has(line.tokens[from]?.folded ?? '') || !isFree(line, from, from + 2)) return null;
  const to = nameEnd(line, from + 1, known, true);
  return to > from + 1 ? to : null;
}

function byFirstName(line: Line, known: KnownNames): Piece | null {
  for (let from = 0; from < line.tokens.length; from += 1) {
    if (!GIVEN_NAMES.has(line.tokens[from]?.folded ?? '')) continue;
    const to = nameEnd(line, from, known, false);
    if (isWriter(line, from) && to > from + 1) return pieceOf(line, from, to, true);
    if (!beginsPhrase(line, from)) continue;
    // `carlos here`: who calls says so.
    if (BEHIND_NAME.has(line.tokens[to]?.folded ?? '') && isFree(line, to, to + 1)) {
      take(line, to, to + 1);
      return pieceOf(line, from, to, false);
    }
    if (to > from + 1 || (to === from + 1 && (line.tokens[from]?.endsPhrase === true || line.taken[to] === true || to === line.tokens.length || line.tokens[to]?.folded === 'from'))) return pieceOf(line, from, to, to === from + 1);
  }
  return null;
}

const WRITTEN = new Set(['letter', 'email', 'mail', 'fax', 'note', 'message', 'card', 'petition', 'carta', 'correo', 'nota', 'mensaje']);

/** `letter from gloria tate`, `letter dated november 18 from …`; who has moved here "from austin texas" is no writer. */
function isWriter({ tokens }: Line, at: number): boolean {
  return ['from', 'de'].includes(tokens[at - 1]?.folded ?? '') && tokens.slice(0, at - 1).some(({ folded }) => WRITTEN.has(folded));
}

function besideContact(line: Line, known: KnownNames): Piece | null {
  return beforeContact(line, known) ?? behindContact(line, known);
}

/** `561-555-0150 dante freeman`: two or three words to the end of the phrase, right behind how to reach somebody. */
function behindContact(line: Line, known: KnownNames): Piece | null {
  const from = line.isContact.lastIndexOf(true) + 1;
  if (from === 0 || !isFree(line, from, from + 2)) return null;
  const to = nameEnd(line, from, known, false);
  const isAll = to === line.tokens.length || line.tokens[to - 1]?.endsPhrase === true;
  const isService = line.tokens.slice(from, to).some(({ folded }) => known.isServiceWord(folded));
  return isAll && !isService && (to === from + 2 || to === from + 3) ? pieceOf(line, from, to, true) : null;
}

/** `theo marsh 561-555-0241`: two or three words that begin a phrase, or with a first name, right before how to reach somebody. */
function beforeContact(line: Line, known: KnownNames): Piece | null {
  const to = line.isContact.indexOf(true);
  for (const from of [to - 2, to - 3]) {
    const isName = beginsPhrase(line, from) || GIVEN_NAMES.has(line.tokens[from]?.folded ?? '');
    if (from < 0 || !isName || !isFree(line, from, to) || known.isServiceWord(line.tokens[from]?.folded ?? '')) continue;
    if (nameEnd(line, from, known, false) === to) return pieceOf(line, from, to, from > 0);
  }
  return null;
}

/** A name begins a line, or stands behind something that is understood or behind a comma: "the dog of maria" names no caller. */
function beginsPhrase(line: Line, at: number): boolean {
  return at === 0 || line.taken[at - 1] === true || line.tokens[at - 1]?.endsPhrase === true;
}

/** All of what is left, when it is a few words nobody uses for anything else: `Dana Whitfield`, `Íñigo Ñáñez`. */
function onItsOwn(line: Line, known: KnownNames): Piece | null {
  const from = line.taken.indexOf(false);
  const to = line.taken.lastIndexOf(false) + 1;
  if (from < 0 || to - from > 4 || !isFree(line, from, to)) return null;
  const words = line.tokens.slice(from, to);
  const isName = words.every(({ bare, folded }) => WORD.test(bare) && folded.length > 1 && !known.isServiceWord(folded) && (!SMALL_WORDS.has(folded) || PARTICLES.has(folded)));
  return isName && nameEnd(line, from, known, true) === to ? pieceOf(line, from, to, true) : null;
}

/** Where a name ends that begins there; `from` itself: none does. `isSure`: a name is known to begin there. */
export function nameEnd(line: Line, from: number, known: KnownNames, isSure: boolean): number {
  let to = from;
  while (to < line.tokens.length && to - from < MOST_WORDS && isFree(line, to, to + 1)) {
    const token = line.tokens[to];
    // `julia park 561-555-0207`: a word of services is a name all the same where the phone number follows.
    const isLast = line.isContact[to + 1] === true;
    if (!token || !WORD.test(token.bare) || endsName(token.folded, to - from, known, isSure || isLast)) break;
    to += 1;
    if (token.endsPhrase && !/^\p{L}\.$/u.test(token.text)) break; // `t. jones`
  }
  // A particle belongs to what comes behind it.
  while (to > from && PARTICLES.has(line.tokens[to - 1]?.folded ?? '')) to -= 1;
  return to;
}

function endsName(folded: string, place: number, known: KnownNames, isSure: boolean): boolean {
  if (place === 0) return SMALL_WORDS.has(folded) && !isSure;
  if (PARTICLES.has(folded)) return false;
  return SMALL_WORDS.has(folded) || isShortened(folded) || (known.isServiceWord(folded) && !(isSure && place === 1)) || STOPS.has(folded);
}

/** `there's`, `it's`, `we've`; not `O'Brien`. */
function isShortened(folded: string): boolean {
  const [word = '', rest = ''] = folded.split(' ');
  return SMALL_WORDS.has(word) && /^(?:s|m|re|ve|ll|d)$/.test(rest);
}

const STOPS = new Set(['calling', 'again', 'reporting', 'reports', 'says', 'said', 'lives', 'wants', 'asks', 'has', 'saw', 'called', 'from', 'phone', 'number', 'email', 'address', 'llama', 'dice', 'vive', 'quiere', 'telefono', 'numero', 'correo', 'because', 'porque', 'since', 'badge', 'dept', 'department', 'office', 'forwarded', 'forwards', 'asked', 'requests', 'requested', 'requesting', 'referred', 'sent', 'account', 'acct', 'with', 'here']);

/** `Ruth`; not `RUTH`, which whole lines are written in. */
export function isCapital({ bare }: { readonly bare: string }): boolean {
  return /^\p{Lu}\p{Ll}/u.test(bare);
}
