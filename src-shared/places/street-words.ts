/**
 * The words addresses are made of, each with the one form it is compared in: `Northwest`, `N.W.` and `nw` are `nw`; `Street`, `Str` and
 * `calle` are `st`; `fourth` is `4th`. English as the Postal Service abbreviates it (Publication 28), and the Spanish that callers use.
 */
const list = (text: string): readonly string[] => text.split(' ');
const table = (lines: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(lines).flatMap(([short, words]) => [[short, short] as const, ...list(words).map((word) => [word, short] as const)]));

export const DIRECTIONS = table({
  n: 'north norte', s: 'south sur', e: 'east este', w: 'west oeste',
  ne: 'northeast noreste', nw: 'northwest noroeste', se: 'southeast sureste', sw: 'southwest suroeste',
});

/** `calle` and its like stand before the name, all others behind it. */
export const STREET_TYPES = table({
  aly: 'alley allee ally callejon', ave: 'av aven avenu avenue avnue avenida avda', blvd: 'boul boulevard boulv bulevar', bnd: 'bend', byp: 'bypass',
  cir: 'circ circle circl', cres: 'crescent', crst: 'crest', cswy: 'causeway', ct: 'court crt', cv: 'cove', dr: 'drive drv driv', expy: 'expressway', fwy: 'freeway',
  gln: 'glen', grn: 'green', hbr: 'harbour', hts: 'heights', hwy: 'highway hiway hway carretera', isle: 'isles', jct: 'junction', lndg: 'landing', ln: 'lane', loop: 'loops', mnr: 'manor',
  mdws: 'meadows', mtwy: 'motorway', opas: 'overpass', pkwy: 'parkway pkway pky', pl: 'place', plz: 'plaza plza', pt: 'point', rd: 'road camino', rdg: 'ridge', rte: 'route ruta',
  row: 'rows', run: 'runs', sq: 'square squ', st: 'street str strt calle saint', ter: 'terrace terr', trce: 'trace', trfy: 'trafficway', trl: 'trail', tpke: 'turnpike', vw: 'view',
  walk: 'walks', way: 'wy', xing: 'crossing',
});

/** What a part of a building is called, with the words staff read: `apt` is `Apt`. */
export const UNIT_WORDS = table({
  apt: 'apartment apto apartamento depto departamento', unit: 'unidad int interior', ste: 'suite', lot: 'lote', spc: 'space sp', rm: 'room', bldg: 'building edificio', fl: 'floor piso', ofc: 'office oficina', trlr: 'trailer',
});
export const UNIT_LABELS: Readonly<Record<string, string>> = {
  apt: 'Apt', unit: 'Unit', ste: 'Suite', lot: 'Lot', spc: 'Space', rm: 'Room', bldg: 'Bldg', fl: 'Floor', ofc: 'Office', trlr: 'Trailer', '#': '#',
};

const ONES = list('first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth');
const TENS = list('twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth');
const TENS_BEFORE = list('twenty thirty forty fifty sixty seventy eighty ninety');
const ORDINALS = new Map<string, number>([...ONES.map((word, at) => [word, at + 1] as const), ...TENS.map((word, at) => [word, (at + 2) * 10] as const)]);
ORDINALS.set('primera', 1).set('segunda', 2).set('tercera', 3).set('cuarta', 4).set('quinta', 5).set('sexta', 6).set('septima', 7).set('octava', 8).set('novena', 9).set('decima', 10);

/** `4` gives `4th`, `22` gives `22nd`. */
export function ordinal(value: number): string {
  const teens = value % 100 >= 11 && value % 100 <= 13;
  return `${value}${teens ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`;
}

/**
 * Words of a street in the form they are compared in. `words` are folded already (lower case, no accents). `north west` is one
 * word, `twenty first` too; what is no word of streets stays as it is.
 */
export function streetWords(words: readonly string[]): readonly string[] {
  const out: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', next = ''] = [words[at], words[at + 1]];
    const joined = twoAsOne(word, next);
    out.push(joined ?? one(word));
    if (joined !== null) at += 1;
  }
  return out;
}

function twoAsOne(word: string, next: string): string | null {
  const [first, second] = [DIRECTIONS.get(word) ?? '', DIRECTIONS.get(next) ?? ''];
  if ((first === 'n' || first === 's') && (second === 'e' || second === 'w')) return first + second;
  const tens = TENS_BEFORE.indexOf(word);
  const ones = ONES.indexOf(next);
  return tens >= 0 && ones >= 0 && ones < 9 ? ordinal((tens + 2) * 10 + ones + 1) : null;
}

function one(word: string): string {
  const counted = ORDINALS.get(word);
  if (counted !== undefined) return ordinal(counted);
  return DIRECTIONS.get(word) ?? STREET_TYPES.get(word) ?? word.replace(/^0+(?=\d+(st|nd|rd|th)$)/, '');
}
