/** Places without a number: guesses, by the word that places them and the one that says what kind of place it is. */
import { SMALL_WORDS } from '../catalogue/heard-words.ts';
import { isFree, saidBetween, take } from './line.ts';
import type { Line, Piece } from './pieces.ts';
import { INSIDE, KEPT_RELATION, relationBefore } from './place-words.ts';
import { withCapitals } from './with-capitals.ts';

/** Words by which a place is known without a number. */
const LANDMARKS = new Set(
  ('park school library church store station beach pier marina hall center centre plaza bridge hospital cemetery pool playground ramp mall market courthouse museum airport stadium pavilion ' +
    'parque escuela biblioteca iglesia tienda estacion playa muelle centro puente hospital cementerio piscina mercado museo').split(' '),
);

/** A street, or a landmark; none. */
export function guessPlace(line: Line): readonly Piece[] {
  return streetAlone(line) ?? landmark(line);
}

/** `on 5th street`, `along reef road`, or a phrase of its own, `…, church street`: a guess, by what places it and the word that says what it is. */
function streetAlone(line: Line): readonly Piece[] | null {
  const folded = line.tokens.map((token) => token.folded);
  for (let at = 2; at < line.tokens.length; at += 1) {
    if (!PLAIN_TYPES.has(folded[at] ?? '')) continue;
    for (const from of [at - 1, at - 2]) {
      const relation = relationBefore(line, from);
      const begin = relation === '' ? from : from - relation.split(' ').length;
      if (relation === '' ? !isPhrase(line, from, at + 1) : !isFree(line, begin, at + 1) || line.tokens.slice(from, at).some(({ folded: word }) => NO_NAME.has(word))) continue;
      // `state road 7`
      const end = NUMBERED_TYPES.has(folded[at] ?? '') && /^\d{1,3}[a-z]?$/.test(folded[at + 1] ?? '') && isFree(line, at, at + 2) ? at + 2 : at + 1;
      const to = nearAnother(line, end);
      return [guessAt(line, { begin, from: KEPT_RELATION.test(relation) ? begin : from, to })];
    }
  }
  return spanishStreet(line) ?? route(line);
}

/** `on us 1`, `along a1a`, `off i-95`. */
function route(line: Line): readonly Piece[] | null {
  for (let from = 1; from < line.tokens.length; from += 1) {
    const [word = '', number = ''] = [line.tokens[from]?.folded, line.tokens[from + 1]?.folded];
    const length = /^(?:us ?\d{1,3}|sr ?\d{1,3}|i ?\d{2,3}|a1a)$/.test(word) ? 1 : /^(?:us|sr|hwy|i)$/.test(word) && /^\d{1,3}[a-z]?$/.test(number) ? 2 : 0;
    const relation = relationBefore(line, from);
    const begin = from - relation.split(' ').length;
    if (length === 0 || relation === '' || !isFree(line, begin, from + length)) continue;
    const [piece] = [guessAt(line, { begin, from: KEPT_RELATION.test(relation) ? begin : from, to: from + length })];
    return [{ ...piece, value: piece.value.replace(/\b(?:us|sr|i|a)(?=[ -]?\d)/gi, (name) => name.toUpperCase()) }];
  }
  return null;
}

/** Behind `union ave`, `near 5th`: where along it. */
function nearAnother({ tokens, taken }: Line, end: number): number {
  const behind = tokens.slice(end, end + 4).map(({ folded }) => folded).join(' ');
  const near = /^(?:(?:near|by|past|off|before) \d+(?:st|nd|rd|th)|cerca de la \d+(?:a|ra|da|ta|ma|va|na))(?= |$)/.exec(behind)?.[0].split(' ').length ?? 0;
  if (near === 0 || tokens.slice(end - 1, end + near - 1).some(({ endsPhrase }) => endsPhrase) || taken.slice(end, end + near).includes(true)) return end;
  const to = end + near;
  return PLAIN_TYPES.has(tokens[to]?.folded ?? '') && tokens[to - 1]?.endsPhrase === false && taken[to] === false ? to + 1 : to;
}

