import { nameEnd, type KnownNames, titledEnd } from './find-name.ts';
import { GIVEN_NAMES } from './given-names.ts';
import { isFree, saidBetween, take } from './line.ts';
import type { Line, Piece } from './pieces.ts';
import { withCapitals } from './with-capitals.ts';

/** Said by somebody who asks for another. */
const FOR = words('on behalf of|behalf of|calling for|calling in for|calls for|called for|asking for|en nombre de|de parte de|llamo por|llama por|llamando por');
/** Says it only before what somebody is to the caller: "for my mother", not "the bill for water". */
const FOR_SOMEBODY = words('for|por|para');
const WHOSE = words('my|his|her|our|their|a|an|the|one of my|mi|su|un|una|nuestra|nuestro');
const RELATION = words(
  'mother|mom|mum|father|dad|parents|wife|husband|son|daughter|brother|sister|grandmother|grandma|grandfather|grandpa|aunt|uncle|cousin|mother in law|father in law|friend|neighbor|neighbour|tenant|client|patient|resident|citizen|constituent|' +
    'madre|mama|padre|papa|esposa|esposo|hijo|hija|hermano|hermana|abuela|abuelo|tia|tio|prima|primo|suegra|suegro|amiga|amigo|vecina|vecino|inquilino|inquilina|paciente|residente|ciudadano|ciudadana',
);

/** Whom somebody calls for: `calling for my mother Ruth Abelson`, `for a resident, Mr. Pierce`. What the two are to each other stays in the description. */
export function findOnBehalf(line: Line, known: KnownNames): Piece | null {
  const folded = line.tokens.map((token) => token.folded);
  for (let from = 2; from < folded.length; from += 1) {
    const related = wordsBefore(folded, from, RELATION);
    const whose = related === 0 ? 0 : wordsBefore(folded, from - related, WHOSE);
    const isSomebody = whose > 0;
    const at = isSomebody ? from - related - whose : from;
    if (wordsBefore(folded, at, FOR) === 0 && !(isSomebody && wordsBefore(folded, at, FOR_SOMEBODY) > 0)) continue;
    const to = titledEnd(line, from, known) ?? nameEnd(line, from, known, isSomebody);
    const isName = to > from + 1 || (isSomebody && to === from + 1 && GIVEN_NAMES.has(folded[from] ?? ''));
    if (!isName || !isFree(line, from, to)) continue;
    const said = saidBetween(line, from, to);
    take(line, from, to);
    return { field: 'onBehalfOf', said, value: withCapitals(said), isGuess: !isSomebody, instead: ['name', 'description'] };
  }
  return null;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split('|'));
}

const LONGEST = 4;

/** How many words right before `at` are one of these phrases, the longest; 0: none. */
function wordsBefore(folded: readonly string[], at: number, phrases: ReadonlySet<string>): number {
  for (let length = Math.min(LONGEST, at); length > 0; length -= 1) if (phrases.has(folded.slice(at - length, at).join(' '))) return length;
  return 0;
}
