/** Commands as they come from a window: given by whoever is signed in, answered with a sentence when refused. */
import type {
  AddCoReporterInput,
  AttachFileInput,
  CaseCommandInput,
  NumberIssuedReply,
  OpenCaseInput,
  RefusedReply,
  RunReply,
} from '../../src-shared/protocol/data-rpc/command-input.ts';
import { MAX_ATTACHMENT_BYTES } from '../../src-shared/commands/attach-file.ts';
import type { Catalogue, Staff } from '../../src-shared/catalogue/catalogue.ts';
import { refusalSentence } from '../../src-shared/domain/refusal-sentence.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import { type CommandRequest, runCommand, type RunOutcome } from '../outbox/run-command.ts';
import { readSyncState } from '../sync/sync-state.ts';
import { currentSession } from '../session/session.ts';
import type { Workstation } from '../workstation.ts';

export function openCase(workstation: Workstation, input: OpenCaseInput): NumberIssuedReply {
  const { commandId, caseId, draftId, fields } = input;
  const args = { ...fields, source: null, formerNumbers: [] };
  return issued(workstation, { commandId, caseId, type: 'case.open', args, takesNumber: true, draftId });
}

export function addCoReporter(workstation: Workstation, input: AddCoReporterInput): NumberIssuedReply {
  const { commandId, caseId, draftId, person, channel, receivedAt } = input;
  const args = { person, channel, receivedAt };
  return issued(workstation, { commandId, caseId, type: 'case.addCoReporter', args, takesNumber: true, draftId });
}

export function runCaseCommand(workstation: Workstation, input: CaseCommandInput): RunReply {
  const { commandId, caseId, type, args } = input;
  const outcome = give(workstation, { commandId, caseId, type, args, takesNumber: false });
  return outcome.ok ? { ok: true, caseId } : outcome;
}

/** Keeps the bytes first, then says that they belong to the case: a described file is always there. */
export function attachFile(workstation: Workstation, input: AttachFileInput): RunReply {
  const { commandId, caseId, name, mediaType } = input;
  const bytes = Buffer.from(input.bytesBase64, 'base64');
  if (bytes.byteLength === 0 || bytes.byteLength > MAX_ATTACHMENT_BYTES) {
    const problem = bytes.byteLength === 0 ? 'the file is empty' : 'a file may have at most 50 MB';
    return refused(workstation, { reason: 'invalidCommand', details: { problem } });
  }
  const { sha256, sizeBytes } = workstation.blobs.keep(bytes, mediaType, workstation.now());
  const args = { sha256, name, mediaType, sizeBytes };
  const outcome = give(workstation, { commandId, caseId, type: 'case.attachFile', args, takesNumber: false });
  return outcome.ok ? { ok: true, caseId } : outcome;
}

function issued(workstation: Workstation, request: CommandRequest): NumberIssuedReply {
  const outcome = give(workstation, request);
  if (!outcome.ok) return outcome;
  const { case: current, trackingNumber } = outcome;
  if (trackingNumber === null) throw new Error('A command that takes a number answered without one');
  return { ok: true, caseId: current.id, trackingNumber, respondBy: current.respondBy };
}

type Given = Extract<RunOutcome, { ok: true }> | RefusedReply;

/** Runs a command in the name of whoever is signed in; a refusal carries its sentence. */
export function give(workstation: Workstation, request: CommandRequest): Given {
  const surroundings = whoAndWhat(workstation);
  if ('reason' in surroundings) return surroundings;
  const outcome = runCommand(workstation.db, request, { ...surroundings, now: workstation.now });
  return outcome.ok ? outcome : refused(workstation, outcome);
}

export interface WhoAndWhat {
  readonly actor: Staff;
  readonly catalogue: Catalogue;
}

/** Who is signed in and the city's catalogue, or why nothing can be given now. */
export function whoAndWhat(workstation: Workstation): WhoAndWhat | RefusedReply {
  const { db } = workstation;
  const catalogue = currentCatalogue(db);
  if (!catalogue || readSyncState(db).station === null) {
    return { ok: false, reason: 'notReady', details: {}, sentence: 'This workstation has not reached its server yet. Check the network; it goes on by itself.' };
  }
  const { staff } = currentSession(db);
  if (!staff) return { ok: false, reason: 'notSignedIn', details: {}, sentence: 'Nobody is signed in any more. Sign in again; what you typed is kept.' };
  return { actor: staff, catalogue };
}

/** A refusal with its sentence for the person at the keyboard. */
export function refused(workstation: Workstation, refusal: Omit<Extract<RunOutcome, { ok: false }>, 'ok'>): RefusedReply {
  const { reason, details } = refusal;
  if (reason === 'workstationTooOld') {
    const sentence = 'This workstation is too old for its server and takes nothing new. Update Portreeve (Sync, F8); what you typed is kept, and what was entered before has been sent.';
    return { ok: false, reason, details, sentence };
  }
  if (reason === 'noNumberLeft') {
    const sentence = 'This workstation has no tracking number left. Connect it to the server for a moment, or use a numbered paper form; what you typed is kept.';
    return { ok: false, reason, details, sentence };
  }
  const catalogue = currentCatalogue(workstation.db);
  const sentence = catalogue ? refusalSentence({ reason, details }, catalogue) : reason;
  return { ok: false, reason, details, sentence };
}
