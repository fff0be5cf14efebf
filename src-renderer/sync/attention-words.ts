import type { CommandType } from '../../src-shared/commands/index.ts';
import type { AttentionAction } from '../../src-shared/protocol/data-rpc/workstation-views.ts';

/** What somebody wanted, as a heading. */
export const COMMAND_WORDS: Record<CommandType, string> = {
  'case.open': 'New case',
  'case.edit': 'Edit',
  'case.assign': 'Assign',
  'case.take': 'Take',
  'case.transfer': 'Transfer',
  'case.refer': 'Refer',
  'case.logContact': 'Contact',
  'case.addNote': 'Note',
  'case.addProgressNote': 'Progress note',
  'case.hold': 'Hold',
  'case.resume': 'Resume',
  'case.close': 'Close',
  'case.reopen': 'Reopen',
  'case.addCoReporter': 'Another person',
  'case.attachFile': 'File',
  'case.link': 'Link',
  'case.acknowledge': 'Acknowledgement',
  'case.addTask': 'New task',
  'case.assignTask': 'Assign a task',
  'case.finishTask': 'Finish a task',
  'case.merge': 'Merge',
  'case.unmerge': 'Undo a merge',
  'case.absorb': 'Merge',
  'case.separate': 'Undo a merge',
  'case.unlink': 'Remove a link',
  'case.correspond': 'Letter or message',
  'case.recordSurvey': 'Survey answer',
  'case.closeFollowUp': 'Close the follow-up',
  'case.review': 'Review',
  'case.seal': 'Seal',
  'case.logOpening': 'Opened a sealed case',
  'case.tellSupervisor': 'Tell the supervisor',
  'case.watchClock': 'Clock',
};

export interface ActionWords {
  readonly label: string;
  readonly key: string;
  /** Said when it is done. */
  readonly done: string;
}

/** The ways on, each with its one key; in the order of the buttons. */
export const ACTION_WORDS: Record<AttentionAction, ActionWords> = {
  calledBack: { label: 'Done, they know', key: 'c', done: 'Called back.' },
  doItAnyway: { label: 'Do it anyway', key: 'd', done: 'Done anyway.' },
  keepAsNote: { label: 'Keep as a note', key: 'n', done: 'Kept as a note on the case.' },
  handOver: { label: 'Hand over', key: 'h', done: 'Handed over.' },
  drop: { label: 'Drop', key: 'x', done: 'Dropped.' },
};

/** `3 left.`; `Nothing else needs attention.` */
export function leftWords(count: number): string {
  return count === 0 ? 'Nothing else needs attention.' : `${count} left.`;
}
