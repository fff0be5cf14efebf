import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { nameOfEntry, type Section } from '../../../src-shared/catalogue/sections.ts';
import { foldText } from '../../../src-shared/util/fold-text.ts';
import { isInactive } from '../describe/section-form.ts';
import { formOf } from '../describe/sections.ts';
import type { AdminDraft } from '../draft/draft.ts';
import { draftRows, type RowState } from '../draft/draft-rows.ts';

/** An entry as it stands in the list in the middle. */
export interface ListedEntry {
  readonly code: string;
  readonly name: string;
  readonly detail: string;
  readonly state: RowState;
  readonly isInactive: boolean;
  readonly isEdited: boolean;
}

/** The entries of a section in which every typed word is found, by name, code or second line; inactive ones last, unless order means something. */
export function listedEntries(catalogue: Catalogue, draft: AdminDraft, section: Section, search: string): readonly ListedEntry[] {
  const form = formOf(section);
  const words = foldText(search).split(' ').filter(Boolean);
  const entries = draftRows(catalogue, draft, section)
    .map(({ code, entry, state }) => ({
      ...{ code, state, name: nameOfEntry(section, code, entry), detail: form.detail(entry, catalogue), isInactive: isInactive(entry) },
      isEdited: draft.open?.section === section && draft.open.code === code,
    }))
    .filter(({ code, name, detail }) => words.every((word) => ` ${foldText(`${name} ${code} ${detail}`)}`.includes(` ${word}`)));
  return form.order === undefined ? entries.toSorted((one, other) => Number(one.isInactive) - Number(other.isInactive)) : entries;
}
