/**
 * Changes of the configuration that are not published yet: entry by entry, each beside what its author saw.
 *
 * Pure. What is kept with an entry (`before`) is the entry itself, not a version: so the draft outlives restarts and versions, and
 * a change that somebody else has made meanwhile is seen here, with both values, before anything is sent.
 */
import { z } from 'zod';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { type EntryPlace, SectionOrder } from '../../../src-shared/catalogue/catalogue-change.ts';
import { entriesOf, codeOfEntry, findEntry, isListSection, SECTIONS, type Section, seenOf } from '../../../src-shared/catalogue/sections.ts';
import type { ChangeSetInput } from '../../../src-shared/protocol/data-rpc/admin-views.ts';
import { CommandId } from '../../../src-shared/util/ids.ts';
import { UtcMs } from '../../../src-shared/util/time.ts';

export const DraftEntry = z.record(z.string(), z.json()).nullable();
export type DraftEntry = z.infer<typeof DraftEntry>;

/** `before`: the entry as its author saw it; null: there was none. `value` null takes it out. */
export const DraftChange = z.object({ section: z.enum(SECTIONS), code: z.string().min(1).max(64), before: DraftEntry, value: DraftEntry });
export type DraftChange = z.infer<typeof DraftChange>;

/** What has been published from here and is not in the catalogue yet, so that nothing is lost should it be refused. */
export const SentChanges = z.object({ commandId: CommandId, note: z.string(), at: UtcMs, changes: z.array(DraftChange), orders: z.array(SectionOrder) });
export type SentChanges = z.infer<typeof SentChanges>;

/** The entry being edited. `code` null: a new one. `value` is as typed: it need not fit its schema. */
export const OpenEntry = z.object({ section: z.enum(SECTIONS), code: z.string().nullable(), value: z.record(z.string(), z.json()) });
export type OpenEntry = z.infer<typeof OpenEntry>;

export const AdminDraft = z.object({
  changes: z.array(DraftChange),
  orders: z.array(SectionOrder),
  open: OpenEntry.nullable(),
  /** Why, for the list of versions; typed while reviewing. */
  note: z.string(),
  sent: z.array(SentChanges),
});
export type AdminDraft = z.infer<typeof AdminDraft>;

export const EMPTY_DRAFT: AdminDraft = { changes: [], orders: [], open: null, note: '', sent: [] };

const isAt = (place: EntryPlace) => (other: EntryPlace): boolean => other.section === place.section && other.code === place.code;

export function changeAt(draft: Pick<AdminDraft, 'changes'>, place: EntryPlace): DraftChange | null {
  return draft.changes.find(isAt(place)) ?? null;
}

/** Notes a change; one that wishes what its author saw is none. A second one of the same entry takes the first one's place. */
export function withChange(draft: AdminDraft, change: DraftChange): AdminDraft {
  const others = draft.changes.filter((other) => !isAt(change)(other));
  const isNone = seenOf(change.before) === seenOf(change.value);
  return { ...draft, changes: isNone ? others : [...others, change] };
}

/** Keeps an entry as wished. What its author saw is what the first change of it saw, else what is published. */
export function keepEntry(draft: AdminDraft, catalogue: Catalogue, place: EntryPlace, value: DraftEntry): AdminDraft {
  const known = changeAt(draft, place);
  const before = known === null ? publishedEntry(catalogue, place) : known.before;
  return withChange(draft, { ...place, before, value });
}

export function takeBack(draft: AdminDraft, place: EntryPlace): AdminDraft {
  return { ...draft, changes: draft.changes.filter((change) => !isAt(place)(change)) };
}

export function withOrder(draft: AdminDraft, catalogue: Catalogue, section: SectionOrder['section'], codes: readonly string[]): AdminDraft {
  const others = draft.orders.filter((order) => order.section !== section);
  const published = codesIn(catalogue, section).filter((code) => codes.includes(code));
  const isSame = published.join('\n') === codes.filter((code) => published.includes(code)).join('\n');
  return { ...draft, orders: isSame ? others : [...others, { section, codes: [...codes] }] };
}

export function withoutOrder(draft: AdminDraft, section: Section): AdminDraft {
  return { ...draft, orders: draft.orders.filter((order) => order.section !== section) };
}

/** Several changes at once, as an import or an undo brings them; those of the same entries here give way. */
export function withChanges(draft: AdminDraft, catalogue: Catalogue, { changes, orders }: Pick<ChangeSetInput, 'changes' | 'orders'>): AdminDraft {
  const changed = changes.reduce((kept, { section, code, value }) => withChange(kept, { section, code, before: publishedEntry(catalogue, { section, code }), value }), draft);
  return (orders ?? []).reduce((kept, { section, codes }) => withOrder(kept, catalogue, section, codes), changed);
}

/** Number of lines the review has. */
export function countOf({ changes, orders }: Pick<AdminDraft, 'changes' | 'orders'>): number {
  return changes.length + orders.length;
}

/** A change whose entry somebody else has changed since: `theirs` stands there now (null: it was taken out). */
export interface DraftConflict {
  readonly change: DraftChange;
  readonly theirs: DraftEntry;
}

export function conflictsOf(draft: Pick<AdminDraft, 'changes'>, catalogue: Catalogue): readonly DraftConflict[] {
  return draft.changes.flatMap((change) => {
    const theirs = publishedEntry(catalogue, change);
    return seenOf(theirs) === seenOf(change.before) || seenOf(theirs) === seenOf(change.value) ? [] : [{ change, theirs }];
  });
}

/** The author has seen what stands there now and wishes their own all the same. */
export function keepMine(draft: AdminDraft, catalogue: Catalogue, place: EntryPlace): AdminDraft {
  const change = changeAt(draft, place);
  return change === null ? draft : withChange(draft, { ...change, before: publishedEntry(catalogue, place) });
}

/** Without the changes that are published as they were wished, and without orders that are so already. */
export function afterPublishing(draft: AdminDraft, catalogue: Catalogue): AdminDraft {
  const changes = draft.changes.filter((change) => seenOf(publishedEntry(catalogue, change)) !== seenOf(change.value));
  const orders = draft.orders.filter(({ section, codes }) => {
    const published = codesIn(catalogue, section);
    return published.filter((code) => codes.includes(code)).join('\n') !== codes.filter((code) => published.includes(code)).join('\n');
  });
  const isSame = changes.length === draft.changes.length && orders.length === draft.orders.length;
  return isSame ? draft : { ...draft, changes, orders };
}

/** As the records take it. `catalogue` is the one the screen shows: its author has seen it, conflicts aside. */
export function changeSetOf({ changes, orders }: Pick<AdminDraft, 'changes' | 'orders'>, catalogue: Catalogue): ChangeSetInput {
  return { basedOnVersion: catalogue.version, changes: changes.map(({ section, code, value }) => ({ section, code, value })), orders };
}

/** A published entry as plain JSON; null when there is none. */
export function publishedEntry(catalogue: Catalogue, { section, code }: EntryPlace): DraftEntry {
  return findEntry(catalogue, section, code) as DraftEntry; // safe: a catalogue is plain JSON
}

function codesIn(catalogue: Catalogue, section: Section): readonly string[] {
  return isListSection(section) ? entriesOf(catalogue, section).map((entry) => codeOfEntry(section, entry)) : [];
}
