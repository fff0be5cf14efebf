import { t } from '../../src-shared/language/language.ts';
import type { CommandType } from '../../src-shared/commands/index.ts';
import type { AttentionAction } from '../../src-shared/protocol/data-rpc/workstation-views.ts';

/** What somebody wanted, as a heading. */
export const COMMAND_WORDS: Record<CommandType, string> = {
  'case.open': t`New case`,
  'case.edit': t`Edit`,
  'case.assign': t`Assign`,
  'case.take': t`Take`,
  'case.transfer': t`Transfer`,
  'case.refer': t`Refer`,
  'case.logContact': t`Contact`,
  'case.addNote': t`Note`,
  'case.addProgressNote': t`Progress note`,
  'case.hold': t`Hold`,
  'case.resume': t`Resume`,
  'case.close': t`Close`,
  'case.reopen': t`Reopen`,
  'case.addCoReporter': t`Another person`,
  'case.attachFile': t`File`,
  'case.link': t`Link`,
  'case.acknowledge': t`Acknowledgement`,
  'case.addTask': t`New task`,
  'case.assignTask': t`Assign a task`,
  'case.finishTask': t`Finish a task`,
  'case.merge': t`Merge`,
  'case.unmerge': t`Undo a merge`,
  'case.absorb': t`Merge`,
  'case.separate': t`Undo a merge`,
  'case.unlink': t`Remove a link`,
  'case.correspond': t`Letter or message`,
  'case.recordSurvey': t`Survey answer`,
  'case.closeFollowUp': t`Close the follow-up`,
  'case.review': t`Review`,
  'case.seal': t`Seal`,
  'case.logOpening': t`Opened a sealed case`,
  'case.tellSupervisor': t`Tell the supervisor`,
  'case.watchClock': t`Clock`,
};

export interface ActionWords {
  readonly label: string;
  /** Said when it is done. */
  readonly done: string;
}

/** The ways on, each with its one key; in the order of the buttons. */
export const ACTION_WORDS: Record<AttentionAction, ActionWords> = {
  calledBack: { label: t`Done, they know`, done: t`Called back.` },
  doItAnyway: { label: t`Do it anyway`, done: t`Done anyway.` },
  keepAsNote: { label: t`Keep as a note`, done: t`Kept as a note on the case.` },
  handOver: { label: t`Hand over`, done: t`Handed over.` },
  drop: { label: t`Drop`, done: t`Dropped.` },
};

/** `3 left.`; `Nothing else needs attention.` */
export function leftWords(count: number): string {
  return count === 0 ? t`Nothing else needs attention.` : t`${count} left.`;
}
