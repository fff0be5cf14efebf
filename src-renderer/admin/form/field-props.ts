import type { Field } from '../describe/field.ts';

export interface FieldInputProps<Kind extends Field = Field> {
  readonly field: Kind;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  /** Where it is in the entry: `respond.0.amount`. */
  readonly path: string;
  /** Its label stands above a whole column. */
  readonly isLabelHidden?: boolean;
}

/** True for a field that takes the whole width of the form. */
export function isWide({ kind }: Field): boolean {
  return kind === 'longText' || kind === 'localText' || kind === 'texts' || kind === 'list' || kind === 'week' || kind === 'choices' || kind === 'entries' || kind === 'corners' || kind === 'target';
}
