/** Commands as they come from a window: given by whoever is signed in, answered with a sentence when refused. */
import { t } from '../../src-shared/language/language.ts';
import type {
  AddCoReporterInput,
  CaseCommandInput,
  NumberIssuedReply,
  OpenCaseInput,
  RefusedReply,
  RunReply,
} from '../../src-shared/protocol/data-rpc/command-input.ts';
import type { AttachFileInput, FileRefused } from '../../src-shared/protocol/data-rpc/file-views.ts';
import type { DraftFile, KeptFile } from '../../src-shared/protocol/data-rpc/kept-file.ts';
import type { CaseId, CommandId } from '../../src-shared/util/ids.ts';
import type { Catalogue, Staff } from '../../src-shared/catalogue/catalogue.ts';
import { refusalSentence } from '../../src-shared/domain/refusal-sentence.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import { findCase } from '../cases/case-queries.ts';
import type { WriteDb } from '../db/database.ts';
import { keepForReceipt } from '../receipts/just-issued.ts';
import { findByUid } from '../outbox/outbox-queries.ts';
import { type CommandRequest, runTogether, type RunOutcome } from '../outbox/run-command.ts';
import { noteKeyedIn } from '../outage-forms/key-in-form.ts';
import { readSyncState } from '../sync/sync-state.ts';
import { currentSession } from '../session/session.ts';
import type { Workstation } from '../workstation.ts';

export function openCase(workstation: IssuingDesk, input: OpenCaseInput): NumberIssuedReply {
  const { commandId, caseId, draftId, fields, windowNow, formNumber, files } = input;
  const args = { ...fields, source: null, formerNumbers: [] };
  return issued(workstation, { commandId, caseId, type: 'case.open', args, takesNumber: true, draftId, windowNow, formNumber }, files);
}

export function addCoReporter(workstation: IssuingDesk, input: AddCoReporterInput): NumberIssuedReply {
  const { commandId, caseId, draftId, person, channel, receivedAt, windowNow, formNumber, files } = input;
  const args = { person, channel, receivedAt };
  return issued(workstation, { commandId, caseId, type: 'case.addCoReporter', args, takesNumber: true, draftId, windowNow, formNumber }, files);
}

export function runCaseCommand(workstation: Workstation, input: CaseCommandInput): RunReply {
  const { commandId, caseId, type, args } = input;
  const outcome = give(workstation, { commandId, caseId, type, args, takesNumber: false });
  return outcome.ok ? { ok: true, caseId } : outcome;
}

/** Keeps the bytes first, then says that they belong to the case: a described file is always there. Null: the upload is not known. */
export function attachFile(workstation: Workstation, input: AttachFileInput): RunReply | FileRefused | null {
  const { commandId, caseId, uploadId, thumbnailBase64 } = input;
  if (findByUid(workstation.db, commandId)) return { ok: true, caseId }; // the answer to the first time was lost
  const kept = workstation.attachments.keep(uploadId);
  if (kept === null || !kept.ok) return kept;
  const outcome = give(workstation, { commandId, caseId, type: 'case.attachFile', args: kept.file, takesNumber: false });
  if (outcome.ok && thumbnailBase64 !== null) workstation.attachments.keepThumbnail(kept.file.sha256, Buffer.from(thumbnailBase64, 'base64'));
  return outcome.ok ? { ok: true, caseId } : outcome;
}

/** The same for a file that was kept on this disk before there was a case. */
export function attachKept(workstation: IssuingDesk, { commandId, caseId, file }: { readonly commandId: CommandId; readonly caseId: CaseId; readonly file: KeptFile }): RunReply | FileRefused {
  if (findByUid(workstation.db, commandId)) return { ok: true, caseId };
  const kept = workstation.attachments.keptBefore(file);
  if (kept === null) return { ok: false, sentence: t`${file.name} is not on this workstation any more. Attach it again.` };
  const outcome = give(workstation, { commandId, caseId, type: 'case.attachFile', args: kept, takesNumber: false });
  return outcome.ok ? { ok: true, caseId } : outcome;
}

