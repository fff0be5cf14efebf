import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { applyChanges, type EntryProblem } from '../../../src-shared/catalogue/catalogue-change.ts';
import { problemsOfChange } from '../../../src-shared/catalogue/catalogue-problems.ts';
import { codeOfEntry, entriesOf, type Entry, findEntry, type Section, seenOf } from '../../../src-shared/catalogue/sections.ts';
import { unreachable } from '../../../src-shared/util/unreachable.ts';
import { type AdminDraft, changeAt, type DraftChange, type SentChanges } from './draft.ts';

/** `sent`: published from here, not in the catalogue yet. */
export type RowState = 'same' | 'new' | 'changed' | 'takenOut' | 'sent';

/** An entry as it would be if the draft were published. */
export interface DraftRow {
  readonly code: string;
  readonly entry: Entry;
  readonly state: RowState;
}

/** The entries of a section with what was sent and the draft on top, in the order the draft wishes. */
export function draftRows(catalogue: Catalogue, draft: AdminDraft, section: Section): readonly DraftRow[] {
  const published = entriesOf(catalogue, section).map((entry) => ({ code: codeOfEntry(section, entry), entry }));
  const wished = changesBySection(draft, section);
  const rows = published.map(({ code, entry }) => rowOf(code, entry, wished.get(code)));
  const known = new Set(published.map(({ code }) => code));
  const added = [...wished].flatMap(([code, wish]) => (known.has(code) ? [] : rowsOfNew(code, wish)));
  return inOrder([...rows, ...added], orderOf(draft, section));
}

interface Wish {
  readonly change: DraftChange;
  readonly isSent: boolean;
}

function changesBySection({ sent, changes }: AdminDraft, section: Section): ReadonlyMap<string, Wish> {
  const all = [...sent.flatMap((one: SentChanges) => one.changes.map((change) => ({ change, isSent: true }))), ...changes.map((change) => ({ change, isSent: false }))];
  return new Map(all.filter(({ change }) => change.section === section).map((wish) => [wish.change.code, wish]));
}

function rowOf(code: string, published: Entry, wish: Wish | undefined): DraftRow {
  if (!wish || seenOf(published) === seenOf(wish.change.value)) return { code, entry: published, state: 'same' };
  if (wish.isSent) return { code, entry: wish.change.value ?? published, state: 'sent' };
  return wish.change.value === null ? { code, entry: published, state: 'takenOut' } : { code, entry: wish.change.value, state: 'changed' };
}

function rowsOfNew(code: string, { change, isSent }: Wish): readonly DraftRow[] {
  return change.value === null ? [] : [{ code, entry: change.value, state: isSent ? 'sent' : 'new' }];
}

function orderOf(draft: AdminDraft, section: Section): readonly string[] | null {
  const orders = [...draft.sent.flatMap((one) => one.orders), ...draft.orders];
  return orders.findLast((order) => order.section === section)?.codes ?? null;
}

function inOrder(rows: readonly DraftRow[], codes: readonly string[] | null): readonly DraftRow[] {
  if (codes === null) return rows;
  const place = new Map(codes.map((code, at) => [code, at]));
  return rows.toSorted((one, other) => (place.get(one.code) ?? codes.length) - (place.get(other.code) ?? codes.length));
}

/** The catalogue as it would be, and what keeps it from being so. */
export interface DraftOutcome {
  /** Null: some entry does not fit its schema, so there is no such catalogue. */
  readonly catalogue: Catalogue | null;
  /** What the draft brings; what was wrong before is not among it. */
  readonly problems: readonly EntryProblem[];
}

/** Conflicts are left aside: the draft's value counts. */
export function outcomeOf(catalogue: Catalogue, draft: AdminDraft): DraftOutcome {
  const changes = [...draft.sent.flatMap((one) => one.changes), ...draft.changes];
  const last = changes.filter((change, at) => changes.findLastIndex((other) => other.section === change.section && other.code === change.code) === at);
  const applied = applyChanges(catalogue, {
    changes: last.map(({ section, code, value }) => ({ section, code, value, seen: seenOf(findEntry(catalogue, section, code)) })),
    orders: [...draft.sent.flatMap((one) => one.orders), ...draft.orders],
  });
  switch (applied.kind) {
    case 'applied':
      return { catalogue: applied.catalogue, problems: problemsOfChange(catalogue, applied.catalogue) };
    case 'nothing':
      return { catalogue, problems: [] };
    case 'invalid':
      return { catalogue: null, problems: applied.problems };
    case 'changedMeanwhile': // cannot be: every change has seen what stands there
      return { catalogue: null, problems: [] };
    default:
      return unreachable(applied);
  }
}

/** The draft as if the entry that is being edited were kept as it stands. */
export function withOpenEntry(draft: AdminDraft, catalogue: Catalogue): AdminDraft {
  const { open } = draft;
  if (open === null) return draft;
  const code = open.code ?? codeOfEntry(open.section, open.value);
  if (code === '') return draft;
  const before = changeAt(draft, { section: open.section, code })?.before ?? (findEntry(catalogue, open.section, code) as DraftChange['before']); // safe: plain JSON
  const others = draft.changes.filter((change) => change.section !== open.section || change.code !== code);
  return { ...draft, changes: [...others, { section: open.section, code, before, value: open.value }] };
}
