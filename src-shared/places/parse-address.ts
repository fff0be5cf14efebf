/**
 * What somebody says of a place, taken apart without knowing the city: `near 240 1/2 NW Elm Street apt 4`, `elm & 3rd`, `the 200
 * block of elm`, `across from the library`. Whether there is such a street is for the gazetteer to say (`src-data/places/`).
 */
import { foldText } from '../util/fold-text.ts';
import { DIRECTIONS, ordinal, STREET_TYPES, streetWords, UNIT_LABELS, UNIT_WORDS } from './street-words.ts';

/** How the place stands to the words: `near`, `acrossFrom` and the like say that it is not the very spot. */
export type PlaceRelation = 'at' | 'near' | 'acrossFrom' | 'behind';

export interface ParsedUnit {
  /** In the form of `UNIT_LABELS`; `#` when only a number was said. */
  readonly type: string;
  /** In capitals: `4`, `B`, `12-C`. */
  readonly id: string;
}

/**
 * `address`: a number with a street. `block`: a hundred of a street (`number` is where it begins). `crossing`: two streets.
 * `words`: a street without a number, a landmark, or anything else. `street` and `cross` are words in the form they are compared in
 * (`streetWords`), empty where there are none; they may hold a city or other words that no street has.
 */
export interface ParsedAddress {
  readonly kind: 'address' | 'block' | 'crossing' | 'words';
  readonly relation: PlaceRelation;
  readonly number: number | null;
  /** `1/2`, or empty. */
  readonly fraction: string;
  readonly street: readonly string[];
  readonly cross: readonly string[];
  readonly unit: ParsedUnit | null;
  /** Five digits, or empty. */
  readonly zip: string;
}

