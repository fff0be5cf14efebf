import { t } from '../../../src-shared/language/language.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import type { Entry, Section } from '../../../src-shared/catalogue/sections.ts';
import type { Field, FieldGroup } from './field.ts';

/** Something about one field, or about the whole entry (`path` empty), in a sentence that says what to do. */
export interface FieldProblem {
  /** Keys and places joined by dots: `respond.0.amount`. */
  readonly path: string;
  readonly sentence: string;
}

/** All that makes a section of the catalogue a page of Administration. */
export interface SectionForm {
  readonly section: Section;
  /** In the list of sections, and as the heading. */
  readonly title: string;
  /** What it is for, in a sentence or two. */
  readonly about: string;
  readonly groups: readonly FieldGroup[];
  /** A new entry, before anything is typed. */
  readonly blank: Entry;
  /** The second line of an entry in its list. */
  readonly detail: (entry: Entry, catalogue: Catalogue) => string;
  /** The order of the entries means something: it can be changed. Says what. */
  readonly order?: string;
  /** How an entry is got rid of. `deactivate`: cases name it for ever. `both`: made inactive, or taken out while no case names it. */
  readonly removal: 'takeOut' | 'deactivate' | 'both' | 'never';
  /** Fields of the schema that nobody types, with the reason. */
  readonly excluded: Readonly<Record<string, string>>;
  /** Of these, what says nothing to anybody who reviews a change. */
  readonly unread?: readonly string[];
  /** What its schema cannot say. */
  readonly check?: (entry: Entry) => readonly FieldProblem[];
  /** What nobody types follows from what was typed; `published`: the entry as it stands, null for a new one. */
  readonly settle?: (entry: Entry, published: Entry | null) => Entry;
}

export function fieldsOf({ groups }: Pick<SectionForm, 'groups'>): readonly Field[] {
  return groups.flatMap(({ fields }) => fields);
}

/** True for an entry that is kept but not offered any more. */
export function isInactive(entry: Entry): boolean {
  return entry['isActive'] === false;
}

/** A text of an entry; empty when there is none. */
export function textOf(entry: Entry, key: string): string {
  const value = entry[key];
  return typeof value === 'string' ? value : '';
}

/** A list of an entry, whatever is in it. */
export function listOf(entry: Entry, key: string): readonly unknown[] {
  const value: unknown = entry[key];
  return Array.isArray(value) ? value : [];
}

/** `3 questions`, `1 question`, `no questions`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return count === 0 ? t`no ${many}` : `${count} ${count === 1 ? one : many}`;
}
