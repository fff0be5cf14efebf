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

/** With their article, which other languages do not add to a noun without knowing it. */
interface EntryWords {
  readonly named: (name: string) => string;
  readonly fresh: string;
}

/** Every list of the catalogue: the field that holds an entry's code, the one that holds its name, and words for people. */
const LISTS: Readonly<Record<ListName, SectionWords & EntryWords & { readonly codeField: string; readonly nameField: string | null }>> = {
  departments: { codeField: 'code', nameField: 'name', one: t`department`, many: t`departments`, named: (name) => t`the department “${name}”`, fresh: t`New department` },
  services: { codeField: 'code', nameField: 'name', one: t`service`, many: t`services`, named: (name) => t`the service “${name}”`, fresh: t`New service` },
  policies: { codeField: 'code', nameField: 'name', one: t`time rule`, many: t`time rules`, named: (name) => t`the time rule “${name}”`, fresh: t`New time rule` },
  timeRuleExceptions: { codeField: 'code', nameField: null, one: t`exception to the time rules`, many: t`exceptions to the time rules`, named: (name) => t`the exception to the time rules “${name}”`, fresh: t`New exception to the time rules` },
  calendars: { codeField: 'code', nameField: 'name', one: t`calendar`, many: t`calendars`, named: (name) => t`the calendar “${name}”`, fresh: t`New calendar` },
  staff: { codeField: 'id', nameField: 'name', one: t`member of staff`, many: t`staff`, named: (name) => t`the member of staff “${name}”`, fresh: t`New member of staff` },
  agencies: { codeField: 'code', nameField: 'name', one: t`agency`, many: t`agencies`, named: (name) => t`the agency “${name}”`, fresh: t`New agency` },
  dispositions: { codeField: 'code', nameField: null, one: t`outcome`, many: t`outcomes`, named: (name) => t`the outcome “${name}”`, fresh: t`New outcome` },
  holdReasons: { codeField: 'code', nameField: null, one: t`hold reason`, many: t`hold reasons`, named: (name) => t`the hold reason “${name}”`, fresh: t`New hold reason` },
  escalations: { codeField: 'code', nameField: 'name', one: t`escalation rule`, many: t`escalation rules`, named: (name) => t`the escalation rule “${name}”`, fresh: t`New escalation rule` },
  guides: { codeField: 'code', nameField: 'title', one: t`guide`, many: t`guides`, named: (name) => t`the guide “${name}”`, fresh: t`New guide` },
  templates: { codeField: 'code', nameField: 'name', one: t`template`, many: t`templates`, named: (name) => t`the template “${name}”`, fresh: t`New template` },
  neighborhoods: { codeField: 'code', nameField: 'name', one: t`neighborhood`, many: t`neighborhoods`, named: (name) => t`the neighborhood “${name}”`, fresh: t`New neighborhood` },
  glossary: { codeField: 'short', nameField: 'short', one: t`short form`, many: t`short forms`, named: (name) => t`the short form “${name}”`, fresh: t`New short form` },
  landmarks: { codeField: 'code', nameField: 'name', one: t`landmark`, many: t`landmarks`, named: (name) => t`the landmark “${name}”`, fresh: t`New landmark` },
};

const SINGLES: Readonly<Record<SingleName, SectionWords & { readonly settings: string }>> = {
  city: { one: t`city`, many: t`city`, settings: t`the settings of the city` },
  dailyList: { one: t`daily list`, many: t`daily list`, settings: t`the settings of the daily list` },
  gazetteer: { one: t`address list`, many: t`address list`, settings: t`the settings of the address list` },
  survey: { one: t`survey`, many: t`survey`, settings: t`the settings of the survey` },
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

/** One entry in the middle of a sentence: `the time rule “Standard”`, `the settings of the survey`. `name` as `nameOfEntry` gives it. */
export function entryWords(section: Section, name: string): string {
  return isListSection(section) ? LISTS[section].named(name) : SINGLES[section].settings;
}

/** The same where a sentence begins. */
export function entryWordsFirst(section: Section, name: string): string {
  const words = entryWords(section, name);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** `New time rule`, for a list; of a single section its name. */
export function newEntryWords(section: Section): string {
  return isListSection(section) ? LISTS[section].fresh : SINGLES[section].one;
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
