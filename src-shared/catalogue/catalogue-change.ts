import { t } from '../language/language.ts';
import { z } from 'zod';
import { canonicalJson } from '../util/canonical-json.ts';
import { asSentence, issueWords } from '../util/issue-words.ts';
import { Catalogue } from './catalogue.ts';
import { codeFieldOf, codeOfEntry, entriesOf, entryWordsFirst, type Entry, findEntry, isListSection, LIST_SECTIONS, nameOfEntry, type Section, SECTIONS, seenOf } from './sections.ts';

/**
 * One entry of the catalogue set anew: `value` is the whole entry, null takes it out.
 *
 * `seen` is what `seenOf` says of the entry as its author saw it (null: there was none): an entry that somebody else has
 * changed since is never overwritten unseen.
 */
export const CatalogueChange = z.object({
  section: z.enum(SECTIONS),
  code: z.string().min(1).max(64),
  seen: z.string().max(32).nullable(),
  value: z.record(z.string(), z.json()).nullable(),
});
export type CatalogueChange = z.infer<typeof CatalogueChange>;

/** The order of a section's entries, by code; entries it does not name follow in the order they have. */
export const SectionOrder = z.object({ section: z.enum(LIST_SECTIONS as [Section, ...Section[]]), codes: z.array(z.string().min(1).max(64)).max(5_000) }); // safe: the lists are never none
export type SectionOrder = z.infer<typeof SectionOrder>;

/** Everything that is changed at once. */
export const ChangeSet = z.object({
  changes: z.array(CatalogueChange).max(5_000),
  orders: z.array(SectionOrder).max(50).default([]),
});
export type ChangeSet = z.infer<typeof ChangeSet>;

/** Where something is in the catalogue. */
export interface EntryPlace {
  readonly section: Section;
  readonly code: string;
}

/** One sentence about an entry, with what to do. */
export interface EntryProblem extends EntryPlace {
  readonly sentence: string;
}

/** An entry changed by somebody else since: what the author wished, and what stands there now (null: it was taken out). */
export interface ChangedMeanwhile extends EntryPlace {
  readonly mine: Entry | null;
  readonly theirs: Entry | null;
}

export type ChangesApplied =
  /** `catalogue` has its version raised by one; `changed` are the entries that differ from before. */
  | { readonly kind: 'applied'; readonly catalogue: Catalogue; readonly changed: readonly EntryPlace[] }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'changedMeanwhile'; readonly conflicts: readonly ChangedMeanwhile[] }
  | { readonly kind: 'invalid'; readonly problems: readonly EntryProblem[] };

/**
 * The catalogue with changes made to it, all or none. Pure; the result is a whole catalogue by its schema, and nothing is said
 * of whether it fits together (`catalogueProblems`).
 *
 * An entry that is already as wished is no conflict and no change.
 */
export function applyChanges(catalogue: Catalogue, { changes, orders }: ChangeSet): ChangesApplied {
  const wanted = changes.filter(({ section, code, value }) => seenOf(findEntry(catalogue, section, code)) !== seenOf(value));
  const conflicts = wanted.flatMap((change) => conflictOf(catalogue, change));
  if (conflicts.length > 0) return { kind: 'changedMeanwhile', conflicts };
  const misnamed = wanted.filter(({ section, code, value }) => value !== null && codeOfEntry(section, value) !== code);
  if (misnamed.length > 0) return { kind: 'invalid', problems: misnamed.map((change) => problemOf(change, t`It carries another code than it is filed under. Make both the same.`)) };
  const next = inOrder(withEntries(catalogue, wanted), orders);
  if (canonicalJson(next) === canonicalJson(catalogue)) return { kind: 'nothing' };
  const parsed = Catalogue.safeParse({ ...next, version: catalogue.version + 1 }, { error: issueWords });
  if (!parsed.success) return { kind: 'invalid', problems: problemsOfIssues(next, parsed.error.issues) };
  return { kind: 'applied', catalogue: parsed.data, changed: wanted.map(({ section, code }) => ({ section, code })) };
}

function conflictOf(catalogue: Catalogue, { section, code, seen, value }: CatalogueChange): readonly ChangedMeanwhile[] {
  const theirs = findEntry(catalogue, section, code);
  return seenOf(theirs) === seen ? [] : [{ section, code, mine: value, theirs }];
}

type Draft = Readonly<Record<string, unknown>>;

function withEntries(catalogue: Catalogue, changes: readonly CatalogueChange[]): Draft {
  return SECTIONS.reduce<Draft>((draft, section) => {
    const ofSection = changes.filter((change) => change.section === section);
    return ofSection.length === 0 ? draft : { ...draft, [section]: changedSection(catalogue, section, ofSection) };
  }, catalogue);
}

function changedSection(catalogue: Catalogue, section: Section, changes: readonly CatalogueChange[]): unknown {
  if (!isListSection(section)) return changes.at(-1)?.value ?? null;
  const values = new Map(changes.map(({ code, value }) => [code, value]));
  const present = entriesOf(catalogue, section);
  const known = new Set(present.map((entry) => codeOfEntry(section, entry)));
  const kept = present.flatMap((entry) => {
    const value = values.get(codeOfEntry(section, entry));
    return value === undefined ? [entry] : value === null ? [] : [value];
  });
  const added = [...values].flatMap(([code, value]) => (known.has(code) || value === null ? [] : [value]));
  return [...kept, ...added];
}

function inOrder(draft: Draft, orders: readonly SectionOrder[]): Draft {
  return orders.reduce<Draft>((ordered, { section, codes }) => {
    const entries = ordered[section] as readonly Entry[]; // safe: only sections that are lists have an order
    const place = new Map(codes.map((code, at) => [code, at]));
    const placeOf = (entry: Entry): number => place.get(codeOfEntry(section, entry)) ?? codes.length;
    return { ...ordered, [section]: entries.toSorted((one, other) => placeOf(one) - placeOf(other)) };
  }, draft);
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function problemsOfIssues(draft: Draft, issues: readonly Issue[]): readonly EntryProblem[] {
  return issues.slice(0, 50).map((issue) => {
    const { section, code, field } = placeOfPath(draft, issue.path);
    return problemOf({ section, code, value: null }, `${field === '' ? '' : `${field}: `}${asSentence(issue.message)}`);
  });
}

/** Where a path of the schema leads: section, entry and the field in it, in the words of the file. */
export function placeOfPath(draft: Draft, path: readonly PropertyKey[]): EntryPlace & { readonly field: string } {
  const [first, second, ...rest] = path;
  const section = SECTIONS.find((name) => name === first) ?? 'city';
  if (!isListSection(section) || typeof second !== 'number') return { section, code: section, field: path.slice(1).join('.') };
  const entries = draft[section];
  const entry = Array.isArray(entries) ? (entries[second] as unknown) : null;
  const code = typeof entry === 'object' && entry !== null ? codeOfEntry(section, entry as Entry) : ''; // safe: an object
  return { section, code, field: rest.join('.') };
}

function problemOf({ section, code, value }: Pick<CatalogueChange, 'section' | 'code' | 'value'>, sentence: string): EntryProblem {
  return { section, code, sentence: `${entryWordsFirst(section, nameOfEntry(section, code, value))}: ${sentence}` };
}

/** The fields of an entry that differ, for people who look at a change; its code is not among them. */
export function changedFields(section: Section, before: Entry | null, after: Entry | null): readonly string[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  fields.delete(codeFieldOf(section) ?? '');
  return [...fields].filter((field) => canonicalJson(before?.[field] ?? null) !== canonicalJson(after?.[field] ?? null));
}
