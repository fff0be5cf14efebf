/** The whole configuration as one readable file: written by `readableJson`, read here with every problem at its line. */
import { t } from '../language/language.ts';
import { readJson } from '../util/json-places.ts';
import { asSentence } from '../util/issue-words.ts';
import { readableJson } from '../util/readable-json.ts';
import { Catalogue } from './catalogue.ts';
import { placeOfPath } from './catalogue-change.ts';
import { catalogueProblems } from './catalogue-problems.ts';
import { fileIssueWords } from './file-issue-words.ts';
import { codeOfEntry, entriesOf, isListSection, type Section, sectionWord } from './sections.ts';

/** Something in the file that has to be put right, in plain words. */
export interface FileProblem {
  /** From 1. */
  readonly line: number;
  readonly sentence: string;
}

export type ReadConfiguration =
  /** `catalogue` has the version it is given; what the file says of its version does not matter. */
  | { readonly ok: true; readonly catalogue: Catalogue }
  /** In the order of the lines; at most `MOST_PROBLEMS`. */
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

const MOST_PROBLEMS = 100;

/** The file an administrator keeps, compares and loads elsewhere. */
export function writeConfiguration(catalogue: Catalogue): string {
  return readableJson(catalogue);
}

/** Reads such a file. `version` is that of the catalogue it is to be compared with. */
export function readConfiguration(text: string, version: number): ReadConfiguration {
  const read = readJson(text);
  if (!read.ok) return refused([{ line: read.line, sentence: t`Line ${read.line}, character ${read.column}: ${read.problem}.` }]);
  const { value, lineOf } = read;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refused([{ line: 1, sentence: t`Line 1: This is no configuration of Portreeve: it has to begin with {.` }]);
  const draft: Readonly<Record<string, unknown>> = { ...value, version };
  const unknown = Object.keys(value).filter((key) => !Object.hasOwn(Catalogue.shape, key));
  const strange = unknown.map((key) => ({ line: lineOf([key]), sentence: t`Line ${lineOf([key])}: “${key}” is no part of a configuration. Remove it, or correct its name.` }));
  const parsed = Catalogue.safeParse(draft, { error: fileIssueWords });
  const issues = parsed.success ? [] : parsed.error.issues.slice(0, MOST_PROBLEMS).map((issue) => ({ line: lineOf(issue.path), sentence: t`Line ${lineOf(issue.path)}: ${words(draft, issue.path)}: ${asSentence(issue.message)}` }));
  if (!parsed.success || strange.length > 0) return refused([...strange, ...issues]);
  const unfit = catalogueProblems(parsed.data).map(({ section, code, sentence }) => {
    const line = lineOf(pathOf(parsed.data, section, code));
    return { line, sentence: t`Line ${line}: ${sentence}` };
  });
  return unfit.length > 0 ? refused(unfit) : { ok: true, catalogue: parsed.data };
}

function refused(problems: readonly FileProblem[]): ReadConfiguration {
  return { ok: false, problems: problems.toSorted((one, other) => one.line - other.line).slice(0, MOST_PROBLEMS) };
}

function words(draft: Readonly<Record<string, unknown>>, path: readonly PropertyKey[]): string {
  const { section, code, field } = placeOfPath(draft, path);
  const entry = isListSection(section) && code !== section ? `${sectionWord(section)} ${code || t`without a code`}` : sectionWord(section);
  return field === '' ? entry : `${entry}, ${fieldWords(field)}`;
}

/** `respond.0.amount` as people count: `respond 1, amount`. */
function fieldWords(field: string): string {
  return field.replaceAll(/\.(\d+)/g, (_all, place: string) => ` ${Number(place) + 1}`).replaceAll('.', ', ');
}

function pathOf(catalogue: Catalogue, section: Section, code: string): readonly PropertyKey[] {
  if (!isListSection(section)) return [section];
  const index = entriesOf(catalogue, section).findLastIndex((entry) => codeOfEntry(section, entry) === code);
  return index < 0 ? [section] : [section, index];
}
