import { comparable } from '../row/row-text.ts';
import { ROLE_NAMES, type Role } from './roles.ts';
import type { ColumnSample } from './sample-table.ts';

export type FoundColumns = Readonly<Partial<Record<Role, ColumnSample>>>;

const LOOKS_LIKE_A_DATE = /\d{1,4}[-/. ](\d{1,2}|\p{L}{3,})[-/. ]\d{1,4}|^\d{8}(\d{6})?$/u;
const LOOKS_LIKE_A_TIME = /^\d{1,2}:\d{2}/;
const LOOKS_LIKE_A_POINT = /-?\d+\.\d+[,\s]+-?\d+\.\d+/;

/** What the values of a column must look like to play a role; a name alone may mislead. */
const VALUE_TESTS: Partial<Record<Role, (column: ColumnSample) => boolean>> = {
  sourceId: (column) => column.isUnique || mostly(column, (value) => /\d/.test(value) && !LOOKS_LIKE_A_DATE.test(value)),
  receivedDate: (column) => mostly(column, (value) => LOOKS_LIKE_A_DATE.test(value)),
  closedDate: (column) => mostly(column, (value) => LOOKS_LIKE_A_DATE.test(value)),
  receivedTime: (column) => mostly(column, (value) => LOOKS_LIKE_A_TIME.test(value)),
  closedTime: (column) => mostly(column, (value) => LOOKS_LIKE_A_TIME.test(value)),
  daysOpen: (column) => mostly(column, (value) => /^\d{1,5}$/.test(value)),
  latitude: (column) => mostly(column, (value) => isDegrees(value, 90)),
  longitude: (column) => mostly(column, (value) => isDegrees(value, 180)),
  point: (column) => mostly(column, (value) => LOOKS_LIKE_A_POINT.test(value)),
  address: (column) => mostly(column, (value) => /\p{L}/u.test(value) && !LOOKS_LIKE_A_POINT.test(value)),
  service: (column) => mostly(column, (value) => /\p{L}/u.test(value)),
  state: (column) => column.words !== null && column.words.size <= 60,
  channel: (column) => column.words !== null && column.words.size <= 60,
};

/** Roles in the order in which they choose; what is taken is not offered again. */
const ORDER: readonly Role[] = [
  'sourceId',
  'receivedDate',
  'receivedTime',
  'closedDate',
  'closedTime',
  'daysOpen',
  'latitude',
  'longitude',
  'point',
  'address',
  'state',
  'statusNote',
  'channel',
  'service',
  'serviceGroup',
  'department',
  'requesterPhone',
  'requesterEmail',
  'requesterName',
  'description',
];

/** Which column of a file plays which role, judged by its name and its values. A role without a column is left out. */
export function findColumns(columns: readonly ColumnSample[]): FoundColumns {
  const found: Partial<Record<Role, ColumnSample>> = {};
  const taken = new Set<ColumnSample>();
  for (const role of ORDER) {
    const free = columns.filter((column) => !taken.has(column) && column.isEverFilled && (VALUE_TESTS[role]?.(column) ?? true));
    const best = bestNamed(free, ROLE_NAMES[role]);
    if (best === null) continue;
    found[role] = best;
    taken.add(best);
  }
  return found;
}

function bestNamed(columns: readonly ColumnSample[], names: readonly string[]): ColumnSample | null {
  const scored = columns.map((column) => ({ column, score: nameScore(comparable(inWords(column.name)), names) })).filter(({ score }) => score > 0);
  return scored.sort((a, b) => b.score - a.score)[0]?.column ?? null;
}

/** Words that mean something only when they are the whole name: a “Street Name” is no citizen’s name. */
const SAYS_LITTLE: ReadonlySet<string> = new Set(
  'id number ref ticket date datum fecha time hora received created opened requested reported entered closed resolved completed finished type art request issue service problem topic subject title name nombre text ort notes state owner team area x y lat lon lng long response reason group detail comment via'.split(' '),
);

/** `CreatedDate` and `SRNumber` as people say them: Created Date, SR Number. */
function inWords(name: string): string {
  return name.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
}

/** Above 1 for the whole name (earlier names more), between 0 and 1 for a name that contains a listed one as words, else 0. */
function nameScore(name: string, names: readonly string[]): number {
  const exact = names.indexOf(name);
  if (exact >= 0) return 2 - exact / names.length;
  const inside = names.findIndex((listed) => !SAYS_LITTLE.has(listed) && ` ${name} `.includes(` ${listed} `));
  return inside >= 0 ? 1 - inside / names.length : 0;
}

function mostly({ values }: ColumnSample, test: (value: string) => boolean): boolean {
  const filled = values.filter((value) => value !== '');
  return filled.length > 0 && filled.filter(test).length >= filled.length * 0.8;
}

function isDegrees(value: string, limit: number): boolean {
  return /^[+-]?\d{1,3}([.,]\d+)?$/.test(value) && Math.abs(Number(value.replace(',', '.'))) <= limit;
}
