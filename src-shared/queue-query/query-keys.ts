/**
 * The words of the query language: what may stand before a colon, and what stands for itself. English and Spanish are both understood,
 * whatever language the interface has; text that is written by the app uses the first name of each.
 */

export const QUERY_KEYS = {
  department: ['dept', 'department', 'depto', 'departamento'],
  assignee: ['assignee', 'assigned', 'asignado', 'encargado'],
  service: ['service', 'servicio'],
  state: ['state', 'estado'],
  channel: ['channel', 'canal'],
  kind: ['kind', 'tipo'],
  neighborhood: ['neighborhood', 'hood', 'barrio'],
  is: ['is', 'es'],
  received: ['received', 'recibido'],
  due: ['due', 'vence'],
  closed: ['closed', 'cerrado'],
  call: ['call', 'llamar', 'llamada'],
  citizen: ['citizen', 'name', 'ciudadano', 'nombre'],
  place: ['place', 'at', 'lugar'],
} as const;
export type QueryKey = keyof typeof QUERY_KEYS;
export const QUERY_KEY_NAMES = Object.keys(QUERY_KEYS) as readonly QueryKey[]; // safe: the keys of the table above

export const DATE_KEYS = ['received', 'due', 'closed'] as const satisfies readonly QueryKey[];
export type DateKey = (typeof DATE_KEYS)[number];

/** What a case is or is not; after `is:`. */
export const QUERY_FLAGS = {
  overdue: ['overdue', 'vencido', 'atrasado'],
  duesoon: ['duesoon', 'porvencer'],
  open: ['open', 'abierto'],
  closed: ['closed', 'cerrado'],
  unassigned: ['unassigned', 'sinasignar', 'nobody'],
  mine: ['mine', 'mio'],
  answered: ['answered', 'responded', 'respondido', 'contestado'],
  late: ['late', 'waslate', 'tarde'],
  sealed: ['sealed', 'sellado', 'reservado'],
  major: ['major', 'majorrepair', 'obra'],
  joined: ['joined', 'coreported', 'varios'],
  unsent: ['unsent', 'waiting', 'sinenviar'],
} as const;
export type QueryFlag = keyof typeof QUERY_FLAGS;
export const QUERY_FLAG_NAMES = Object.keys(QUERY_FLAGS) as readonly QueryFlag[]; // safe: the keys of the table above

/** When somebody who did not answer is to be called again; after `call:`. */
export const CALL_WORDS = {
  due: ['due', 'now', 'ahora', 'toca'],
  today: ['today', 'hoy'],
  any: ['any', 'cualquiera'],
} as const;
export type CallWord = keyof typeof CALL_WORDS;
export const CALL_WORD_NAMES = Object.keys(CALL_WORDS) as readonly CallWord[]; // safe: the keys of the table above

/** Flags that may stand without `is:`, for nobody looks for these words in what citizens said. In quotes they are words. */
const BARE_FLAGS: readonly QueryFlag[] = ['overdue', 'duesoon', 'unassigned'];

const keyByName = new Map<string, QueryKey>(QUERY_KEY_NAMES.flatMap((key) => QUERY_KEYS[key].map((name) => [name, key] as const)));
const flagByName = new Map<string, QueryFlag>(QUERY_FLAG_NAMES.flatMap((flag) => QUERY_FLAGS[flag].map((name) => [name, flag] as const)));

/** Letters and digits only, without accents: `Mío` and `mio` are one. */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

export function keyOfName(text: string): QueryKey | null {
  return keyByName.get(foldName(text)) ?? null;
}

export function flagOfName(text: string): QueryFlag | null {
  return flagByName.get(foldName(text)) ?? null;
}

export function callWordOfName(text: string): CallWord | null {
  const name = foldName(text);
  return CALL_WORD_NAMES.find((word) => CALL_WORDS[word].some((one) => one === name)) ?? null;
}

export function bareFlag(text: string): QueryFlag | null {
  const flag = flagOfName(text);
  return flag !== null && BARE_FLAGS.includes(flag) ? flag : null;
}

/** The name the app writes. */
export function nameOfKey(key: QueryKey): string {
  return QUERY_KEYS[key][0];
}

export function allKeyNames(): readonly string[] {
  return [...keyByName.keys()];
}