/** A file that cannot be attached holds up no number: the window asks about each again and says why. */
function issued(workstation: IssuingDesk, request: CommandRequest, files: readonly DraftFile[]): NumberIssuedReply {
  const { db, now } = workstation;
  const outcome = db.transaction(() => {
    const given = numberOfGone(db, request) ?? give(workstation, request);
    const surroundings = whoAndWhat(workstation);
    if (given.ok && request.formNumber && !('reason' in surroundings)) noteKeyedIn(db, { number: request.formNumber, caseId: request.caseId }, { ...surroundings, now });
    if (given.ok) for (const { commandId, ...file } of files) attachKept(workstation, { commandId, caseId: request.caseId, file });
    return given;
  });
  if (!outcome.ok || !('case' in outcome)) return outcome;
  const { case: current, trackingNumber } = outcome;
  if (current.isSealed) keepForReceipt(db, current, now());
  if (trackingNumber === null) throw new Error('A command that takes a number answered without one');
  return { ok: true, caseId: current.id, trackingNumber, respondBy: current.respondBy, resolveBy: current.isMajorRepair ? null : current.resolveBy };
}

/** The answer was lost, and the case has gone to where it may be held meanwhile: its number stands on the slip all the same. */
function numberOfGone(db: WriteDb, { commandId, caseId }: CommandRequest): Extract<NumberIssuedReply, { ok: true }> | null {
  const command = findByUid(db, commandId)?.command;
  if ((command?.type !== 'case.open' && command?.type !== 'case.addCoReporter') || findCase(db, caseId) !== null) return null;
  return { ok: true, caseId, trackingNumber: command.args.trackingNumber, respondBy: null, resolveBy: null };
}

/** What giving a command needs of the workstation. */
export type GivingDesk = Pick<Workstation, 'db' | 'now'>;

/** What issuing a number needs besides: the files that the draft held. */
type IssuingDesk = GivingDesk & { readonly attachments: Pick<Workstation['attachments'], 'keptBefore'> };

type Given = Extract<RunOutcome, { ok: true }> | RefusedReply;

/** Runs a command in the name of whoever is signed in; a refusal carries its sentence. */
export function give(workstation: GivingDesk, request: CommandRequest): Given {
  return giveTogether(workstation, [request]);
}

/** Runs several commands, each on a case of its own, or none of them. Answers for the first. */
export function giveTogether(workstation: GivingDesk, requests: readonly [CommandRequest, ...CommandRequest[]]): Given {
  const surroundings = whoAndWhat(workstation);
  if ('reason' in surroundings) return surroundings;
  const outcome = runTogether(workstation.db, requests, { ...surroundings, now: workstation.now });
  return outcome.ok ? outcome : refused(workstation, outcome);
}

export interface WhoAndWhat {
  readonly actor: Staff;
  readonly catalogue: Catalogue;
}

/** Who is signed in and the city's catalogue, or why nothing can be given now. */
export function whoAndWhat(workstation: GivingDesk): WhoAndWhat | RefusedReply {
  const { db } = workstation;
  const catalogue = currentCatalogue(db);
  if (!catalogue || readSyncState(db).station === null) {
    return { ok: false, reason: 'notReady', details: {}, sentence: t`This workstation has not reached its server yet. Check the network; it goes on by itself.` };
  }
  const { staff } = currentSession(db);
  if (!staff) return { ok: false, reason: 'notSignedIn', details: {}, sentence: t`Nobody is signed in any more. Sign in again; what you typed is kept.` };
  return { actor: staff, catalogue };
}

/** A refusal with its sentence for the person at the keyboard. */
export function refused(workstation: GivingDesk, refusal: Omit<Extract<RunOutcome, { ok: false }>, 'ok'>): RefusedReply {
  const { reason, details } = refusal;
  if (reason === 'workstationTooOld') {
    const sentence = t`This workstation is too old for its server and takes nothing new. Update Portreeve (Sync, F8); what you typed is kept, and what was entered before has been sent.`;
    return { ok: false, reason, details, sentence };
  }
  if (reason === 'formNumberUsed') {
    return { ok: false, reason, details, sentence: t`A case has the number of this form already. Check the number, or open that case; what you typed is kept.` };
  }
  if (reason === 'noNumberLeft') {
    const sentence = t`This workstation has no tracking number left. Connect it to the server for a moment, or use a numbered paper form; what you typed is kept.`;
    return { ok: false, reason, details, sentence };
  }
  const catalogue = currentCatalogue(workstation.db);
  const sentence = catalogue ? refusalSentence({ reason, details }, catalogue) : reason;
  return { ok: false, reason, details, sentence };
}
