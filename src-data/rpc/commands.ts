/** Commands as they come from a window: given by whoever is signed in, answered with a sentence when refused. */
import { randomUUID } from 'node:crypto';
import type {
  AddCoReporterInput,
  AttachFileInput,
  CaseCommandInput,
  NumberIssuedReply,
  OpenCaseInput,
  RefusedReply,
  RunReply,
} from '../../src-shared/protocol/data-rpc/command-input.ts';
import type { SettleAction } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { MAX_ATTACHMENT_BYTES } from '../../src-shared/commands/attach-file.ts';
import type { Catalogue, Staff } from '../../src-shared/catalogue/catalogue.ts';
import { refusalSentence } from '../../src-shared/domain/refusal-sentence.ts';
import { CaseId, CommandId } from '../../src-shared/util/ids.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import { type CommandRequest, runCommand, type RunOutcome } from '../outbox/run-command.ts';
import { readSyncState } from '../sync/sync-state.ts';
import { currentSession } from '../session/session.ts';
import { doItAnyway, findAttentionItem } from '../sync/attention.ts';
import { showAfterSettling } from '../sync/apply-pull.ts';
import { typedWords } from '../sync/typed-words.ts';
import type { Workstation } from '../workstation.ts';

export function openCase(workstation: Workstation, input: OpenCaseInput): NumberIssuedReply {
  const { commandId, caseId, draftId, fields } = input;
  const args = { ...fields, source: null };
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

/** Settles one item of Needs attention: the wish again on the case as it is now, its words as a note, or dropped. */
export function settleAttention(workstation: Workstation, seq: number, action: SettleAction): RunReply {
  const { db } = workstation;
  return db.transaction(() => {
    const catalogue = currentCatalogue(db);
    const item = findAttentionItem(db, seq);
    if (!item || !catalogue) return refused(workstation, { reason: 'nothingToChange', details: {} });
    const { command, current } = item;
    const settled = (): RunReply => {
      item.settle(workstation.now());
      showAfterSettling(db, command.caseId);
      return { ok: true, caseId: command.caseId };
    };
    if (action === 'drop') return settled();
    const again =
      action === 'keepAsNote' ? { type: 'case.addNote' as const, args: { text: typedWords(command, catalogue) } } : doItAnyway(command, current);
    if (!again) return refused(workstation, { reason: 'caseNotFound', details: {} });
    const isOpening = again.type === 'case.open';
    const outcome = give(workstation, {
      commandId: CommandId.parse(randomUUID()),
      // A refused case is opened as a new one: its old number may belong to another case.
      caseId: isOpening ? CaseId.parse(randomUUID()) : command.caseId,
      type: again.type,
      args: again.args,
      takesNumber: isOpening || again.type === 'case.addCoReporter',
    });
    return outcome.ok ? settled() : outcome;
  });
}

function issued(workstation: Workstation, request: CommandRequest): NumberIssuedReply {
  const outcome = give(workstation, request);
  if (!outcome.ok) return outcome;
  const { case: current, trackingNumber } = outcome;
  if (trackingNumber === null) throw new Error('A command that takes a number answered without one');
  return { ok: true, caseId: current.id, trackingNumber, respondBy: current.respondBy };
}

type Given = Extract<RunOutcome, { ok: true }> | RefusedReply;

function give(workstation: Workstation, request: CommandRequest): Given {
  const surroundings = whoAndWhat(workstation);
  if ('reason' in surroundings) return surroundings;
  const outcome = runCommand(workstation.db, request, { ...surroundings, now: workstation.now });
  return outcome.ok ? outcome : refused(workstation, outcome);
}

function whoAndWhat(workstation: Workstation): { readonly actor: Staff; readonly catalogue: Catalogue } | RefusedReply {
  const { db } = workstation;
  const catalogue = currentCatalogue(db);
  if (!catalogue || readSyncState(db).station === null) {
    return { ok: false, reason: 'notReady', details: {}, sentence: 'This workstation has not reached its server yet. Check the network; it goes on by itself.' };
  }
  const { staff } = currentSession(db);
  if (!staff) return { ok: false, reason: 'notSignedIn', details: {}, sentence: 'Nobody is signed in any more. Sign in again; what you typed is kept.' };
  return { actor: staff, catalogue };
}

function refused(workstation: Workstation, refusal: Omit<Extract<RunOutcome, { ok: false }>, 'ok'>): RefusedReply {
  const { reason, details } = refusal;
  if (reason === 'noNumberLeft') {
    const sentence = 'This workstation has no tracking number left. Connect it to the server for a moment, or use a numbered paper form; what you typed is kept.';
    return { ok: false, reason, details, sentence };
  }
  const catalogue = currentCatalogue(workstation.db);
  const sentence = catalogue ? refusalSentence({ reason, details }, catalogue) : reason;
  return { ok: false, reason, details, sentence };
}
