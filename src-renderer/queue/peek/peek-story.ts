import { departmentName, staffName } from '../../../src-shared/catalogue/lookup.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { CHANNEL_LABELS, CONTACT_METHOD_LABELS, CONTACT_OUTCOME_LABELS } from '../../../src-shared/domain/labels.ts';
import { t } from '../../../src-shared/language/language.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';

export interface StoryLine {
  readonly id: string;
  readonly at: UtcMs;
  readonly who: string;
  readonly what: string;
  /** What somebody wrote; empty: nothing. */
  readonly text: string;
}

/** The last turns of a case, newest first: what a glance needs. All of its history is on the case, one Enter away. */
export function lastLines(current: Case, catalogue: Catalogue, most: number): readonly StoryLine[] {
  return current.history
    .toReversed()
    .flatMap((fact) => {
      const told = toldOf(fact, catalogue);
      return told === null ? [] : [{ id: fact.id, at: fact.at, who: staffName(catalogue, fact.by), ...told }];
    })
    .slice(0, most);
}

/** Null: not worth a line at a glance. */
function toldOf(fact: Case['history'][number], catalogue: Catalogue): Pick<StoryLine, 'what' | 'text'> | null {
  switch (fact.kind) {
    case 'caseOpened':
      return { what: t`Taken: ${CHANNEL_LABELS[fact.opened.channel]}`, text: '' };
    case 'noteAdded':
      return { what: t`Note`, text: fact.text };
    case 'progressNoteAdded':
      return { what: t`Progress`, text: fact.text };
    case 'contactLogged':
      return { what: t`Contact: ${CONTACT_METHOD_LABELS[fact.method]}, ${CONTACT_OUTCOME_LABELS[fact.outcome].toLowerCase()}`, text: fact.text };
    case 'assigned':
      return { what: fact.assigneeId === null ? t`Given back to nobody` : t`Assigned to ${staffName(catalogue, fact.assigneeId)}`, text: fact.note };
    case 'transferred':
      return { what: t`Transferred to ${departmentName(catalogue, fact.toDepartmentCode)}`, text: fact.reason };
    case 'putOnHold':
      return { what: t`Put on hold`, text: fact.note };
    case 'resumed':
      return { what: t`Resumed`, text: fact.note };
    case 'closed':
      return { what: t`Closed`, text: fact.closingNote };
    case 'reopened':
      return { what: t`Reopened`, text: fact.reason };
    default:
      return null;
  }
}
