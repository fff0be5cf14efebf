import { useMemo } from 'react';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { nameOfEntry, type Section } from '../../../src-shared/catalogue/sections.ts';
import { isInactive, textOf, type FieldProblem } from '../describe/section-form.ts';
import { formOf } from '../describe/sections.ts';
import type { AdminDraft } from '../draft/draft.ts';
import { draftRows } from '../draft/draft-rows.ts';
import type { Choosable, FormSurroundings } from './form-context.tsx';

interface SurroundingsOptions {
  readonly catalogue: Catalogue;
  readonly draft: AdminDraft;
  /** Problems to be shown. */
  readonly problems: readonly FieldProblem[];
  readonly isNew: boolean;
}

export function useFormSurroundings({ catalogue, draft, problems, isNew }: SurroundingsOptions): FormSurroundings {
  const { changes, orders, sent } = draft;
  const entriesOf = useMemo(() => {
    const known = new Map<Section, readonly Choosable[]>();
    return (section: Section): readonly Choosable[] => {
      const entries = known.get(section) ?? choosable(catalogue, { changes, orders, sent, open: null, note: '' }, section);
      known.set(section, entries);
      return entries;
    };
  }, [catalogue, changes, orders, sent]);
  return useMemo(
    () => ({
      entriesOf,
      problemAt: (path) => problems.find((problem) => problem.path === path)?.sentence ?? null,
      problemWithin: (path) => problems.find((problem) => problem.path === path || problem.path.startsWith(`${path}.`))?.sentence ?? null,
      isNew,
    }),
    [entriesOf, problems, isNew],
  );
}

function choosable(catalogue: Catalogue, draft: AdminDraft, section: Section): readonly Choosable[] {
  const form = formOf(section);
  return draftRows(catalogue, draft, section)
    .filter(({ state }) => state !== 'takenOut')
    .map(({ code, entry }) => ({
      code,
      name: nameOfEntry(section, code, entry),
      detail: section === 'staff' ? textOf(entry, 'title') : form.detail(entry, catalogue),
      isActive: !isInactive(entry) && entry['isPerson'] !== false,
    }));
}
