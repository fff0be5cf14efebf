/**
 * How it reached the city, when the line begins with that: `letter from …`, `fax received nov 19`, `walk-in`, `commissioner Reyes' office`;
 * and the day something written was received.
 */
import { SMALL_WORDS } from '../catalogue/heard-words.ts';
import { type Channel, isWritten } from '../domain/case.ts';
import { isFree, saidBetween, take } from './line.ts';
import type { Line, Piece } from './pieces.ts';

const WORDS: ReadonlyMap<string, Channel> = new Map([
  ...each('letter', 'letter', 'anonymous letter', 'petition', 'carta', 'carta anonima'),
  ...each('fax', 'fax'),
  ...each('email', 'email', 'e mail', 'correo', 'correo electronico'),
  ...each('text', 'text', 'text message', 'mensaje de texto'),
  ...each('social', 'facebook', 'tweet', 'twitter', 'instagram', 'nextdoor'),
  ...each('counter', 'walk in', 'walkin', 'at the counter', 'at counter', 'en ventanilla'),
  ...each('commissioner', 'commissioner', 'comm', 'comisionado', 'comisionada', 'council member', 'councilman', 'councilwoman', 'councilmember', 'vice mayor', 'mayor'),
]);

function each(channel: Channel, ...phrases: readonly string[]): readonly (readonly [string, Channel])[] {
  return phrases.map((phrase) => [phrase, channel]);
}

const MOST_WORDS = 3;
const ARTICLES = new Set(['a', 'an', 'the', 'una', 'un', 'el', 'la']);

/** The channel, when the line begins with it; a guess where it may be what the call is about. */
export function findChannel(line: Line): Piece | null {
  const { tokens } = line;
  const begin = ARTICLES.has(tokens[0]?.folded ?? '') ? 1 : 0;
  for (let end = Math.min(tokens.length, begin + MOST_WORDS); end > begin; end -= 1) {
    const channel = WORDS.get(tokens.slice(begin, end).map(({ folded }) => folded).join(' '));
    const isInside = tokens.slice(begin, end - 1).some(({ endsPhrase }) => endsPhrase);
    if (channel === undefined || isInside || !isFree(line, begin, end) || !isHow(line, end, channel)) continue;
    const isFrom = isWrittenBy(line, end);
    const to = isFrom && channel !== 'commissioner' ? end + 1 : end;
    const said = saidBetween(line, begin, to);
    // `walk-in`, `letter from`: what comes behind needs it no more.
    const isAll = channel === 'counter' || to > end;
    if (isAll) take(line, 0, to);
    return { field: 'channel', said, value: channel, isGuess: channel === 'commissioner' || isOfSomebody(line, to), instead: [isAll ? 'description' : 'none'] };
  }
  return null;
}

/** `a letter came in`, `fax about …`; not `letter carrier`, `fax number`, `walk-in clinic`. */
const CAME_IN = /^(?:came|received|rec|recd|arrived|stamped|dated|recibid[ao]|llego|about|asking|complaining|requesting|to|message|post|comment|sobre)$/;
const NO_VISIT = /^(?:clinic|cooler|closet|freezer|center|hours|traffic|tub)$/;

function isHow(line: Line, end: number, channel: Channel): boolean {
  const { folded: next = '' } = line.tokens[end] ?? {};
  if (channel === 'counter') return !NO_VISIT.test(next);
  if (channel === 'commissioner') return isOfCommissioner(line, end);
  if (!isWritten(channel) && isOfSomebody(line, end + 1)) return false;
  return line.tokens[end - 1]?.endsPhrase === true || CAME_IN.test(next) || isWrittenBy(line, end) || line.tokens[end - 1]?.folded === 'petition';
}

/** `a letter from the city` may be what the call is about; `text from my neighbor` is. */
function isOfSomebody({ tokens }: Line, at: number): boolean {
  return ['from', 'de'].includes(tokens[at - 1]?.folded ?? '') && SMALL_WORDS.has(tokens[at]?.folded ?? '');
}

function isWrittenBy({ tokens }: Line, at: number): boolean {
  return ['from', 'de'].includes(tokens[at]?.folded ?? '') && tokens[at - 1]?.endsPhrase === false && at + 1 < tokens.length;
}

const OFFICE = /^(?:office|oficina|s)$/;

/** A complaint about one is no request of one. `commissioner reyes' office`, `commissioner reyes calling for …`, `commissioner reyes asks that …`. */
function isOfCommissioner({ tokens }: Line, at: number): boolean {
  const folded = tokens.slice(at, at + 4).flatMap((token) => token.folded.split(' '));
  return folded.slice(1).some((word) => OFFICE.test(word) || /^(?:asks|asked|asking|calling|calls|called|requests|requested|requesting|wants|forwarded|forwards|refers|referred|on|pide|llama|solicita)$/.test(word)) || OFFICE.test(folded[0] ?? '');
}

const RECEIVED = new Set(['received', 'received on', 'rec d', 'recd', 'stamped', 'date stamped', 'arrived', 'arrived on', 'came in', 'came in on', 'recibida', 'recibido', 'recibida el', 'recibido el', 'llego', 'llego el']);
const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)';
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
/** As the field Received reads it (`received/parse-day.ts`); folded, a word or up to five. */
const DATE = new RegExp(`^(?:today|yesterday|hoy|ayer|anteayer|(?:last )?(?:mon|tues?|wed|thur?s?|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?|lunes|martes|miercoles|jueves|viernes|${MONTH} ${DAY}(?: \\d{4})?|${DAY} (?:de )?${MONTH}(?: (?:de )?\\d{4})?)$`);
const NUMERIC = /^\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?$/;
const MOST_DATE_WORDS = 5;

/**
 * `received nov 19`, `stamped 11/20`, `recibida el 18 de noviembre`. For a line about something written only: a cart arrived yesterday, too.
 * The day a letter is dated is another one, and stays where it is said.
 */
export function findReceived(line: Line): Piece | null {
  const { tokens } = line;
  for (let from = 1; from < tokens.length; from += 1) {
    for (let at = Math.min(tokens.length - 1, from + 3); at > from; at -= 1) {
      if (!RECEIVED.has(tokens.slice(from, at).map(({ folded }) => folded).join(' '))) continue;
      const to = dateEnd(line, at);
      if (to === null || !isFree(line, from, to)) continue;
      const said = saidBetween(line, from, to);
      const value = saidBetween(line, at, to);
      take(line, from, to);
      return { field: 'received', said, value, isGuess: false, instead: ['description'] };
    }
  }
  return null;
}

function dateEnd({ tokens }: Line, from: number): number | null {
  if (NUMERIC.test(tokens[from]?.bare ?? '')) return from + 1;
  for (let to = Math.min(tokens.length, from + MOST_DATE_WORDS); to > from; to -= 1) {
    if (DATE.test(tokens.slice(from, to).map(({ folded }) => folded).join(' '))) return to;
  }
  return null;
}
