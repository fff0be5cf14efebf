/**
 * Made-up citizens and places for practice mode. Every phone number is of the kind that no one can be called on (555-01..); streets
 * are the city's own where it has named some, so that neighborhoods and the gazetteer have something to say.
 */
import type { Catalogue } from '../catalogue/catalogue.ts';
import { digitsOf } from '../util/fold-text.ts';

const NAMES = [
  ...['Marta Quill', 'Desmond Achebe', 'Lourdes Ferrán', 'Ivy Sundqvist', 'Peter Tuohy', 'Noor Rahmani', 'Gloria Baptiste', 'Walter Nygaard'],
  ...['Yolanda Prieto', 'Earl Whitcomb', 'Mei-Ling Zhao', 'Ruth Abernathy', 'Tomás Urrutia', 'Vera Kowalczyk', 'Leroy Gaines', 'Hattie Moss'],
  ...['Inés Villalobos', 'Samuel Oyelaran', 'Bridget Farrell', 'Chester Lomax', 'Aiko Tanabe', 'Rosa Delacroix', 'Milton Pruitt', 'Edda Lindqvist'],
];
const STREETS = ['elm street', 'oak avenue', 'maple drive', 'mill road', 'chapel lane', 'garden court'];

/** The nth made-up citizen's name. */
export function madeUpName(nth: number): string {
  return NAMES[nth % NAMES.length] ?? '';
}

/** The nth made-up phone number, in the city's own area code; there are a hundred. */
export function madeUpPhone({ city }: Pick<Catalogue, 'city'>, nth: number): string {
  const digits = digitsOf(city.phone);
  const area = digits.length === 10 ? digits.slice(0, 3) : '555';
  return `(${area}) 555-01${String(nth % 100).padStart(2, '0')}`;
}

/** The nth made-up address, `214 Harbor Street`. */
export function madeUpPlace({ neighborhoods }: Pick<Catalogue, 'neighborhoods'>, nth: number): string {
  const named = neighborhoods.filter(({ isActive }) => isActive).flatMap(({ streets }) => streets);
  const streets = named.length > 0 ? named : STREETS;
  return `${200 + ((nth * 37) % 700)} ${titled(streets[nth % streets.length] ?? 'elm street')}`;
}

/** `3rd street` as it stands on a sign: `3rd Street`. */
function titled(folded: string): string {
  return folded.replace(/(^|\s)\p{L}/gu, (start) => start.toUpperCase());
}
