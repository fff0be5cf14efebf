import type { Service } from '../catalogue/catalogue.ts';
import { type HeardWords, SMALL_WORDS } from '../catalogue/heard-words.ts';
import { serviceIndex } from '../catalogue/service-index.ts';
import { Channel, isWritten } from '../domain/case.ts';
import type { TrackingNumber } from '../tracking-number/tracking-number.ts';
import { foldText } from '../util/fold-text.ts';
import { greetingLength, MAY_GO } from './connecting.ts';
import { type Emergency, emergencyIn } from './emergency.ts';
import { findAnonymous } from './find-anonymous.ts';
import { findChannel, findReceived } from './find-channel.ts';
import { findName } from './find-name.ts';
import { findEmails, findNumbers } from './find-numbers.ts';
import { findOnBehalf } from './find-on-behalf.ts';
import { findPlaces, type Mention } from './find-place.ts';
import { findAnswers, findService, type FoundService } from './find-service.ts';
import { lineOf, take } from './line.ts';
import type { Line, Piece, SaidField } from './pieces.ts';

/** What the workstation knows while the line is typed; the rest of what is known comes as it is found. */
export interface Known {
  readonly services: readonly Service[];
  readonly heard: HeardWords;
  /** Folded names of callers that were found for it. */
  readonly callers: ReadonlySet<string>;
  readonly isCase: (number: TrackingNumber) => boolean;
  /** Places of the city's own list that stand in the line. */
  readonly mentions: readonly Mention[];
  /** Fields of the draft that have something already: more of it goes to the description, where nothing is overwritten. */
  readonly filled: ReadonlySet<SaidField>;
  /** The service that is chosen already; null: none is. */
  readonly service: Service | null;
}

/**
 * Where each piece of a line belongs, in the order of the fields. Whatever is not understood is the last piece, for the description:
 * every word of the line is in some piece, save small ones that only join or announce.
 */
export function understand(text: string, known: Known): readonly Piece[] {
  const line = lineOf(text);
  const greeting = greetingLength(line.tokens.map(({ folded }) => folded));
  if (greeting < line.tokens.length) take(line, 0, greeting);
  const channel = known.filled.has('channel') ? null : findChannel(line);
  const isInWriting = channel !== null && isWritten(Channel.parse(channel.value));
  const received = isInWriting && !known.filled.has('received') ? findReceived(line) : null;
  const emails = findEmails(line);
  const numbers = findNumbers(line, known.isCase);
  const { fitsOf } = wordsOf(known);
  const emergency = emergencyIn(text);
  const noNames = new Set([...foldText(emergency?.said ?? '').split(' '), ...line.tokens.slice(0, greeting).map(({ folded }) => folded)]);
  const isServiceWord = (folded: string): boolean => noNames.has(folded) || known.heard.has(folded) || fitsOf(folded).some(({ fit }) => fit >= 0.9);
  const places = findPlaces(line, known.mentions, isServiceWord);
  const names = { callers: known.callers, isServiceWord, isWanted: !known.filled.has('name') };
  const onBehalfOf = findOnBehalf(line, names);
  const name = findName(line, names);
  const isNamed = [...numbers, ...emails].length > 0 || name?.isGuess === false || NAMING.some((field) => known.filled.has(field));
  const anonymous = isNamed || known.filled.has('anonymous') ? null : findAnonymous(line);
  const left = leftOver(line);
  const service = known.service === null ? serviceIn(left, emergency, known) : null;
  const chosen = known.service ?? service?.service ?? null;
  const answers = chosen === null ? [] : findAnswers(left, chosen).filter(({ field }) => !known.filled.has(field));
  const found = [...[channel, received].filter((piece) => piece !== null), ...numbers, ...(name === null ? [] : [name]), ...(onBehalfOf === null ? [] : [onBehalfOf]), ...(anonymous === null ? [] : [anonymous]), ...emails, ...places, ...(service === null ? [] : [service.piece]), ...answers, ...language(line, known)];
  const placed = oneForEach(found, known.filled);
  const stays = service?.saysAll === true ? '' : left;
  const rest = [...placed.surplus.map(({ said }) => said), stays].filter((words) => words !== '').join('\n');
  if (rest === '' && placed.pieces.length === 0) return whole(text.trim());
  return rest === '' ? placed.pieces : [...placed.pieces, { field: 'description', said: rest, value: rest, isGuess: false, instead: [] }];
}

/** Nothing of it was understood: as it was said. */
function whole(said: string): readonly Piece[] {
  return said === '' ? [] : [{ field: 'description', said, value: said, isGuess: false, instead: [] }];
}

/** The service that the words speak of. What is for 911 first speaks of none ("gas smell" is no water that smells), and what is said beside it makes a guess. */
function serviceIn(words: string, emergency: Emergency | null, { services, heard }: Known): FoundService | null {
  const found = findService(words, services, heard);
  if (emergency === null || found === null) return found;
  const byOthers = findService(` ${foldText(words)} `.replace(` ${foldText(emergency.said)} `, ' ').trim(), services, heard);
  // "Tree fell, wire down": a crew of the city is called so too.
  if (emergency.kind === 'wire' && byOthers?.service !== found.service) return found;
  return byOthers && { ...byOthers, piece: { ...byOthers.piece, said: words, isGuess: true }, saysAll: false };
}

