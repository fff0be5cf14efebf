import { t, tFor } from '../../src-shared/language/language.ts';
import { useState } from 'react';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { formatTrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import type { Action } from '../app/keymap/action.ts';
import type { NamedActionId } from '../app/keymap/default-keys.ts';
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
  readonly id: NamedActionId;
  readonly label: string;
  readonly needs: CaseActionName;
  readonly dialog: CaseDialogName;
}

const HOLD: Spec = { id: 'case.hold', label: t`Hold`, needs: 'hold', dialog: 'hold' };
const RESUME: Spec = { id: 'case.resume', label: t`Resume`, needs: 'resume', dialog: 'resume' };
const ACKNOWLEDGE: Spec = { id: 'case.acknowledge', label: t`Acknowledge`, needs: 'acknowledge', dialog: 'acknowledge' };
const BEFORE_HOLD: readonly Spec[] = [
  { id: 'case.assign', label: t`Assign`, needs: 'assign', dialog: 'assign' },
  { id: 'case.transfer', label: t`Transfer`, needs: 'transfer', dialog: 'transfer' },
  { id: 'case.refer', label: t`Refer`, needs: 'refer', dialog: 'refer' },
  { id: 'case.contact', label: t`Log contact`, needs: 'logContact', dialog: 'contact' },
  { id: 'case.write', label: t`Write to the citizen`, needs: 'write', dialog: 'write' },
  { id: 'case.note', label: t`Add note`, needs: 'addNote', dialog: 'note' },
  { id: 'case.progressNote', label: t`Add progress note`, needs: 'addProgressNote', dialog: 'progressNote' },
];
const AFTER_HOLD: readonly Spec[] = [
  { id: 'case.link', label: t`Link or merge`, needs: 'link', dialog: 'link' },
  { id: 'case.edit', label: t`Edit`, needs: 'edit', dialog: 'edit' },
];
const CLOSE: Spec = { id: 'case.close', label: t`Close case`, needs: 'close', dialog: 'close' };
const REVIEW: Spec = { id: 'case.review', label: t`Review the answer`, needs: 'review', dialog: 'review' };
const REOPEN: Spec = { id: 'case.reopen', label: t`Reopen`, needs: 'reopen', dialog: 'reopen' };

/** Their buttons stand beside what they act on. */
const IN_PLACE = {
  addTask: { id: 'case.addTask', label: t`Add task`, needs: 'addTask', dialog: 'addTask' },
  finishTask: { id: 'case.finishTask', label: t`Finish a task`, needs: 'finishTask', dialog: 'finishTask' },
  seal: { id: 'case.seal', label: t`Report misconduct`, needs: 'seal', dialog: 'seal' },
  tellSupervisor: { id: 'case.tellSupervisor', label: t`Tell the supervisor`, needs: 'tellSupervisor', dialog: 'tellSupervisor' },
  survey: { id: 'case.survey', label: t`Survey answers`, needs: 'recordSurvey', dialog: 'survey' },
  closeFollowUp: { id: 'case.closeFollowUp', label: t`Close follow-up`, needs: 'closeFollowUp', dialog: 'closeFollowUp' },
  mailLog: { id: 'case.mailLog', label: t`Mail log`, needs: 'addNote', dialog: 'mailLog' },
  unmerge: { id: 'case.unmerge', label: t`Undo merge`, needs: 'unmerge', dialog: 'unmerge' },
} as const satisfies Readonly<Record<string, Spec>>;
type InPlaceId = keyof typeof IN_PLACE | 'openWhole';

/** To the case that this one is part of. */
function openWhole({ mergedInto }: Case): Action {
  const number = mergedInto === null ? '' : ` ${formatTrackingNumber(mergedInto.trackingNumber)}`;
  return { id: 'case.openWhole', label: tFor('verb')`Open${number}`, isEnabled: mergedInto !== null, run: () => mergedInto && goTo({ screen: 'case', caseId: mergedInto.caseId }) };
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
  const fromSpec = ({ id, label, needs, dialog }: Spec): Action => ({ id, label, isEnabled: offered(needs), run: () => openDialog(dialog) });
  async function take(): Promise<void> {
    try {
      const reply = await commands.run({ commandId: newCommandId(), caseId: current.id, type: 'case.take', args: { seenAssigneeId: current.assigneeId } });
      setProblem(reply.ok ? null : reply.sentence);
      if (reply.ok) showToast(t`The case is yours.`);
    } catch (error) {
      setProblem(dataErrorSentence(error));
    }
  }
  const shown: readonly Action[] = [
    { id: 'case.take', label: t`Take`, isEnabled: offered('take'), run: () => void take() },
    ...(offered('acknowledge') ? [fromSpec(ACKNOWLEDGE)] : []),
    ...BEFORE_HOLD.map(fromSpec),
    fromSpec(current.state === 'onHold' ? RESUME : HOLD),
    ...AFTER_HOLD.map(fromSpec),
    fromSpec(offered('review') ? REVIEW : CLOSE),
    fromSpec(REOPEN),
    { id: 'case.attach', label: t`Attach file`, isEnabled: offered('attach'), run: chooseFile },
    { id: 'case.files', label: t`View files`, isEnabled: current.attachments.length > 0, run: viewFiles },
    { id: 'case.print', label: t`Print`, run: () => openDialog('print') },
  ];
  const dialogs = Object.fromEntries(Object.entries(IN_PLACE).map(([name, spec]) => [name, fromSpec(spec)])) as Record<keyof typeof IN_PLACE, Action>; // safe: the keys of IN_PLACE
  const seal: Action = { ...dialogs.seal, label: current.isSealed ? t`Name who it is about` : IN_PLACE.seal.label };
  const inPlace: CaseActions['inPlace'] = { ...dialogs, seal, openWhole: openWhole(current) };
  useActions({ id: 'case', title: t`Case` }, [...shown, ...Object.values(inPlace), { id: 'case.back', label: t`Back`, run: goBack, isKeyOnly: true }]);
  return { shown, inPlace, open, openDialog, closeDialog: () => setOpen(null), problem };
}