/** Words between two commas, or a comma and the end; not all of a line. */
function isPhrase(line: Line, from: number, to: number): boolean {
  const ends = to === line.tokens.length || line.tokens[to - 1]?.endsPhrase === true;
  return isFree(line, from, to) && line.tokens[from - 1]?.endsPhrase === true && ends && line.tokens.slice(from, to - 1).every(({ endsPhrase, folded }) => !endsPhrase && !SMALL_WORDS.has(folded));
}

/** `en la calle Roble`, `frente a avenida del mar`. */
function spanishStreet(line: Line): readonly Piece[] | null {
  const folded = line.tokens.map((token) => token.folded);
  for (let at = 1; at + 1 < line.tokens.length; at += 1) {
    if (!/^(?:calle|avenida|camino|carretera)$/.test(folded[at] ?? '')) continue;
    const from = ['la', 'el'].includes(folded[at - 1] ?? '') ? at - 1 : at;
    const relation = relationBefore(line, from);
    const to = nearAnother(line, at + 2 + (INSIDE.has(folded[at + 1] ?? '') ? 1 : 0));
    const begin = from - relation.split(' ').length;
    if (relation === '' || to > line.tokens.length || !isFree(line, begin, to) || (SMALL_WORDS.has(folded[to - 1] ?? '') && folded[to - 1] !== 'la')) continue;
    return [guessAt(line, { begin, from: KEPT_RELATION.test(relation) ? begin : at, to })];
  }
  return null;
}

/** `begin`: where the words that place it begin; `from`: where the place itself does. */
function guessAt(line: Line, { begin, from, to }: { readonly begin: number; readonly from: number; readonly to: number }): Piece {
  const said = saidBetween(line, from, to);
  take(line, begin, to);
  return { field: 'location', said, value: withCapitals(said), isGuess: true, instead: ['description'] };
}

const NUMBERED_TYPES = new Set(['road', 'rd', 'highway', 'hwy', 'route', 'street']);

const PLAIN_TYPES = new Set('st street ave avenue way rd road blvd boulevard dr drive ln lane ct court hwy highway ter terrace pkwy parkway'.split(' '));
const NO_NAME = new Set('all his her no the my a an this that our your curb turn right left middle bike same whole dead open public wrong'.split(' '));

/** `at school`, `in church` name none; a `green pool` is what it is about. */
function isNoPlace(words: readonly string[], relation: string): boolean {
  return (words.length === 1 && /^(?:at|in|on|en)$/.test(relation)) || words.some((word) => /^(?:green|abandoned|stagnant|dirty|neighbors?|swimming|kiddie)$/.test(word));
}

/** `near the library`, `at harbor park`: a guess, from the word that places it up to the word that names the kind of place. */
function landmark(line: Line): readonly Piece[] {
  const folded = line.tokens.map((token) => token.folded);
  for (let at = line.tokens.length - 1; at > 0; at -= 1) {
    if (!LANDMARKS.has(folded[at] ?? '') || !isFree(line, at, at + 1)) continue;
    for (let from = at; from >= Math.max(1, at - 4); from -= 1) {
      const relation = relationBefore(line, from);
      const begin = from - (relation === '' ? 0 : relation.split(' ').length);
      if (relation === '' || !isFree(line, begin, at + 1) || isNoPlace(folded.slice(from, at + 1), relation)) continue;
      // `the marina lot`, `library parking lot`
      const lot = /^(?:(parking lot|parking garage)|lot|entrance|restrooms?|bathrooms?)(?= |$)/.exec(folded.slice(at + 1, at + 3).join(' '));
      const end = at + 1 + (lot === null || line.tokens[at]?.endsPhrase === true ? 0 : lot[1] === undefined ? 1 : 2);
      const to = isFree(line, at, end) ? end : at + 1;
      const said = saidBetween(line, KEPT_RELATION.test(relation) ? begin : from, to);
      take(line, begin, to);
      return [{ field: 'location', said, value: withCapitals(said.replace(/^(?:the|la|el) /i, '')), isGuess: true, instead: ['description'] }];
    }
  }
  return [];
}
