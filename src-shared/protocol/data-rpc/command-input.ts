import { z } from 'zod';
import { MAX_FILES_PER_CASE } from '../../attachments/judge-file.ts';
import { AcknowledgeCaseArgs } from '../../commands/acknowledge-case.ts';
import { AddTaskArgs } from '../../commands/add-task.ts';
import { AssignTaskArgs } from '../../commands/assign-task.ts';
import { FinishTaskArgs } from '../../commands/finish-task.ts';
import { UnlinkCaseArgs } from '../../commands/unlink-case.ts';
import { CorrespondArgs } from '../../commands/correspond.ts';
import { RecordSurveyArgs } from '../../commands/record-survey.ts';
import { CloseFollowUpArgs } from '../../commands/close-follow-up.ts';
import { ReviewCaseArgs } from '../../commands/review-case.ts';
import { SealCaseArgs } from '../../commands/seal-case.ts';
import { LogOpeningArgs } from '../../commands/log-opening.ts';
import { TellSupervisorArgs } from '../../commands/tell-supervisor.ts';
import { AddNoteArgs } from '../../commands/add-note.ts';
import { AddProgressNoteArgs } from '../../commands/add-progress-note.ts';
import { AssignCaseArgs } from '../../commands/assign-case.ts';
import { CloseCaseArgs } from '../../commands/close-case.ts';
import { EditCaseArgs } from '../../commands/edit-case.ts';
import { HoldCaseArgs } from '../../commands/hold-case.ts';
import { LinkCaseArgs } from '../../commands/link-case.ts';
import { LogContactArgs } from '../../commands/log-contact.ts';
import { MergeCaseArgs } from '../../commands/merge-case.ts';
import { UnmergeCaseArgs } from '../../commands/unmerge-case.ts';
import { OpenCaseArgs } from '../../commands/open-case.ts';
import { ReferCaseArgs } from '../../commands/refer-case.ts';
import { ReopenCaseArgs } from '../../commands/reopen-case.ts';
import { ResumeCaseArgs } from '../../commands/resume-case.ts';
import { TakeCaseArgs } from '../../commands/take-case.ts';
import { TransferCaseArgs } from '../../commands/transfer-case.ts';
import { Channel, Person } from '../../domain/case.ts';
import type { RefusalDetails, RefusalReason } from '../../domain/refusal.ts';
import { TrackingNumber } from '../../tracking-number/tracking-number.ts';
import { CaseId, CommandId } from '../../util/ids.ts';
import { UtcMs } from '../../util/time.ts';
import { DraftFile } from './kept-file.ts';

const ids = { commandId: CommandId, caseId: CaseId };
const input = <Type extends string, Args extends z.ZodType>(type: Type, args: Args) =>
  z.object({ ...ids, type: z.literal(type), args });

/**
 * A command as a screen gives it. Author, station and time are added by the data process; the id is made by the screen, so
 * that sending it twice has one effect. Commands that take a tracking number have procedures of their own.
 */
export const CaseCommandInput = z.discriminatedUnion('type', [
  input('case.edit', EditCaseArgs),
  input('case.assign', AssignCaseArgs),
  input('case.take', TakeCaseArgs),
  input('case.transfer', TransferCaseArgs),
  input('case.refer', ReferCaseArgs),
  input('case.logContact', LogContactArgs),
  input('case.addNote', AddNoteArgs),
  input('case.addProgressNote', AddProgressNoteArgs),
  input('case.hold', HoldCaseArgs),
  input('case.resume', ResumeCaseArgs),
  input('case.close', CloseCaseArgs),
  input('case.reopen', ReopenCaseArgs),
  input('case.link', LinkCaseArgs),
  input('case.acknowledge', AcknowledgeCaseArgs),
  input('case.addTask', AddTaskArgs),
  input('case.assignTask', AssignTaskArgs),
  input('case.finishTask', FinishTaskArgs),
  input('case.unlink', UnlinkCaseArgs),
  input('case.correspond', CorrespondArgs),
  input('case.recordSurvey', RecordSurveyArgs),
  input('case.closeFollowUp', CloseFollowUpArgs),
  input('case.seal', SealCaseArgs),
  input('case.review', ReviewCaseArgs),
  input('case.logOpening', LogOpeningArgs),
  input('case.tellSupervisor', TellSupervisorArgs),
]);
export type CaseCommandInput = z.infer<typeof CaseCommandInput>;

/** `otherCommandId`: of the half that the other case gets. */
export const MergeCasesInput = z.object({ ...ids, otherCommandId: CommandId, args: MergeCaseArgs });
export type MergeCasesInput = z.infer<typeof MergeCasesInput>;

export const UnmergeCasesInput = z.object({ ...ids, otherCommandId: CommandId, args: UnmergeCaseArgs });
export type UnmergeCasesInput = z.infer<typeof UnmergeCasesInput>;

export const OpenCaseInput = z.object({
  ...ids,
  /** The parked or running draft this case came from; removed in the same transaction. */
  draftId: z.uuid().nullable(),
  fields: OpenCaseArgs.omit({ trackingNumber: true, source: true, pin: true, formerNumbers: true, catalogueVersion: true }),
  /** The window's clock, when `receivedAt` was taken from it; null when a person typed that moment. */
  windowNow: UtcMs.nullable().default(null),
  /** Read off a paper form: the number the citizen's slip has. Null: the next one in stock. */
  formNumber: TrackingNumber.nullable().default(null),
  /** What the draft held: attached in the same transaction, so that no window can be killed between the number and its files. */
  files: z.array(DraftFile).max(MAX_FILES_PER_CASE).default([]),
});
export type OpenCaseInput = z.infer<typeof OpenCaseInput>;

export const AddCoReporterInput = z.object({
  ...ids,
  draftId: z.uuid().nullable(),
  person: Person.nullable(),
  channel: Channel,
  receivedAt: UtcMs,
  /** As in OpenCaseInput. */
  windowNow: UtcMs.nullable().default(null),
  formNumber: TrackingNumber.nullable().default(null),
  files: z.array(DraftFile).max(MAX_FILES_PER_CASE).default([]),
});
export type AddCoReporterInput = z.infer<typeof AddCoReporterInput>;

/** `sentence` is for the screen; `reason` and `details` for what the screen does about it. */
export interface RefusedReply {
  readonly ok: false;
  readonly reason: RefusalReason | 'notSignedIn' | 'noNumberLeft' | 'formNumberUsed' | 'workstationTooOld' | 'notReady';
  readonly details: RefusalDetails;
  readonly sentence: string;
}

export type RunReply = { readonly ok: true; readonly caseId: CaseId } | RefusedReply;

/** When this arrives the case and its number are on disk: a power cut loses neither. */
export type NumberIssuedReply =
  | { readonly ok: true; readonly caseId: CaseId; readonly trackingNumber: TrackingNumber; readonly respondBy: UtcMs | null; readonly resolveBy: UtcMs | null }
  | RefusedReply;
