/** What a change of the catalogue means, before anybody publishes it: over the cases this workstation holds, and with nothing written. */
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { ChangeSet } from '../../src-shared/catalogue/catalogue-change.ts';
import { linesOfChanges } from '../../src-shared/catalogue/changes-between.ts';
import { ruleBookOf } from '../../src-shared/catalogue/time-rules.ts';
import type { CataloguePreview } from '../../src-shared/protocol/data-rpc/admin-views.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { ReadDb } from '../db/database.ts';
import { previewDueDates } from './preview-due-dates.ts';
import { type BothCatalogues, endedDepartments, endedServices, endedStaff, guidesToRead, lostSight, newStaff } from './preview-people.ts';
import { previewSentences } from './preview-sentences.ts';

export interface PreviewOf extends BothCatalogues {
  readonly changes: ChangeSet;
  readonly asOf: UtcMs;
}

/** Looks at the open cases in small parts, so that people go on working meanwhile. */
export async function previewChange(db: ReadDb, { before, after, changes, asOf }: PreviewOf): Promise<CataloguePreview> {
  const both = { before, after };
  const preview = {
    lines: linesOfChanges(before, changes),
    dueDates: await previewDueDates(db, { before: ruleBookOf(before), after: ruleBookOf(after) }, asOf),
    endedDepartments: endedDepartments(db, both),
    endedServices: endedServices(db, both),
    endedStaff: endedStaff(db, both),
    lostSight: lostSight(db, both),
    toRead: guidesToRead(both),
    withoutPassword: newStaff(both),
  };
  return { ...preview, sentences: previewSentences(preview, namesOf(both)) };
}

/** Names as they will be, and of what is gone as they were. */
function namesOf({ before, after }: BothCatalogues): Catalogue {
  const lost = <Item extends { readonly code: string }>(then: readonly Item[], next: readonly Item[]): Item[] => [...next, ...then.filter(({ code }) => !next.some((item) => item.code === code))];
  return {
    ...after,
    services: lost(before.services, after.services),
    departments: lost(before.departments, after.departments),
    staff: [...after.staff, ...before.staff.filter(({ id }) => !after.staff.some((member) => member.id === id))],
  };
}
