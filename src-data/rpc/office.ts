/** The office's records as a window asks for them and gives to them; a refusal carries its sentence. */
import { t } from '../../src-shared/language/language.ts';
import { buildsOn } from '../../src-shared/office/commands/index.ts';
import { OFFICE_REFUSAL_REASONS, type OfficeRefusal, type OfficeRefusalReason } from '../../src-shared/office/office-refusal.ts';
import { officeRefusalSentence } from '../../src-shared/office/office-refusal-sentence.ts';
import { officeCommandWords } from '../../src-shared/office/office-words.ts';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { OfficeCommandInput, OfficeRefusedReply, OfficeRunReply, OfficeView, OfficeWaitingItem } from '../../src-shared/protocol/data-rpc/office-views.ts';
import type { LaterCode } from '../../src-shared/protocol/office.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import type { ReadDb } from '../db/database.ts';
import { openOffice, type OfficeRow, pendingOffice } from '../office/office-rows.ts';
import { shownOffice } from '../office/office-store.ts';
import { type OfficeCommandRequest, type OfficeOutcomeHere, runOfficeCommand } from '../office/run-office-command.ts';
import { currentSession } from '../session/session.ts';
import { type GivingDesk, whoAndWhat } from './commands.ts';

export function officeView(db: ReadDb): OfficeView {
  const waiting = pendingOffice(db).flatMap(({ command }) => [command.uid, ...buildsOn(command).slice(0, 1)]);
  return { office: shownOffice(db), waiting: [...new Set(waiting)] };
}

export function runOffice(desk: GivingDesk, { commandId, type, args }: OfficeCommandInput): OfficeRunReply {
  return giveOffice(desk, { commandId, type, args });
}

/** Runs an office command in the name of whoever is signed in. */
export function giveOffice(desk: GivingDesk, request: OfficeCommandRequest): OfficeRunReply {
  const around = whoAndWhat(desk);
  if ('reason' in around) return notNow(around);
  const outcome = runOfficeCommand(desk.db, request, { ...around, now: desk.now });
  return outcome.ok ? { ok: true, commandId: request.commandId } : refusedOffice(outcome, around.catalogue);
}

/** Why nothing can be given now: nobody is signed in, or the server was never reached. */
export function notNow({ reason, sentence }: Extract<ReturnType<typeof whoAndWhat>, { ok: false }>): OfficeRefusedReply {
  return { ok: false, reason: reason === 'notReady' ? 'notReady' : 'notSignedIn', details: {}, sentence };
}

/** A refusal with its sentence for the person at the keyboard. */
export function refusedOffice(refusal: Extract<OfficeOutcomeHere, { ok: false }>, catalogue: Catalogue): OfficeRefusedReply {
  if (refusal.reason === 'workstationTooOld') {
    const sentence = t`This workstation is too old for its server and takes nothing new. Update Portreeve (Sync, F8); what was entered before has been sent.`;
    return { ok: false, reason: refusal.reason, details: {}, sentence };
  }
  return { ok: false, reason: refusal.reason, details: refusal.details, sentence: officeRefusalSentence(refusal, catalogue) };
}

/** What was given here and is on its way or was refused: one's own; administrators see everybody's. */
export function officeWaiting(db: ReadDb): readonly OfficeWaitingItem[] {
  const catalogue = currentCatalogue(db);
  const { staff } = currentSession(db);
  if (!catalogue || !staff) return [];
  const isForAll = staff.roles.includes('administrator');
  return openOffice(db)
    .filter(({ command }) => isForAll || command.userId === staff.id)
    .map((row) => toItem(db, row, catalogue));
}

function toItem(db: ReadDb, row: OfficeRow, catalogue: Catalogue): OfficeWaitingItem {
  const { uid, command, state, code, details } = row;
  return {
    ...{ uid, type: command.type, userId: command.userId, madeAt: command.madeAt, code, details },
    what: officeCommandWords(command, shownOffice(db), catalogue),
    state: state === 'accepted' ? 'sent' : state,
    sentence: code === null ? null : sentenceOf(code, details, catalogue),
    mayDismiss: state === 'refused' || (state === 'waiting' && code !== null),
  };
}

const LATER: Readonly<Record<LaterCode, string>> = {
  buildsOnUnknown: t`The server was restored and does not have what this builds on; it waits for the workstation that does. Give it up if that one is gone.`,
  signInFirst: t`The server has not checked your password at this workstation yet. Sign out, and sign in again while it is in reach: then it goes on by itself.`,
};

function sentenceOf(code: string, details: OfficeRefusal['details'], catalogue: Catalogue): string {
  if (Object.hasOwn(LATER, code)) return LATER[code as LaterCode]; // safe: checked
  // Safe: checked against the closed list; a reason of a newer server falls through to the general sentence.
  if ((OFFICE_REFUSAL_REASONS as readonly string[]).includes(code)) return officeRefusalSentence({ reason: code as OfficeRefusalReason, details }, catalogue);
  return t`The server refused this for a reason this version does not know. Ask your IT office to update Portreeve.`;
}
