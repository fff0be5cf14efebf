/**
 * The catalogue as a list of entries that can be changed one by one: each is named by its section and its code.
 *
 * A list's entries carry their code themselves. A single section has one entry, whose code is the section's own name.
 */
import { t } from '../language/language.ts';
import { canonicalJson } from '../util/canonical-json.ts';
import { fingerprint } from '../util/fingerprint.ts';
import type { Catalogue } from './catalogue.ts';

type ListName = { [Key in keyof Catalogue]: Catalogue[Key] extends readonly object[] ? Key : never }[keyof Catalogue];
type SingleName = Exclude<keyof Catalogue, ListName | 'version'>;

interface SectionWords {
  /** One entry of it, as people call it. */
  readonly one: string;
  readonly many: string;
}

/** Every list of the catalogue: the field that holds an entry's code, the one that holds its name, and words for people. */
const LISTS: Readonly<Record<ListName, SectionWords & { readonly codeField: string; readonly nameField: string | null }>> = {
  departments: { codeField: 'code', nameField: 'name', one: t`department`, many: t`departments` },
  services: { codeField: 'code', nameField: 'name', one: t`service`, many: t`services` },
  policies: { codeField: 'code', nameField: 'name', one: t`time rule`, many: t`time rules` },
  timeRuleExceptions: { codeField: 'code', nameField: null, one: t`exception to the time rules`, many: t`exceptions to the time rules` },
  calendars: { codeField: 'code', nameField: 'name', one: t`calendar`, many: t`calendars` },
  staff: { codeField: 'id', nameField: 'name', one: t`member of staff`, many: t`staff` },
  agencies: { codeField: 'code', nameField: 'name', one: t`agency`, many: t`agencies` },
  dispositions: { codeField: 'code', nameField: null, one: t`outcome`, many: t`outcomes` },
  holdReasons: { codeField: 'code', nameField: null, one: t`hold reason`, many: t`hold reasons` },
  escalations: { codeField: 'code', nameField: 'name', one: t`escalation rule`, many: t`escalation rules` },
  guides: { codeField: 'code', nameField: 'title', one: t`guide`, many: t`guides` },
  templates: { codeField: 'code', nameField: 'name', one: t`template`, many: t`templates` },
  neighborhoods: { codeField: 'code', nameField: 'name', one: t`neighborhood`, many: t`neighborhoods` },
  glossary: { codeField: 'short', nameField: 'short', one: t`short form`, many: t`short forms` },
  landmarks: { codeField: 'code', nameField: 'name', one: t`landmark`, many: t`landmarks` },
};

const SINGLES: Readonly<Record<SingleName, SectionWords>> = {
  city: { one: t`city`, many: t`city` },
  dailyList: { one: t`daily list`, many: t`daily list` },
  gazetteer: { one: t`address list`, many: t`address list` },
  survey: { one: t`survey`, many: t`survey` },
};

export type Section = ListName | SingleName;
export const LIST_SECTIONS = Object.keys(LISTS) as readonly ListName[]; // safe: keys of a Record<ListName, …>
export const SINGLE_SECTIONS = Object.keys(SINGLES) as readonly SingleName[]; // safe: keys of a Record<SingleName, …>
export const SECTIONS: readonly [Section, ...Section[]] = ['city', ...LIST_SECTIONS, ...SINGLE_SECTIONS.filter((name) => name !== 'city')];

/** An entry with its code; its other fields are the section's own. */
export type Entry = Readonly<Record<string, unknown>>;

export function isListSection(section: Section): section is ListName {
  return Object.hasOwn(LISTS, section);
}

/** What an entry of the section is called: `time rule`. */
export function sectionWord(section: Section): string {
  return isListSection(section) ? LISTS[section].one : SINGLES[section].one;
}

/** The section as a heading: `time rules`. */
export function sectionTitle(section: Section): string {
  return isListSection(section) ? LISTS[section].many : SINGLES[section].many;
}

/** The code by which an entry is named; of a single section's entry the section's name. */
export function codeOfEntry(section: Section, entry: Entry): string {
  return isListSection(section) ? String(entry[LISTS[section].codeField] ?? '') : section;
}

/** The field of an entry that holds its code; null in a single section. */
export function codeFieldOf(section: Section): string | null {
  return isListSection(section) ? LISTS[section].codeField : null;
}

/** What staff call an entry; its code when it has no name. */
export function nameOfEntry(section: Section, code: string, entry: Entry | null): string {
  const field = isListSection(section) ? LISTS[section].nameField : null;
  const label = entry?.['label'];
  const english = typeof label === 'object' && label !== null && 'en' in label ? label.en : null;
  const name = (field === null ? null : entry?.[field]) ?? english;
  return typeof name === 'string' && name !== '' ? name : code;
}

/** All entries of a section, in their order; of a single section one, or none when it is not set. */
export function entriesOf(catalogue: Catalogue, section: Section): readonly Entry[] {
  if (isListSection(section)) return catalogue[section];
  const single = catalogue[section];
  return single === null ? [] : [single];
}

/** One entry; null when there is none of that code. */
export function findEntry(catalogue: Catalogue, section: Section, code: string): Entry | null {
  return entriesOf(catalogue, section).find((entry) => codeOfEntry(section, entry) === code) ?? null;
}

/** A word that differs when an entry does: what somebody saw when they changed it. Null: there was none. */
export function seenOf(entry: Entry | null): string | null {
  return entry === null ? null : fingerprint(canonicalJson(entry));
}
