/** The entry that is shown and edited: going to it, typing into it, keeping it, leaving it. */
import { t } from '../../src-shared/language/language.ts';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { codeFieldOf, codeOfEntry, type Entry, isListSection, type Section } from '../../src-shared/catalogue/sections.ts';
import { canonicalJson } from '../../src-shared/util/canonical-json.ts';
import type { AdminPlace } from './admin-places.ts';
import { type AdminState, changeDraft, useAdminStore } from './admin-store.ts';
import { schemaOfEntry } from './describe/entry-schema.ts';
import { formOf } from './describe/sections.ts';
import type { FieldProblem } from './describe/section-form.ts';
import { type AdminDraft, type DraftEntry, keepEntry, type OpenEntry, publishedEntry, takeBack } from './draft/draft.ts';
import { draftRows, type DraftRow } from './draft/draft-rows.ts';
import { problemsOfEntry } from './draft/plain-problems.ts';

/** The entry the form shows: its row (null: a new one), and what stands in the form. */
export interface ShownEntry {
  readonly section: Section;
  readonly row: DraftRow | null;
  readonly value: Entry;
  /** Something was typed that is not kept yet. */
  readonly isEdited: boolean;
}

/** Null: no entry is shown. */
export function shownEntry(state: Pick<AdminState, 'draft' | 'cursors'>, catalogue: Catalogue, section: Section): ShownEntry | null {
  const { open } = state.draft;
  const rows = draftRows(catalogue, state.draft, section);
  // An entry that somebody else has taken out meanwhile is a new one when it is edited on.
  const isOfNone = open?.section === section && !rows.some(({ code }) => code === open.code);
  if (isOfNone) return { section, row: null, value: open.value, isEdited: !isBlank(open) };
  const row = isListSection(section) ? rows.find(({ code }) => code === state.cursors[section]) : rows[0];
  if (!row) return null;
  const isOpen = open?.section === section && open.code === row.code;
  return { section, row, value: isOpen ? open.value : row.entry, isEdited: isOpen };
}

/** A new entry into which nothing was typed. */
function isBlank({ section, code, value }: OpenEntry): boolean {
  return (code === null || !isListSection(section)) && canonicalJson(value) === canonicalJson(formOf(section).blank);
}

/** Runs at once, or, when an entry is being edited, after its author has said what becomes of it. */
export function leaveEntry(then: () => void): void {
  const { open } = useAdminStore.getState().draft;
  if (open !== null && !isBlank(open)) return useAdminStore.setState({ leaving: then });
  if (open !== null) setOpen(null);
  then();
}

export function goToPlace(place: AdminPlace): void {
  if (useAdminStore.getState().place !== place) leaveEntry(() => useAdminStore.setState({ place, isTried: false }));
}

export function showEntry(section: Section, code: string): void {
  const { cursors, draft } = useAdminStore.getState();
  if (cursors[section] === code && draft.open === null) return;
  leaveEntry(() => setCursor(section, code));
}

/** Goes to an entry from anywhere in the screen. */
export function goToEntry(section: Section, code: string): void {
  leaveEntry(() => {
    useAdminStore.setState({ place: section, searches: {} });
    setCursor(section, code);
  });
}

function setCursor(section: Section, code: string): void {
  useAdminStore.setState(({ cursors }) => ({ cursors: { ...cursors, [section]: code }, isTried: false }));
}

/** Begins a new entry; `value`: what stands in it already, as in a copy. */
export function beginEntry(section: Section, value: Entry = formOf(section).blank): void {
  leaveEntry(() => {
    useAdminStore.setState({ isTried: false });
    setOpen({ section, code: isListSection(section) ? null : section, value: value as NonNullable<DraftEntry> }); // safe: blanks and entries are plain JSON
  });
}

/** A copy as a new entry: everything but its code and what names it. */
export function copyOf(section: Section, entry: Entry): Entry {
  const codeField = codeFieldOf(section);
  const name = typeof entry['name'] === 'string' ? { name: t`${entry['name']} (copy)` } : {};
  return { ...entry, ...name, ...(codeField === null ? {} : { [codeField]: '' }) };
}

function setOpen(open: OpenEntry | null): void {
  changeDraft((draft) => ({ ...draft, open }));
}

/** Something was typed. Back where it was, the entry counts as not edited. */
export function editEntry(shown: ShownEntry, value: Entry): void {
  const isSame = shown.row !== null && canonicalJson(shown.row.entry) === canonicalJson(value) && shown.row.state !== 'takenOut';
  setOpen(isSame ? null : { section: shown.section, code: shown.row?.code ?? null, value: value as NonNullable<DraftEntry> }); // safe: forms make plain JSON
}

export function dropEdits(): void {
  useAdminStore.setState({ isTried: false });
  setOpen(null);
}

/** What keeps the open entry from being kept, new codes that are taken included. */
export function problemsOfShown(shown: ShownEntry, catalogue: Catalogue, draft: AdminDraft): readonly FieldProblem[] {
  const form = formOf(shown.section);
  const problems = problemsOfEntry(form, shown.value);
  const codeField = codeFieldOf(shown.section);
  if (shown.row !== null || codeField === null) return problems;
  const code = codeOfEntry(shown.section, shown.value);
  const isTaken = draftRows(catalogue, draft, shown.section).some((row) => row.code.toLowerCase() === code.toLowerCase());
  return isTaken ? [...problems, { path: codeField, sentence: t`This code is taken. Choose another.` }] : problems;
}

/** Keeps what stands in the form as a change not yet published. Returns what keeps it from being kept; then nothing happened. */
export function keepShown(shown: ShownEntry, catalogue: Catalogue): readonly FieldProblem[] {
  const { section, row, value } = shown;
  const { draft } = useAdminStore.getState();
  const problems = problemsOfShown(shown, catalogue, draft);
  if (problems.length > 0) {
    useAdminStore.setState({ isTried: true });
    return problems;
  }
  const code = row?.code ?? codeOfEntry(section, value);
  const place = { section, code };
  const clean = schemaOfEntry(section).parse(value) as Entry; // safe: every entry is an object; without the spaces its schema takes off
  const settled = formOf(section).settle?.(clean, publishedEntry(catalogue, place)) ?? clean;
  changeDraft((now) => ({ ...keepEntry(now, catalogue, place, settled as DraftEntry), open: null })); // safe: forms make plain JSON
  setCursor(section, code);
  return [];
}

/** The entry goes when the draft is published; one that was never published is gone at once. */
export function takeOut(section: Section, row: DraftRow, catalogue: Catalogue): void {
  changeDraft((draft) => ({ ...keepEntry(draft, catalogue, { section, code: row.code }, null), open: null }));
}

/** The entry as it is published. */
export function takeBackChange(section: Section, code: string): void {
  changeDraft((draft) => takeBack(draft, { section, code }));
}
