import { canonicalJson } from '../util/canonical-json.ts';
import type { Catalogue } from './catalogue.ts';
import type { CatalogueChange, ChangeSet, EntryPlace, SectionOrder } from './catalogue-change.ts';
import { changedFields } from './catalogue-change.ts';
import { codeOfEntry, entriesOf, type Entry, findEntry, LIST_SECTIONS, nameOfEntry, type Section, SECTIONS, seenOf } from './sections.ts';

/** What makes `older` into `newer`, the version aside: `applyChanges` with it gives `newer`'s entries in `newer`'s order. */
export function changesBetween(older: Catalogue, newer: Catalogue): ChangeSet {
  const changes = SECTIONS.flatMap((section) => differingCodes(older, newer, section).map((code) => changeTo(older, newer, { section, code })));
  return { changes, orders: LIST_SECTIONS.flatMap((section) => orderBetween(older, newer, section)) };
}

function differingCodes(older: Catalogue, newer: Catalogue, section: Section): readonly string[] {
  const codes = [...entriesOf(older, section), ...entriesOf(newer, section)].map((entry) => codeOfEntry(section, entry));
  return [...new Set(codes)].filter((code) => seenOf(findEntry(older, section, code)) !== seenOf(findEntry(newer, section, code)));
}

/** The entry as `wanted` has it, for somebody who sees `shown`. */
function changeTo(shown: Catalogue, wanted: Catalogue, { section, code }: EntryPlace): CatalogueChange {
  const value = findEntry(wanted, section, code) as CatalogueChange['value']; // safe: a catalogue is plain JSON
  return { section, code, seen: seenOf(findEntry(shown, section, code)), value };
}

/** Only when the entries, each as wished, would still stand in another order. */
function orderBetween(older: Catalogue, newer: Catalogue, section: SectionOrder['section']): readonly SectionOrder[] {
  const codesOf = (catalogue: Catalogue): readonly string[] => entriesOf(catalogue, section).map((entry) => codeOfEntry(section, entry));
  const wanted = codesOf(newer);
  const kept = codesOf(older).filter((code) => wanted.includes(code));
  const reached = [...kept, ...wanted.filter((code) => !kept.includes(code))];
  return canonicalJson(reached) === canonicalJson(wanted) ? [] : [{ section, codes: [...wanted] }];
}

/** What an undo would do, and what it leaves alone because somebody has changed it again since. */
export interface Undo extends ChangeSet {
  readonly changedSince: readonly EntryPlace[];
}

/** Puts back what version `after` had changed against the version `before` it, in the newest catalogue. */
export function undoOf(after: Catalogue, before: Catalogue, newest: Catalogue): Undo {
  const places = SECTIONS.flatMap((section) => differingCodes(before, after, section).map((code) => ({ section, code })));
  const isAsAfter = ({ section, code }: EntryPlace): boolean => seenOf(findEntry(after, section, code)) === seenOf(findEntry(newest, section, code));
  const isAsBefore = ({ section, code }: EntryPlace): boolean => seenOf(findEntry(before, section, code)) === seenOf(findEntry(newest, section, code));
  return {
    changes: places.filter(isAsAfter).map((place) => changeTo(newest, before, place)),
    orders: LIST_SECTIONS.flatMap((section) => orderBetween(after, before, section)),
    changedSince: places.filter((place) => !isAsAfter(place) && !isAsBefore(place)),
  };
}

/** One changed entry, for lists of changes. */
export interface ChangeLine extends EntryPlace {
  readonly name: string;
  readonly what: 'added' | 'changed' | 'removed' | 'reordered';
  /** Which of its fields differ; empty unless it was changed. */
  readonly fields: readonly string[];
}

/** What a change set does to a catalogue, a line for each entry; a section that is only reordered has one line, without code. */
export function linesOfChanges(before: Catalogue, { changes, orders }: ChangeSet): readonly ChangeLine[] {
  const lines = changes.map(({ section, code, value }) => lineOf({ section, code }, findEntry(before, section, code), value));
  return [...lines, ...orders.map(({ section }) => ({ section, code: '', name: '', what: 'reordered' as const, fields: [] }))];
}

function lineOf({ section, code }: EntryPlace, before: Entry | null, after: Entry | null): ChangeLine {
  const what = before === null ? 'added' : after === null ? 'removed' : 'changed';
  return { section, code, name: nameOfEntry(section, code, after ?? before), what, fields: what === 'changed' ? changedFields(section, before, after) : [] };
}
