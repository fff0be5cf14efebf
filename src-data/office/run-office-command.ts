/**
 * An office command given at this workstation: judged, shown, and safely on disk, in one durable transaction. It waits there
 * for the server, which is final.
 */
import { t } from '../../src-shared/language/language.ts';
import type { Catalogue, Staff } from '../../src-shared/catalogue/catalogue.ts';
import { type ChangeCatalogueArgs, entriesTakenOut } from '../../src-shared/office/commands/change-catalogue.ts';
import { OFFICE_COMMAND_VERSIONS, OfficeCommand, type OfficeCommandType } from '../../src-shared/office/commands/index.ts';
import { decideOffice } from '../../src-shared/office/decide-office.ts';
import type { OfficeContext } from '../../src-shared/office/office-decision.ts';
import type { OfficeRefusal } from '../../src-shared/office/office-refusal.ts';
import { replayCatalogue } from '../../src-shared/office/replay-office.ts';
import { MAX_OFFICE_BYTES } from '../../src-shared/protocol/office.ts';
import type { CommandId } from '../../src-shared/util/ids.ts';
import { issueWords } from '../../src-shared/util/issue-words.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { readSyncState } from '../sync/sync-state.ts';
import { commandProblem } from '../util/command-problem.ts';
import { entriesInUseHere } from './entries-in-use.ts';
import { addOfficeCommand, findOfficeCommand, pendingOffice } from './office-rows.ts';
import { shownOffice, showOffice } from './office-store.ts';

export interface OfficeCommandRequest {
  readonly commandId: CommandId;
  readonly type: OfficeCommandType;
  /** As the screen gave them; parsed here. */
  readonly args: unknown;
}

export interface OfficeSurroundings {
  readonly actor: Staff;
  readonly catalogue: Catalogue;
  /** This computer's clock; corrected here by the offset measured at the server. */
  readonly now: () => number;
}

export type OfficeOutcomeHere =
  | { readonly ok: true }
  | ({ readonly ok: false } & OfficeRefusal)
  | { readonly ok: false; readonly reason: 'workstationTooOld'; readonly details: Readonly<Record<string, never>> };

type Refused = Extract<OfficeOutcomeHere, { ok: false }>;

/**
 * Runs an office command. Giving the same `commandId` again has no second effect and answers as the first time.
 *
 * A refusal changes nothing on disk. A change of the catalogue is not shown before the server has it; it is judged on top of
 * those that wait already. Throws only when the disk does; then nothing has happened either.
 */
export function runOfficeCommand(db: WriteDb, request: OfficeCommandRequest, around: OfficeSurroundings): OfficeOutcomeHere {
  return db.transaction(() => (findOfficeCommand(db, request.commandId) ? { ok: true } : runNew(db, request, around)));
}

function runNew(db: WriteDb, request: OfficeCommandRequest, around: OfficeSurroundings): OfficeOutcomeHere {
  const judged = judgeOfficeCommand(db, request, around);
  if (!judged.ok) return judged;
  addOfficeCommand(db, judged.command);
  showOffice(db);
  return { ok: true };
}

export type JudgedHere =
  /** `before`: the catalogue it was judged on, with the changes that wait; `catalogue`: what it makes of it, null when nothing. */
  | { readonly ok: true; readonly command: OfficeCommand; readonly before: Catalogue; readonly catalogue: Catalogue | null }
  | Refused;

/** What would become of a command, as far as this workstation knows; nothing is written. */
export function judgeOfficeCommand(db: ReadDb, request: OfficeCommandRequest, around: OfficeSurroundings): JudgedHere {
  const command = makeCommand(db, request, around);
  if ('ok' in command) return command;
  const context = contextOf(db, command, around);
  if ('ok' in context) return context;
  const decision = decideOffice(shownOffice(db), command, context);
  return decision.ok ? { ok: true, command, before: context.catalogue, catalogue: decision.catalogue } : decision;
}

function makeCommand(db: ReadDb, { commandId, type, args }: OfficeCommandRequest, { actor, now }: OfficeSurroundings): OfficeCommand | Refused {
  const { station, clockOffsetMs, isTooOld, serverNow } = readSyncState(db);
  if (isTooOld) return { ok: false, reason: 'workstationTooOld', details: {} };
  const parsed = OfficeCommand.safeParse({
    uid: commandId,
    userId: actor.id,
    station,
    // Never before what the server last said, as for every command.
    madeAt: utcMs(Math.max(now() + clockOffsetMs, serverNow)),
    type,
    v: OFFICE_COMMAND_VERSIONS.get(type) ?? 1,
    args,
  }, { error: issueWords });
  if (!parsed.success) return invalid(commandProblem(parsed.error));
  if (Buffer.byteLength(JSON.stringify(parsed.data)) > MAX_OFFICE_BYTES) return invalid(t`it is too large to be sent at once; make it in parts`);
  return parsed.data;
}

function invalid(problem: string): Refused {
  return { ok: false, reason: 'invalidCommand', details: { problem } };
}

function contextOf(db: ReadDb, command: OfficeCommand, { actor, catalogue }: OfficeSurroundings): OfficeContext | Refused {
  if (command.type !== 'office.changeCatalogue') return { actor, catalogue };
  const pending = pendingOffice(db).map((row) => row.command);
  const entries = waitingEntries(pending, command.args);
  if (entries.length > 0) return { ok: false, reason: 'entriesWaiting', details: { entries } };
  return { actor, catalogue: replayCatalogue(catalogue, shownOffice(db), pending), inUse: entriesInUseHere(db, entriesTakenOut(command.args)) };
}

/** What the author sees of these is not what will be there when the change arrives. */
function waitingEntries(pending: readonly OfficeCommand[], { changes }: ChangeCatalogueArgs) {
  const waiting = pending.flatMap((command) => (command.type === 'office.changeCatalogue' ? command.args.changes : []));
  return changes
    .filter((change) => waiting.some(({ section, code }) => section === change.section && code === change.code))
    .map(({ section, code }) => ({ section, code }));
}
