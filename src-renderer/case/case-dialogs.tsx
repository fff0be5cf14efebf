import type { ComponentType, ReactElement } from 'react';
import { CloseDialog } from './closing/close-dialog.tsx';
import { ReviewDialog } from './closing/review-dialog.tsx';
import { AcknowledgeDialog } from './complaint/acknowledge-dialog.tsx';
import { SealDialog } from './complaint/seal-dialog.tsx';
import { TellSupervisorDialog } from './complaint/tell-supervisor-dialog.tsx';
import { AssignDialog, TransferDialog } from './dialogs/assign-dialog.tsx';
import { ContactDialog } from './dialogs/contact-dialog.tsx';
import type { CaseDialogProps } from './dialogs/dialog-props.ts';
import { HoldDialog } from './dialogs/hold-dialog.tsx';
import { ReferDialog } from './dialogs/refer-dialog.tsx';
import { NoteDialog, ReopenDialog, ResumeDialog } from './dialogs/text-dialogs.tsx';
import { EditDialog } from './edit/edit-dialog.tsx';
import { PrintDialog } from './print/print-dialog.tsx';
import { ProgressNoteDialog } from './progress/progress-note-dialog.tsx';
import { FollowUpDialog } from './survey/follow-up-dialog.tsx';
import { SurveyDialog } from './survey/survey-dialog.tsx';
import { AddTaskDialog } from './tasks/add-task-dialog.tsx';
import { AssignTaskDialog } from './tasks/assign-task-dialog.tsx';
import { DropTaskDialog, FinishTaskDialog } from './tasks/finish-task-dialog.tsx';
import { LinkDialog } from './ties/link-dialog.tsx';
import { UnlinkDialog } from './ties/unlink-dialog.tsx';
import { UnmergeDialog } from './ties/unmerge-dialog.tsx';
import { CopyDialog } from './told/copy-dialog.tsx';
import { MailLogDialog } from './told/mail-log-dialog.tsx';
import type { CaseDialogName, OpenDialog } from './use-case-actions.ts';
import { WriteDialog } from './writing/write-dialog.tsx';

const DIALOGS: Record<CaseDialogName, ComponentType<CaseDialogProps>> = {
  assign: AssignDialog,
  transfer: TransferDialog,
  refer: ReferDialog,
  contact: ContactDialog,
  note: NoteDialog,
  progressNote: ProgressNoteDialog,
  hold: HoldDialog,
  resume: ResumeDialog,
  link: LinkDialog,
  close: CloseDialog,
  reopen: ReopenDialog,
  edit: EditDialog,
  print: PrintDialog,
  addTask: AddTaskDialog,
  finishTask: FinishTaskDialog,
  dropTask: DropTaskDialog,
  assignTask: AssignTaskDialog,
  unlink: UnlinkDialog,
  review: ReviewDialog,
  unmerge: UnmergeDialog,
  acknowledge: AcknowledgeDialog,
  tellSupervisor: TellSupervisorDialog,
  seal: SealDialog,
  survey: SurveyDialog,
  closeFollowUp: FollowUpDialog,
  write: WriteDialog,
  copyLetter: CopyDialog,
  mailLog: MailLogDialog,
};

/** The open dialog, if any: mounted when it opens, so that it begins with what is true then. */
export function CaseDialog({ open, ...props }: Omit<CaseDialogProps, 'subject'> & { readonly open: OpenDialog | null }): ReactElement | null {
  if (open === null) return null;
  const Dialog = DIALOGS[open.name];
  return <Dialog {...props} subject={open.subject} />;
}
