import type { Catalogue } from '../catalogue/catalogue.ts';
import { CASE_KINDS, CASE_STATES, CHANNELS } from '../domain/case.ts';
import { CHANNEL_LABELS, KIND_LABELS, STATE_LABELS } from '../domain/labels.ts';
import { foldText } from '../util/fold-text.ts';
import { foldName } from './query-keys.ts';

/** Something a token may name: its code, what it is called, and other names it answers to. */
export interface Named {
  readonly code: string;
  readonly name: string;
  readonly alsoCalled?: readonly string[];
}

export type NamedKey = 'department' | 'service' | 'assignee' | 'neighborhood' | 'state' | 'channel' | 'kind';

const STATES_IN_SPANISH = { new: 'nuevo', assigned: 'asignado', inProgress: 'en curso', onHold: 'en espera', closed: 'cerrado' };
const CHANNELS_IN_SPANISH = {
  phone: 'teléfono',
  counter: 'mostrador',
  letter: 'carta',
  fax: 'fax',
  email: 'correo electrónico',
  web: 'web',
  mobile: 'móvil',
  social: 'redes sociales',
  text: 'mensaje de texto',
  commissioner: 'comisionado',
  event: 'evento',
};
const KINDS_IN_SPANISH = { serviceRequest: 'solicitud', complaint: 'queja', inquiry: 'consulta', suggestion: 'sugerencia', compliment: 'felicitación' };

/** All that a token of this key may name, in the order the city lists them. */
export function namedFor(key: NamedKey, { departments, services, staff, neighborhoods }: Catalogue): readonly Named[] {
  switch (key) {
    case 'department':
      return departments.map(({ code, name }) => ({ code, name }));
    case 'service':
      return services.map(({ code, name, label }) => ({ code, name, alsoCalled: [label.en, label.es ?? ''].filter((one) => one !== '') }));
    case 'assignee':
      return staff.filter(({ isPerson }) => isPerson).map(({ id, name }) => ({ code: id, name }));
    case 'neighborhood':
      return neighborhoods.map(({ code, name }) => ({ code, name }));
    case 'state':
      return CASE_STATES.map((code) => ({ code, name: STATE_LABELS[code], alsoCalled: [STATES_IN_SPANISH[code]] }));
    case 'channel':
      return CHANNELS.map((code) => ({ code, name: CHANNEL_LABELS[code], alsoCalled: [CHANNELS_IN_SPANISH[code]] }));
    case 'kind':
      return CASE_KINDS.map((code) => ({ code, name: KIND_LABELS[code], alsoCalled: [KINDS_IN_SPANISH[code], ...(code === 'serviceRequest' ? ['request'] : [])] }));
  }
}

/**
 * Those that are meant: the one of that code or name, else all whose code begins like it or whose name has words that begin like each
 * of its words.
 */
export function findNamed(typed: string, named: readonly Named[]): readonly Named[] {
  const compact = foldName(typed);
  if (compact === '') return [];
  const exact = named.filter((one) => foldName(one.code) === compact || namesOf(one).some((name) => foldName(name) === compact));
  if (exact.length > 0) return exact;
  const words = foldText(typed).split(' ');
  return named.filter((one) => foldName(one.code).startsWith(compact) || namesOf(one).some((name) => beginWords(words, name)));
}

function beginWords(words: readonly string[], name: string): boolean {
  const own = foldText(name).split(' ');
  return words.every((word) => own.some((has) => has.startsWith(word)));
}

export function namesOf({ name, alsoCalled = [] }: Named): readonly string[] {
  return [name, ...alsoCalled];
}
