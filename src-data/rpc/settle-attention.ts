/** What a person decides about an entry of Needs attention: carried out here at once, and kept for the server in the same transaction. */
import { randomUUID } from 'node:crypto';
import type { Staff } from '../../src-shared/catalogue/catalogue.ts';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import { mayReceive, maySettle } from '../../src-shared/domain/attention.ts';
import type { SettlementAction } from '../../src-shared/protocol/attention.ts';
import type { AttentionAction, SettleInput, SettleReply } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { CaseId, CommandId } from '../../src-shared/util/ids.ts';
import { findCase } from '../cases/case-queries.ts';
import { setSyncState } from '../cases/write-case.ts';
import type { WriteDb } from '../db/database.ts';
import { syncStateOfCase } from '../outbox/outbox-queries.ts';
import { currentSession } from '../session/session.ts';
import { showAfterSettling } from '../sync/apply-pull.ts';
import { actionsFor, doItAnyway } from '../sync/attention.ts';
import { keepCopiesOf, removeCopy } from '../sync/attention-copies.ts';
import { closeOwn, factsOf, openEntry, type StoredEntry } from '../sync/attention-entries.ts';
import { noteHolder } from '../sync/attention-holder.ts';
import { addSettlement, caseAfterReopening } from '../sync/settlements.ts';
import { typedWords } from '../sync/typed-words.ts';
import { otherHalf } from './merge-cases.ts';
import { giveTogether, type GivingDesk, refused, type WhoAndWhat, whoAndWhat } from './commands.ts';

const ACTIONS: Record<AttentionAction, SettlementAction> = {
  doItAnyway: 'doItAnyway',
  keepAsNote: 'keptAsNote',
  handOver: 'handedOver',
  drop: 'dropped',
  calledBack: 'calledBack',
};

/** One transaction: the new command if there is one, the entry's end here, and the word for the server. A refusal changes nothing. */
export function settleAttention(workstation: GivingDesk, input: SettleInput): SettleReply {
  const { db } = workstation;
  return db.transaction(() => {
    const around = whoAndWhat(workstation);
    if ('reason' in around) return around;
    const entry = openEntry(db, input.uid);
    if (!entry) return refused(workstation, { reason: 'nothingToChange', details: {} });
    const current = findCase(db, caseAfterReopening(db, entry.command.caseId))?.case ?? null;
    const isAllowed = maySettle(around.actor, factsOf(db, entry, around.catalogue)) && actionsFor(entry, current).includes(input.action);
    const receiver = input.to === null ? null : (findStaff(around.catalogue, input.to) ?? null);
    if (!isAllowed || (receiver !== null && !mayReceive(receiver, factsOf(db, entry, around.catalogue)))) {
      return refused(workstation, { reason: 'notPermitted', details: {} });
    }
    const done = carryOut(workstation, entry, { ...around, action: input.action });
    if (!done.ok) return done;
    finish(workstation, entry, { by: around.actor, action: input.action, to: receiver, newCaseId: done.newCaseId });
    return { ok: true, caseId: entry.command.caseId, trackingNumber: done.trackingNumber };
  });
}

type Done = { readonly ok: true; readonly newCaseId: string | null; readonly trackingNumber: TrackingNumber | null } | Extract<SettleReply, { ok: false }>;

/** Gives the command that the decision asks for, if it asks for one. */
function carryOut(workstation: GivingDesk, { command }: StoredEntry, { actor, catalogue, action }: WhoAndWhat & { readonly action: AttentionAction }): Done {
  if (action !== 'doItAnyway' && action !== 'keepAsNote') return { ok: true, newCaseId: null, trackingNumber: null };
  const caseId = CaseId.parse(caseAfterReopening(workstation.db, command.caseId));
  const current = findCase(workstation.db, caseId)?.case ?? null;
  const again = action === 'keepAsNote' ? { type: 'case.addNote' as const, args: { text: typedWords(command, catalogue) } } : doItAnyway(command, current, { actorId: actor.id, takerId: findStaff(catalogue, command.userId)?.isActive === true ? command.userId : actor.id });
  if (!again) return refused(workstation, { reason: 'caseNotFound', details: {} });
  const isOpening = again.type === 'case.open';
  const request = {
    commandId: CommandId.parse(randomUUID()),
    // A refused case is opened as a new one: its old number may belong to another case.
    caseId: isOpening ? CaseId.parse(randomUUID()) : caseId,
    type: again.type,
    args: again.args,
    takesNumber: isOpening || again.type === 'case.addCoReporter',
  };
  const half = otherHalf(workstation, request);
  const outcome = giveTogether(workstation, half === null ? [request] : [request, half]);
  if (!outcome.ok) return outcome;
  return { ok: true, newCaseId: isOpening ? outcome.case.id : null, trackingNumber: outcome.trackingNumber };
}

interface Decision {
  readonly by: Staff;
  readonly action: AttentionAction;
  readonly to: Staff | null;
  readonly newCaseId: string | null;
}

/** The entry ends here, or goes to somebody else; the server is told with the next round. */
function finish(workstation: GivingDesk, entry: StoredEntry, { by, action, to, newCaseId }: Decision): void {
  const { db } = workstation;
  const { uid, ofStation, seq, command } = entry;
  const now = workstation.now();
  addSettlement(db, { uid, ofStation, seq, action: ACTIONS[action], to: to?.id ?? null, by: by.id, madeAt: now, oldCaseId: command.caseId, newCaseId });
  const isOwn = entry.stationName === null;
  if (to !== null && isOwn) noteHolder(db, uid, { holder: to.id, handedBy: by.id });
  if (to === null && isOwn) {
    closeOwn(db, uid, now);
    showAfterSettling(db, command.caseId);
  }
  if (!isOwn) {
    removeCopy(db, uid);
    setSyncState(db, command.caseId, syncStateOfCase(db, command.caseId));
  }
}

/** Takes off the disk what the server sent for somebody who is not at the keyboard any more. Returns the cases it was about. */
export function showForPerson(db: WriteDb): readonly CaseId[] {
  return db.transaction(() => {
    const gone = keepCopiesOf(db, currentSession(db).staff?.id ?? null);
    for (const caseId of gone) setSyncState(db, caseId, syncStateOfCase(db, caseId));
    return gone as readonly CaseId[]; // safe: ids of cases
  });
}
