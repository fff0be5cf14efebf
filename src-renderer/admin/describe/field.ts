/**
 * What a form of Administration is made of: a closed list of kinds of field. A section is described by data (one file each beside
 * this one); what a kind looks like is in `form/`, how its value reads in a sentence in `describe/value-words.ts`.
 */
import type { Section } from '../../../src-shared/catalogue/sections.ts';

interface FieldBase {
  /** Of the entry, as its schema names it. */
  readonly key: string;
  readonly label: string;
  /** What somebody has to know who sets it, in a sentence. */
  readonly hint?: string;
}

export interface FieldChoice {
  /** Empty stands for null, in fields that may be it. */
  readonly value: string;
  readonly label: string;
}

export interface TextField extends FieldBase {
  readonly kind: 'text';
  readonly maxLength?: number;
  readonly input?: 'email' | 'tel' | 'url';
  /** Typed once, when the entry is new: everything else names the entry by it. */
  readonly isCode?: true;
  /** An empty text is null. */
  readonly isNullable?: true;
  /** Completes what is typed from the time zones this computer knows. */
  readonly isTimeZone?: true;
}

export interface LongTextField extends FieldBase {
  readonly kind: 'longText';
  readonly rows: number;
  readonly maxLength?: number;
}

export interface NumberField extends FieldBase {
  readonly kind: 'number';
  /** An empty field is null. */
  readonly isNullable?: true;
}

export interface YesNoField extends FieldBase {
  readonly kind: 'yesNo';
}

export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  readonly choices: readonly FieldChoice[];
}

/** Several of a short list. */
export interface ChoicesField extends FieldBase {
  readonly kind: 'choices';
  readonly choices: readonly FieldChoice[];
}

/** One entry of another section, by code; shown by its name. */
export interface EntryField extends FieldBase {
  readonly kind: 'entry';
  readonly from: Section;
  /** What none of them means, where null is allowed. */
  readonly nothing?: string;
}

/** Several entries of another section. */
export interface EntriesField extends FieldBase {
  readonly kind: 'entries';
  readonly from: Section;
  /** What none of them means. */
  readonly nothing: string;
}

/** A text in English and, if wanted, in Spanish. */
export interface LocalTextField extends FieldBase {
  readonly kind: 'localText';
  /** Several lines. */
  readonly rows?: number;
  readonly maxLength?: number;
}

/** Texts, one a line. `isFolded`: kept in lower case and without accents, as the search compares them. */
export interface TextsField extends FieldBase {
  readonly kind: 'texts';
  readonly rows: number;
  readonly isFolded?: true;
}

export interface DayField extends FieldBase {
  readonly kind: 'day';
  readonly isNullable?: true;
}

export interface TimeField extends FieldBase {
  readonly kind: 'time';
}

/** Working stretches of one day, typed as `8:00-12:00, 13:00-17:00`; none: closed. */
export interface HoursField extends FieldBase {
  readonly kind: 'hours';
}

/** `hours` for each day of the week. */
export interface WeekField extends FieldBase {
  readonly kind: 'week';
}

/** Corners on the map, one a line: latitude, longitude. */
export interface CornersField extends FieldBase {
  readonly kind: 'corners';
}

/** Who is told by an escalation rule. */
export interface TargetField extends FieldBase {
  readonly kind: 'target';
}

/** Entries within the entry. */
export interface ListField extends FieldBase {
  readonly kind: 'list';
  readonly fields: readonly Field[];
  /** One of them, for buttons: `Add question`. */
  readonly one: string;
  readonly blank: Readonly<Record<string, unknown>>;
  /** Their order means something: they can be moved. */
  readonly isOrdered?: true;
  /** Narrow fields in one row, with the labels once above them. */
  readonly isTable?: true;
  /** Fields of the schema that nobody types, with the reason. */
  readonly excluded?: Readonly<Record<string, string>>;
  /** One of them in a line, for lists of changes; left out: its fields one after another. */
  readonly words?: (item: unknown) => string;
}

export type Field =
  | TextField
  | LongTextField
  | NumberField
  | YesNoField
  | ChoiceField
  | ChoicesField
  | EntryField
  | EntriesField
  | LocalTextField
  | TextsField
  | DayField
  | TimeField
  | HoursField
  | WeekField
  | CornersField
  | TargetField
  | ListField;

/** Fields that belong together, under a heading; the first group of a section has none. */
export interface FieldGroup {
  readonly title: string | null;
  readonly fields: readonly Field[];
}
