/** How it reached the city, when the line begins with that: `letter from …`, `fax received nov 19`, `walk-in`, `commissioner Reyes' office`. */
import type { Channel } from '../domain/case.ts';
import { isFree, saidBetween, take } from './line.ts';
import type { Line, Piece } from './pieces.ts';

const WORDS: ReadonlyMap<string, Channel> = new Map([
  ...each('letter', 'letter from', 'letter', 'mail from', 'anonymous letter', 'petition', 'carta de', 'carta'),
  ...each('fax', 'fax from', 'fax', 'faxed'),
  ...each('email', 'email from', 'e mail from', 'email received', 'email stamped', 'email about', 'emailed', 'correo de', 'correo electronico de'),
  ...each('text', 'text from', 'text message', 'mensaje de texto'),
  ...each('social', 'facebook', 'tweet', 'twitter', 'instagram', 'nextdoor'),
  ...each('counter', 'walk in', 'walkin', 'at the counter', 'at counter', 'en ventanilla'),
  ...each('commissioner', 'commissioner', 'comm', 'comisionado', 'comisionada', 'council member', 'councilman', 'councilwoman', 'councilmember', 'vice mayor', 'mayor'),
]);

function each(channel: Channel, ...phrases: readonly string[]): readonly (readonly [string, Channel])[] {
  return phrases.map((phrase) => [phrase, channel]);
}

const MOST_WORDS = 4;
const ARTICLES = new Set(['a', 'an', 'the', 'una', 'un', 'el', 'la']);
/** `letter carrier`, `letter to the mayor`: a letter that came in is said so. */
const CAME_IN = /^(?:came|received|rec|recd|arrived|stamped|dated|recibida|llego|about|asking|complaining|requesting)/;
/** A complaint about one is no request of one: only whose name or office follows. */
const OFFICE = /^(?:office|oficina|s)$/;

export function findChannel(line: Line): Piece | null {
  const { tokens } = line;
  const begin = ARTICLES.has(tokens[0]?.folded ?? '') ? 1 : 0;
  for (let to = Math.min(tokens.length, begin + MOST_WORDS); to > begin; to -= 1) {
    const phrase = tokens.slice(begin, to).map(({ folded }) => folded).join(' ');
    const channel = WORDS.get(phrase);
    const isInside = tokens.slice(begin, to - 1).some(({ endsPhrase }) => endsPhrase);
    if (channel === undefined || isInside || !isFree(line, begin, to) || (channel === 'commissioner' && !isOfCommissioner(line, to))) continue;
    if (/^(?:letter|carta)$/.test(phrase) && tokens[to - 1]?.endsPhrase === false && !CAME_IN.test(tokens[to]?.folded ?? '')) continue;
    const said = saidBetween(line, begin, to);
    // `walk-in`, `letter from`: what comes behind needs it no more.
    const isAll = channel === 'counter' || / (?:from|de)$/.test(phrase);
    if (isAll) take(line, 0, to);
    return { field: 'channel', said, value: channel, isGuess: channel === 'commissioner', instead: [isAll ? 'description' : 'none'] };
  }
  return null;
}

/** `commissioner reyes' office`, `commissioner reyes calling for …`, `commissioner reyes asks that …`. */
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

/** `received nov 19`, `stamped 11/20`, `recibida el 18 de noviembre`: of something written. The day it is dated is another one, and stays where it is said. */
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
