import { findDepartment } from '../../catalogue/lookup.ts';
import { canonicalJson } from '../../util/canonical-json.ts';
import { CommandId } from '../../util/ids.ts';
import { acceptOffice, type OfficeRuling, refuseOffice } from '../office-decision.ts';
import { defineOfficeCommand } from '../office-command.ts';
import { type SharedView, SharedViewWords } from '../shared-view.ts';
import { mayShareView } from '../shared-view-rights.ts';

export const SaveViewArgs = SharedViewWords.extend({
  /** Null: a new one; its id is this command's. */
  viewId: CommandId.nullable(),
  /** `changedIn` of the view as its author saw it; null for a new one. */
  seen: CommandId.nullable(),
});

/** So many are shared at most: the office’s records go to every workstation. */
const MOST_SHARED = 200;

/**
 * Shares a view of the queue, or changes one.
 *
 * Refuses: notPermitted, unknownDepartment, tooManyViews, alreadyDone, notFound, alreadyEnded, nothingToChange, changedMeanwhile with both
 * when somebody else was first.
 */
export const saveView = defineOfficeCommand({
  type: 'office.saveView',
  v: 1,
  args: SaveViewArgs,
  buildsOn: ({ viewId, seen }) => [viewId, seen].filter((id) => id !== null),
  decide(office, { uid, args }, { actor, catalogue }): OfficeRuling {
    const { viewId, seen, ...words } = args;
    if (!mayShareView(actor, words.departmentCode)) return refuseOffice('notPermitted');
    if (words.departmentCode !== null && !findDepartment(catalogue, words.departmentCode)) return refuseOffice('unknownDepartment', { departmentCode: words.departmentCode });
    if (viewId === null) {
      if (office.views.some(({ id }) => id === uid)) return refuseOffice('alreadyDone');
      if (office.views.filter(({ endedAt }) => endedAt === null).length >= MOST_SHARED) return refuseOffice('tooManyViews', { most: MOST_SHARED });
      return acceptOffice({ kind: 'viewSaved', viewId: uid, words });
    }
    const current = office.views.find(({ id }) => id === viewId);
    if (!current) return refuseOffice('notFound', { what: 'view' });
    if (!mayShareView(actor, current.departmentCode)) return refuseOffice('notPermitted');
    if (current.endedAt !== null) return refuseOffice('alreadyEnded', { what: 'view' });
    if (canonicalJson(wordsOf(current)) === canonicalJson(words)) return refuseOffice('nothingToChange');
    if (current.changedIn !== seen) return refuseOffice('changedMeanwhile', { what: 'view', mine: words, theirs: wordsOf(current), changedBy: current.changedBy });
    return acceptOffice({ kind: 'viewSaved', viewId, words });
  },
});

function wordsOf({ name, departmentCode, question, columns }: SharedView): SharedViewWords {
  return { name, departmentCode, question, columns };
}
