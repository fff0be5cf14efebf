import { z } from 'zod';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { applyChanges, ChangeSet, type ChangesApplied, type EntryPlace } from '../../catalogue/catalogue-change.ts';
import { problemsOfChange } from '../../catalogue/catalogue-problems.ts';
import { findEntry } from '../../catalogue/sections.ts';
import { t } from '../../language/language.ts';
import { freeText } from '../../util/text.ts';
import { unreachable } from '../../util/unreachable.ts';
import { acceptOffice, type EntryInUse, type OfficeRuling, refuseOffice } from '../office-decision.ts';
import { defineOfficeCommand } from '../office-command.ts';
import { isAdministrator } from '../office-permission.ts';

/** Sections whose entries cases name: such an entry is made inactive, never taken out while a case names it. */
export const SECTIONS_OF_CASES = ['departments', 'services', 'staff', 'dispositions', 'holdReasons'] as const;

export const ChangeCatalogueArgs = ChangeSet.extend({
  /** The version its author looked at; for people. What counts is what each change says it has seen. */
  basedOnVersion: z.int().positive(),
  /** Why, for the list of versions. */
  note: freeText(1_000),
}).refine(
  (args) => !/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i.test(JSON.stringify(args)),
  { error: () => t`A text holds a character that cannot be stored. Type it again instead of copying it` },
);
export type ChangeCatalogueArgs = z.infer<typeof ChangeCatalogueArgs>;

/**
 * Changes what the city has set, all or nothing: the next version of the catalogue.
 *
 * Refuses: notPermitted, nothingToChange, entriesChangedMeanwhile with both values, doesNotFit with a sentence for each problem,
 * entriesInUse when something is taken out that cases name.
 */
export const changeCatalogue = defineOfficeCommand({
  type: 'office.changeCatalogue',
  v: 1,
  args: ChangeCatalogueArgs,
  buildsOn: () => [],
  decide(_office, { args }, { actor, catalogue, inUse = [] }): OfficeRuling {
    if (!isAdministrator(actor)) return refuseOffice('notPermitted');
    const applied = applyChanges(catalogue, args);
    return applied.kind === 'applied' ? judge(catalogue, applied, inUse) : refusalOf(applied);
  },
});

function judge(before: Catalogue, { catalogue, changed }: Extract<ChangesApplied, { kind: 'applied' }>, inUse: readonly EntryInUse[]): OfficeRuling {
  const problems = problemsOfChange(before, catalogue);
  if (problems.length > 0) return refuseOffice('doesNotFit', { problems });
  const isGone = (place: EntryPlace): boolean => changed.some(({ section, code }) => section === place.section && code === place.code) && findEntry(catalogue, place.section, place.code) === null;
  const entries = inUse.filter(isGone);
  if (entries.length > 0) return refuseOffice('entriesInUse', { entries });
  return acceptOffice({ kind: 'catalogueChanged', version: catalogue.version }, catalogue);
}

function refusalOf(applied: Exclude<ChangesApplied, { kind: 'applied' }>): OfficeRuling {
  switch (applied.kind) {
    case 'nothing':
      return refuseOffice('nothingToChange');
    case 'changedMeanwhile':
      return refuseOffice('entriesChangedMeanwhile', { conflicts: applied.conflicts });
    case 'invalid':
      return refuseOffice('doesNotFit', { problems: applied.problems });
    default:
      return unreachable(applied);
  }
}

/** Entries the command takes out of sections that cases name: those the judge has to look for among the cases. */
export function entriesTakenOut({ changes }: Pick<ChangeCatalogueArgs, 'changes'>): readonly EntryPlace[] {
  const sections: readonly string[] = SECTIONS_OF_CASES;
  return changes.filter(({ section, value }) => value === null && sections.includes(section)).map(({ section, code }) => ({ section, code }));
}