/** Whoever gives one of these is not anonymous. */
const NAMING = ['phone', 'name', 'email'] as const;

function wordsOf({ services }: Known): ReturnType<typeof serviceIndex> {
  return serviceIndex(services);
}

/** A field takes one piece, and none when it has one: what is too much is the description's. */
function oneForEach(found: readonly Piece[], filled: ReadonlySet<SaidField>): { readonly pieces: readonly Piece[]; readonly surplus: readonly Piece[] } {
  const used = new Set<SaidField>(filled);
  const pieces: Piece[] = [];
  const surplus: Piece[] = [];
  for (const piece of found) {
    if (used.has(piece.field)) surplus.push(piece);
    else {
      used.add(piece.field);
      pieces.push(piece);
    }
  }
  return { pieces, surplus };
}

/** The free words in their order; nothing when they only join what was understood. */
function leftOver({ tokens, taken }: Line): string {
  const isAnyTaken = taken.includes(true);
  const free = tokens.map((token, at) => ({ token, at })).filter(({ at }) => taken[at] !== true);
  if (isAnyTaken && free.every(({ token: { folded } }) => mayGo(folded))) return '';
  const runs: { words: string[]; folded: string[]; isNewPhrase: boolean }[] = [];
  let before = -2;
  for (const { token, at } of free) {
    if (at !== before + 1 || runs.length === 0) runs.push({ words: [], folded: [], isNewPhrase: /(?:[,;]| [-–—/|*•]+)$/.test(tokens[at - 1]?.text ?? '') });
    runs.at(-1)?.words.push(token.text);
    runs.at(-1)?.folded.push(token.folded);
    before = at;
  }
  for (const run of runs) dropJoining(run, isAnyTaken);
  // A run of nothing but "and", "at", "my number is" between two understood pieces joins them, and goes.
  const kept = runs.filter(({ folded }) => !isAnyTaken || !folded.every(mayGo));
  if (isAnyTaken && kept[0]) dropLeadingAnd(kept[0]);
  // "a couch on the curb at 12 gull lane, not mine": the comma stays when the place goes.
  const said = kept.map(({ words, isNewPhrase }, at) => `${at === 0 ? '' : isNewPhrase && !/\p{P}$/u.test(kept[at - 1]?.words.at(-1) ?? '') ? ', ' : ' '}${words.join(' ')}`);
  return said.join('').replace(/^[\s,;.:–—/|*•-]+|[\s,;:–—/|*•-]+$/g, '');
}

/** `I'm` is two words when it is folded. */
function mayGo(folded: string): boolean {
  return folded.split(' ').every((word) => word === '' || MAY_GO.has(word));
}

/** "big hole at", when the place itself is understood: what only leads there goes with it. */
function dropJoining(run: { words: string[]; folded: string[] }, isAnyTaken: boolean): void {
  while (isAnyTaken && run.words.length > 1 && LEADS_ON.has(run.folded.at(-1) ?? '')) {
    run.words.pop();
    run.folded.pop();
  }
}

/** "i live at 5 elm st and there is": what it joined is understood. */
function dropLeadingAnd(run: { words: string[]; folded: string[] }): void {
  while (run.words.length > 1 && /^(?:and|but|y|pero)$/.test(run.folded[0] ?? '')) {
    run.words.shift();
    run.folded.shift();
  }
}

const LEADS_ON = new Set(['at', 'on', 'in', 'and', 'from', 'en', 'y', 'the', 'la', 'de']);

/** Small words that only Spanish has; two of them, and more than of English. */
const SPANISH = new Set('el la los las una un mi en de del que hay esta estan por para con se muy frente calle casa desde hace y es soy llamo hola buenas buenos quiero tengo nos nuestra pero donde aqui'.split(' '));
const ENGLISH = new Set('the a an is are my there in on at of and it was has have to for with not this that'.split(' '));

function language({ tokens }: Line, { filled }: Known): readonly Piece[] {
  if (filled.has('language')) return [];
  const words = new Set(tokens.map(({ folded }) => folded));
  if (ASKS_FOR_SPANISH.test(tokens.map(({ folded }) => folded).join(' '))) return [{ field: 'language', said: 'Spanish', value: 'es', isGuess: false, instead: ['none'] }];
  const spanish = [...words].filter((word) => SPANISH.has(word)).length;
  const english = [...words].filter((word) => ENGLISH.has(word) || (SMALL_WORDS.has(word) && !SPANISH.has(word))).length;
  const hasMore = [...words].some((word) => SPANISH_ONLY.has(word));
  return spanish >= 2 && hasMore && spanish > english ? [{ field: 'language', said: 'Spanish', value: 'es', isGuess: true, instead: ['none'] }] : [];
}

/** Said of somebody, in whichever language. */
const ASKS_FOR_SPANISH = /\b(?:(?:speaks?|speaking) (?:only )?spanish|spanish (?:please|only|speaker|speaking)|(?:in|wants) spanish|(?:habla|hablan|hablo|en|solo|prefiere|prefiero) espanol)\b/;

/** Street names have `la`, `los` and `del` too: one word that no street has must be there. */
const SPANISH_ONLY = new Set('hay esta estan mi una un llamo soy muy se frente casa desde hace que por para es con tiene basura agua hola buenas buenos quiero tengo nos nuestra pero donde aqui'.split(' '));
