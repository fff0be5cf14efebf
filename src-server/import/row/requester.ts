import type { Person } from '../../../src-shared/domain/case.ts';
import type { Mapping, TextFrom } from '../mapping/mapping.ts';
import { lineFrom, type RowReader } from './row-text.ts';

export interface Requester {
  /** Null when the row names nobody. */
  readonly person: Person | null;
  /** Details too long for their field, in full, for a note. */
  readonly overlong: readonly string[];
}

const FIELDS = [
  { field: 'name', label: 'Name', max: 200 },
  { field: 'phone', label: 'Phone', max: 60 },
  { field: 'email', label: 'Email', max: 254 },
  { field: 'address', label: 'Address', max: 300 },
] as const;

/** The citizen a row names. */
export function requesterOf(read: RowReader, mapping: NonNullable<Mapping['requester']>): Requester {
  const textOf = (source: TextFrom | null) => (source ? lineFrom(read, source) : '');
  const details = FIELDS.map(({ field, label, max }) => ({ field, label, max, text: textOf(mapping[field]) }));
  if (details.every(({ text }) => text === '')) return { person: null, overlong: [] };
  const short = (field: (typeof FIELDS)[number]['field']) => {
    const detail = details.find((candidate) => candidate.field === field);
    return detail?.text.slice(0, detail.max) ?? '';
  };
  return {
    person: {
      name: short('name'),
      phone: short('phone'),
      email: short('email'),
      address: short('address'),
      language: mapping.language,
      preference: mapping.preference,
      needs: '',
    },
    overlong: details.filter(({ text, max }) => text.length > max).map(({ label, text }) => `${label}: ${text}`),
  };
}