const RELATIONS: readonly (readonly [PlaceRelation, RegExp])[] = [
  ['acrossFrom', /^(?:right |just )?(?:across (?:the street )?from|opposite(?: of| to)?|frente a|enfrente de)\s+/],
  ['behind', /^(?:right |just )?(?:in back of|behind|detras de)\s+/],
  ['near', /^(?:right |just |somewhere )?(?:near(?:by)?(?: to)?|close to|next to|around|by|beside|in front of|outside(?: of)?|past|cerca de|al lado de|junto a)\s+/],
  ['at', /^(?:at|on|in|en)\s+/],
];
const CROSSING_BEFORE = /^(?:the |la )?(?:corner|intersection|crossing|esquina|cruce|interseccion)(?: of| at| de)?\s+/;
const BETWEEN_STREETS = /\s+(?:&|and|y|at|@|con|cross of|corner of|esq(?:uina)?(?: con| y| de)?)\s+|\s*(?:&|@)\s*|\s*\/\s*(?=[a-z0-9])/;
const BLOCK = /^(?:the )?(\d{1,6})(?:'?s)? (?:block|blk|cuadra)(?: of| on| de)?\s+(.+)$|^(.+?)\s+(\d{1,6}) (?:block|blk)$/;
const NUMBER = /^(?:#\s*)?(\d{1,6})(?:-\d{1,6})?(?:\s*-?\s*([a-z])(?=\s))?\s+(?:(1\/2|1\/3|1\/4|2\/3|3\/4)\s+)?(.+)$/;
const UNIT_AT_END = new RegExp(`(?:^|\\s)(?:(${[...UNIT_WORDS.keys()].sort((a, b) => b.length - a.length).join('|')})\\.?\\s*#?\\s*|#\\s*)(\\d{1,5}-?[a-z]?|[a-z]{1,2}-?\\d{0,5})$`);
const UNIT_AT_START = new RegExp(`^(${[...UNIT_WORDS.keys()].sort((a, b) => b.length - a.length).join('|')})\\.?\\s*#?\\s*(\\d{1,5}-?[a-z]?|[a-z])\\s*(?:,|at|of)?\\s+(?=\\d)`);

/** `calle Roble 12`, `avenida los Olivos #55`: in Spanish the number stands last. */
const NUMBER_LAST = /^(?:la |el )?((?:calle|avenida|avda?|camino|paseo|carretera)\s+(?!.*\b(?:calle|avenida|avda?|y|con|esq|esquina)\b).+?)\s+(?:#\s*|numero\s+|num\s+|no\s+)?(\d{1,6})\b(.*)$/;
/** `6a calle`, `3ra avenida`. */
const SPANISH_ORDINAL = /\b(\d{1,3})(?:a|ra|era|da|ta|ma|va|na)(?=\s+(?:calle|avenida|avda?)\b)/g;

const NOTHING = { number: null, fraction: '', street: [], cross: [], unit: null, zip: '' } as const;

/** Never throws; an empty text gives `words` of none. */
export function parseAddress(text: string): ParsedAddress {
  const { parts, zip } = partsOf(text);
  const early = unitFirst(parts);
  const { relation, rest } = relationOf(early.parts[0] ?? '');
  const said = takeUnit(rest.replace(NUMBER_LAST, '$2 $1$3'), early.parts.slice(1));
  const streets = streetsOf(said.rest);
  return { ...NOTHING, ...streets, unit: early.unit ?? said.unit ?? streets.unit ?? null, relation, zip };
}

/** Small letters without accents, the signs that mean something kept; what stands between commas apart. */
function partsOf(text: string): { readonly parts: readonly string[]; readonly zip: string } {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’']/g, '').replace(/\b([nsew])\.\s?([ew])\./g, '$1$2 ').replace(/\./g, ' ').replace(SPANISH_ORDINAL, (_said, number: string) => ordinal(Number(number)));
  const kept = plain.replace(/[^\p{L}\p{N}#&@/,;\n-]+/gu, ' ');
  const all = kept.split(/[,;\n]/).map((part) => part.replace(/\s+/g, ' ').trim()).filter((part) => part !== '');
  const last = all.at(-1) ?? '';
  const zip = /(?:^|\s)(\d{5})(?:-?\d{4})?$/.exec(last);
  // Five digits at the end of the only part may be all there is: `12345` alone is no ZIP code.
  if (zip === null || (all.length === 1 && zip.index === 0)) return { parts: all, zip: '' };
  const before = last.slice(0, zip.index).trim();
  return { parts: [...all.slice(0, -1), ...(before === '' ? [] : [before])], zip: zip[1] ?? '' };
}

function relationOf(text: string): { readonly relation: PlaceRelation; readonly rest: string } {
  for (const [relation, words] of RELATIONS) {
    const said = words.exec(text);
    if (said !== null) return { relation, rest: text.slice(said[0].length).replace(/^(?:the|el|la|los|las)\s+/, '') };
  }
  return { relation: 'at', rest: text };
}

function unitOf(type: string | undefined, id: string | undefined): ParsedUnit {
  return { type: type === undefined ? '#' : (UNIT_WORDS.get(type) ?? '#'), id: (id ?? '').toUpperCase() };
}

/** `apt 4, 240 Elm` and `apt 4 at 240 Elm`. */
function unitFirst(parts: readonly string[]): { readonly unit: ParsedUnit | null; readonly parts: readonly string[] } {
  const [first = '', second, ...others] = parts;
  const alone = second !== undefined && /^\d/.test(second) ? UNIT_AT_END.exec(first) : null;
  if (alone?.index === 0) return { unit: unitOf(alone[1], alone[2]), parts: [second ?? '', ...others] };
  const before = UNIT_AT_START.exec(first);
  return before === null ? { unit: null, parts } : { unit: unitOf(before[1], before[2]), parts: [first.slice(before[0].length), ...parts.slice(1)] };
}

/** The unit, behind the street or behind a comma. What else stands behind a comma is the city, and says nothing of the spot. */
function takeUnit(text: string, others: readonly string[]): { readonly rest: string; readonly unit: ParsedUnit | null } {
  const found = UNIT_AT_END.exec(text);
  // "space 4" alone names a place, not a part of one.
  if (found !== null && found.index > 0) return { rest: text.slice(0, found.index).trim(), unit: unitOf(found[1], found[2]) };
  for (const other of others) {
    const behind = UNIT_AT_END.exec(other);
    if (behind?.index === 0) return { rest: text, unit: unitOf(behind[1], behind[2]) };
  }
  return { rest: text, unit: null };
}

type Streets = Pick<ParsedAddress, 'kind'> & Partial<Pick<ParsedAddress, 'number' | 'fraction' | 'street' | 'cross' | 'unit'>>;

function streetsOf(text: string): Streets {
  const block = BLOCK.exec(text);
  if (block !== null) return { kind: 'block', number: Number(block[1] ?? block[4]), street: wordsOf(block[2] ?? block[3] ?? '') };
  const numbered = CROSSING_BEFORE.test(text) ? null : NUMBER.exec(text);
  const isStreet = numbered !== null && !isOrdinalStreet(numbered[4] ?? '');
  if (isStreet) return numberedStreet(numbered);
  const [street = '', cross = '', ...more] = text.replace(CROSSING_BEFORE, '').split(BETWEEN_STREETS);
  if (cross !== '' && street !== '' && more.length === 0) return { kind: 'crossing', street: wordsOf(street), cross: wordsOf(cross) };
  return { kind: 'words', street: wordsOf(text.replace(CROSSING_BEFORE, '')) };
}

/** `12 and Elm`: a crossing of a street that is named by its number. */
function isOrdinalStreet(rest: string): boolean {
  return /^(?:&|and|y|@|at)\s/.test(rest);
}

function numberedStreet([, number = '', letter, fraction = '', rest = '']: RegExpExecArray): Streets {
  // A letter behind the number is the street's when nothing else is left: `240 B St`.
  const isOwnStreet = letter !== undefined && (STREET_TYPES.has(rest) || DIRECTIONS.has(letter));
  const street = wordsOf(isOwnStreet ? `${letter} ${rest}` : rest);
  const unit = letter === undefined || isOwnStreet ? {} : { unit: { type: '#', id: letter.toUpperCase() } };
  return { kind: 'address', number: Number(number), fraction, street, ...unit };
}

function wordsOf(text: string): readonly string[] {
  return streetWords(foldText(text).split(' ').filter((word) => word !== ''));
}

/** `Apt 4`, `#B`; empty for none. */
export function unitText(unit: ParsedUnit | null): string {
  if (unit === null) return '';
  const label = UNIT_LABELS[unit.type] ?? '#';
  return label === '#' ? `#${unit.id}` : `${label} ${unit.id}`;
}
