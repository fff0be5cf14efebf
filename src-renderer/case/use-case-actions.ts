import { useState } from 'react';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { formatTrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import type { Action } from '../app/keymap/action.ts';
import { useActions } from '../app/keymap/use-actions.ts';
import { goBack, goTo } from '../app/routes.ts';
import { useStaff } from '../app/workplace.tsx';
import { dataErrorSentence } from '../data/data-error.ts';
import { newCommandId } from '../data/new-id.ts';
import { commands } from '../data/run-command.ts';
import { showToast } from '../ui/announce.tsx';
import { type CaseActionName, isOffered } from './case-rules.ts';

/** The dialogs of the case; at most one is open. */
export type CaseDialogName =
  | 'assign'
  | 'transfer'
  | 'refer'
  | 'contact'
  | 'note'
  | 'progressNote'
  | 'hold'
  | 'resume'
  | 'link'
  | 'close'
  | 'reopen'
  | 'review'
  | 'edit'
  | 'print'
  | 'addTask'
  | 'finishTask'
  | 'dropTask'
  | 'assignTask'
  | 'unlink'
  | 'unmerge'
  | 'acknowledge'
  | 'tellSupervisor'
  | 'survey'
  | 'closeFollowUp'
  | 'seal'
  | 'write'
  | 'copyLetter'
  | 'mailLog';

export interface OpenDialog {
  readonly name: CaseDialogName;
  /** What of the case it is about, such as a task's id; null: the case, or whatever the dialog begins with. */
  readonly subject: string | null;
}

export interface CaseActions {
  /** In the order of the buttons. */
  readonly shown: readonly Action[];
  /** Those whose buttons stand in the part of the screen that they act on. */
  readonly inPlace: Readonly<Record<InPlaceId, Action>>;
  readonly open: OpenDialog | null;
  readonly openDialog: (name: CaseDialogName, subject?: string) => void;
  readonly closeDialog: () => void;
  /** Why taking the case failed; null when it did not. */
  readonly problem: string | null;
}

interface Spec {
  readonly id: string;
  readonly label: string;
  readonly key: string;
  readonly needs: CaseActionName;
  readonly dialog: CaseDialogName;
}

const HOLD: Spec = { id: 'case.hold', label: 'Hold', key: 'h', needs: 'hold', dialog: 'hold' };
const RESUME: Spec = { id: 'case.resume', label: 'Resume', key: 'h', needs: 'resume', dialog: 'resume' };
const ACKNOWLEDGE: Spec = { id: 'case.acknowledge', label: 'Acknowledge', key: 'o', needs: 'acknowledge', dialog: 'acknowledge' };
const BEFORE_HOLD: readonly Spec[] = [
  { id: 'case.assign', label: 'Assign', key: 'a', needs: 'assign', dialog: 'assign' },
  { id: 'case.transfer', label: 'Transfer', key: 't', needs: 'transfer', dialog: 'transfer' },
  { id: 'case.refer', label: 'Refer', key: 'f', needs: 'refer', dialog: 'refer' },
  { id: 'case.contact', label: 'Log contact', key: 'l', needs: 'logContact', dialog: 'contact' },
  { id: 'case.write', label: 'Write to the citizen', key: 'w', needs: 'write', dialog: 'write' },
  { id: 'case.note', label: 'Add note', key: 'n', needs: 'addNote', dialog: 'note' },
  { id: 'case.progressNote', label: 'Add progress note', key: 'g', needs: 'addProgressNote', dialog: 'progressNote' },
];
const AFTER_HOLD: readonly Spec[] = [
  { id: 'case.link', label: 'Link or merge', key: 'm', needs: 'link', dialog: 'link' },
  { id: 'case.edit', label: 'Edit', key: 'e', needs: 'edit', dialog: 'edit' },
];
const CLOSE: Spec = { id: 'case.close', label: 'Close case', key: 'c', needs: 'close', dialog: 'close' };
const REVIEW: Spec = { id: 'case.review', label: 'Review the answer', key: 'c', needs: 'review', dialog: 'review' };
const REOPEN: Spec = { id: 'case.reopen', label: 'Reopen', key: 'r', needs: 'reopen', dialog: 'reopen' };

/** Their buttons stand beside what they act on. */
const IN_PLACE = {
  addTask: { id: 'case.addTask', label: 'Add task', key: 'k', needs: 'addTask', dialog: 'addTask' },
  finishTask: { id: 'case.finishTask', label: 'Finish a task', key: 'd', needs: 'finishTask', dialog: 'finishTask' },
  seal: { id: 'case.seal', label: 'Report misconduct', key: 'x', needs: 'seal', dialog: 'seal' },
  tellSupervisor: { id: 'case.tellSupervisor', label: 'Tell the supervisor', key: 'j', needs: 'tellSupervisor', dialog: 'tellSupervisor' },
  survey: { id: 'case.survey', label: 'Survey answers', key: 's', needs: 'recordSurvey', dialog: 'survey' },
  closeFollowUp: { id: 'case.closeFollowUp', label: 'Close follow-up', key: 'b', needs: 'closeFollowUp', dialog: 'closeFollowUp' },
  mailLog: { id: 'case.mailLog', label: 'Mail log', key: 'q', needs: 'addNote', dialog: 'mailLog' },
  unmerge: { id: 'case.unmerge', label: 'Undo merge', key: 'z', needs: 'unmerge', dialog: 'unmerge' },
} as const satisfies Readonly<Record<string, Spec>>;
type InPlaceId = keyof typeof IN_PLACE | 'openWhole';

/** To the case that this one is part of. */
function openWhole({ mergedInto }: Case): Action {
  const number = mergedInto === null ? '' : ` ${formatTrackingNumber(mergedInto.trackingNumber)}`;
  return { id: 'case.openWhole', label: `Open${number}`, keys: ['i'], isEnabled: mergedInto !== null, run: () => mergedInto && goTo({ screen: 'case', caseId: mergedInto.caseId }) };
}

export interface FileActions {
  readonly chooseFile: () => void;
  readonly viewFiles: () => void;
}

/** Everything that can be done to this case, each by its letter and its button. */
export function useCaseActions(current: Case, { chooseFile, viewFiles }: FileActions): CaseActions {
  const staff = useStaff();
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const offered = (name: CaseActionName): boolean => isOffered(name, current, staff);
  const openDialog = (name: CaseDialogName, subject: string | null = null): void => setOpen({ name, subject });
  const fromSpec = ({ id, label, key, needs, dialog }: Spec): Action => ({ id, label, keys: [key], isEnabled: offered(needs), run: () => openDialog(dialog) });
  async function take(): Promise<void> {
    try {
      const reply = await commands.run({ commandId: newCommandId(), caseId: current.id, type: 'case.take', args: { seenAssigneeId: current.assigneeId } });
      setProblem(reply.ok ? null : reply.sentence);
      if (reply.ok) showToast('The case is yours.');
    } catch (error) {
      setProblem(dataErrorSentence(error));
    }
  }
  const shown: readonly Action[] = [
    { id: 'case.take', label: 'Take', keys: ['y'], isEnabled: offered('take'), run: () => void take() },
    ...(offered('acknowledge') ? [fromSpec(ACKNOWLEDGE)] : []),
    ...BEFORE_HOLD.map(fromSpec),
    fromSpec(current.state === 'onHold' ? RESUME : HOLD),
    ...AFTER_HOLD.map(fromSpec),
    fromSpec(offered('review') ? REVIEW : CLOSE),
    fromSpec(REOPEN),
    { id: 'case.attach', label: 'Attach file', keys: ['u'], isEnabled: offered('attach'), run: chooseFile },
    { id: 'case.files', label: 'View files', keys: ['v'], isEnabled: current.attachments.length > 0, run: viewFiles },
    { id: 'case.print', label: 'Print', keys: ['p', 'Ctrl+P'], run: () => openDialog('print') },
  ];
  const dialogs = Object.fromEntries(Object.entries(IN_PLACE).map(([name, spec]) => [name, fromSpec(spec)])) as Record<keyof typeof IN_PLACE, Action>; // safe: the keys of IN_PLACE
  const seal: Action = { ...dialogs.seal, label: current.isSealed ? 'Name who it is about' : IN_PLACE.seal.label };
  const inPlace: CaseActions['inPlace'] = { ...dialogs, seal, openWhole: openWhole(current) };
  useActions({ id: 'case', title: 'Case' }, [...shown, ...Object.values(inPlace), { id: 'case.back', label: 'Back', keys: ['Escape'], run: goBack, isKeyOnly: true }]);
  return { shown, inPlace, open, openDialog, closeDialog: () => setOpen(null), problem };
}
