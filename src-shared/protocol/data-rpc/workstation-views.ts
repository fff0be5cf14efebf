import { z } from 'zod';
import type { Staff } from '../../catalogue/catalogue.ts';
import type { TrackingNumber } from '../../tracking-number/tracking-number.ts';
import { type CaseId, CommandId, StaffId } from '../../util/ids.ts';
import type { UtcMs } from '../../util/time.ts';
import type { CommandType } from '../../commands/index.ts';
import type { AttentionEntry, AttentionReason } from '../../domain/attention.ts';
import type { OfficeCommandType } from '../../office/commands/index.ts';
import type { EditableField } from '../../domain/case.ts';
import type { RefusedReply } from './command-input.ts';

export interface SessionInfo {
  /** Null when nobody is signed in. */
  readonly staff: Staff | null;
  readonly signedInAt: UtcMs | null;
  /** `server`: the password was checked there; `thisWorkstation`: against what this machine keeps, offline. */
  readonly checkedBy: 'server' | 'thisWorkstation' | null;
}

export type SignInReply =
  | { readonly ok: true; readonly session: SessionInfo }
  | {
      readonly ok: false;
      readonly reason: 'wrongIdOrPassword' | 'tooManyTries' | 'offlineAndUnknownHere' | 'offlineTooLong' | 'serverProblem';
      /** What happened and what to do next, for the person at the keyboard. */
      readonly sentence: string;
    };

export interface StationInfo {
  readonly name: string;
  /** Null until the workstation has enrolled at a server. */
  readonly station: string | null;
  readonly serverUrl: string | null;
  readonly appVersion: string;
  /** False until a catalogue and numbers have come from the server once. */
  readonly isReady: boolean;
  readonly notReadyBecause: string | null;
}

export interface DraftRow {
  readonly draftId: string;
  readonly savedAt: UtcMs;
  /** True when put aside with Ctrl+B; false for the one being typed. */
  readonly isParked: boolean;
  readonly title: string;
  /** The form's own values; opaque here. */
  readonly body: unknown;
}

export const SaveDraftInput = z.object({
  draftId: z.uuid(),
  isParked: z.boolean(),
  title: z.string().max(200),
  body: z.json(),
});

/** What was wished for one field, beside what stands there now. */
export interface BothSides {
  readonly field: EditableField | 'assignee' | 'department' | 'closingNote';
  /** As the command has it: a value of the field, a staff ID, a department's code, a text; null: nothing. */
  readonly mine: unknown;
  readonly now: unknown;
  /** False when the case is not on this workstation and the server did not say. */
  readonly isKnown: boolean;
  readonly isSame: boolean;
  /** Who put there what stands there now, and when; null when nobody has since the case was opened, or it is not known. */
  readonly changedBy: StaffId | null;
  readonly changedAt: UtcMs | null;
}

export const AttentionAction = z.enum(['doItAnyway', 'keepAsNote', 'handOver', 'drop', 'calledBack']);
export type AttentionAction = z.infer<typeof AttentionAction>;

export interface AttentionItem {
  /** Id of the command, the same at every workstation. */
  readonly uid: string;
  readonly caseId: CaseId;
  /** False: there is no such case on this workstation to open. */
  readonly isCaseHere: boolean;
  readonly trackingNumber: TrackingNumber | null;
  readonly madeAt: UtcMs;
  readonly userId: string;
  readonly commandType: CommandType;
  /** `renumbered`: it had its effect, but its number was on another citizen's slip too. */
  readonly status: 'refused' | 'deferred' | 'renumbered';
  readonly code: string;
  readonly sentence: string;
  /** What the author typed, in words, so that it is never lost. */
  readonly typed: string;
  /** Empty for commands that only add. */
  readonly sides: readonly BothSides[];
  /** Phone or other contact when a citizen may have been told something that no longer holds; else null. */
  readonly callBack: string | null;
  /** Why it is on this person's list. */
  readonly reason: AttentionReason;
  /** Who handed it over; null when nobody did. */
  readonly handedBy: string | null;
  /** Name of the other workstation it was entered at; null: at this one. */
  readonly stationName: string | null;
  /** Department and seal of the case it is about: who may receive it. Null when not known. */
  readonly about: AttentionEntry['about'];
  /** What can be decided about it here. */
  readonly actions: readonly AttentionAction[];
}

export const SettleInput = z
  .object({ uid: CommandId, action: AttentionAction, to: StaffId.nullable() })
  .refine(({ action, to }) => (action === 'handOver') === (to !== null), 'Exactly what is handed over names a receiver');
export type SettleInput = z.infer<typeof SettleInput>;

/** `trackingNumber`: the one given out by doing it anyway; null when it gave out none. */
export type SettleReply = { readonly ok: true; readonly caseId: CaseId; readonly trackingNumber: TrackingNumber | null } | RefusedReply;

/** A colleague who has a case open right now. */
export interface PresentColleague {
  readonly caseId: CaseId;
  readonly staffId: StaffId;
  readonly stationName: string;
}

/** Tracking numbers in stock, and how long they last. */
export interface NumberLease {
  readonly left: number;
  /** Numbers of its own that this workstation may still give out when those are used up. */
  readonly ownLeft: number;
  /** Used a day, over the last four weeks of work here; null when none was used. */
  readonly perDay: number | null;
}

/** What is on this workstation and nowhere else. */
export interface OnlyHere {
  /** Commands the server has not got. */
  readonly commands: number;
  /** Commands the server has, whose effect has not come back. */
  readonly unconfirmed: number;
  /** Decisions about Needs attention that the server does not know. */
  readonly decisions: number;
  /** Scans and photos that were not sent. */
  readonly files: number;
  /** Receipts that are not on paper yet. */
  readonly receipts: number;
}

/** How much of this disk the records take, and may take. */
export interface RecordsRoom {
  readonly usedBytes: number;
  readonly boundBytes: number;
  /** Cases closed before this moment are kept at the server; null: all are here. */
  readonly closedSince: UtcMs | null;
  /** When it is near the bound: what happens next. */
  readonly sentence: string | null;
}

export interface SyncStatus {
  readonly connection: 'online' | 'offline' | 'connecting' | 'stopped';
  /** Why sync has stopped and what to do; null unless `connection` is `stopped`. */
  readonly stoppedBecause: string | null;
  readonly offlineSince: UtcMs | null;
  readonly lastPullAt: UtcMs | null;
  readonly waitingToSend: number;
  /** The same by kind of command, most first. */
  readonly waitingByKind: readonly { readonly type: CommandType | OfficeCommandType; readonly count: number; readonly oldestAt: UtcMs }[];
  readonly sentNotConfirmed: number;
  readonly oldestWaitingAt: UtcMs | null;
  readonly lease: NumberLease;
  readonly clockSkewMs: number | null;
  readonly serverUrl: string | null;
  readonly station: string | null;
  readonly epoch: number | null;
  readonly rev: number | null;
  readonly appVersion: string;
  readonly protocolVersion: number;
  /** Null until the server has said it. */
  readonly serverVersion: string | null;
  /** Of the server's database; null: the server knows of none. */
  readonly lastBackupAt: UtcMs | null;
  /** When the verified copy of this workstation's records was written; null: there is none yet. */
  readonly localBackupAt: UtcMs | null;
  readonly onlyHere: OnlyHere;
  /** Whether any case is on this workstation. */
  readonly hasCases: boolean;
  /** While the cases of the city are on their way: how far, in words. Null: they are here. */
  readonly gettingReady: string | null;
  readonly room: RecordsRoom;
  readonly attention: readonly AttentionItem[];
  /** Whether this machine may be switched off for good, in one sentence. */
  readonly unplug: { readonly isSafe: boolean; readonly sentence: string };
}

export const PrinterTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('tcp'), host: z.string().min(1).max(253), port: z.int().min(1).max(65_535) }),
  /** A queue of the computer's own print service, which gets the receipt's bytes raw. */
  z.object({ kind: z.literal('system'), queue: z.string().min(1).max(200) }),
  z.object({ kind: z.literal('file'), path: z.string().min(1).max(1_000) }),
]);
export type PrinterTarget = z.infer<typeof PrinterTarget>;

export const PrinterSettings = z.object({
  target: PrinterTarget,
  /** Characters a line holds: 42 or 48 on 80 mm paper, 32 on 58 mm. */
  columns: z.union([z.literal(32), z.literal(42), z.literal(48)]),
  codePage: z.enum(['cp858', 'cp1252']),
  /** False: the printer has no cutter; the paper is fed out far enough to be torn off. */
  cuts: z.boolean().default(true),
});
export type PrinterSettings = z.infer<typeof PrinterSettings>;

/** How the receipt printer is right now; `busy`: a receipt is on its way. `sentence` is null where there is nothing to say. */
export interface PrinterStatusView {
  readonly kind: 'none' | 'busy' | 'silent' | 'ready' | 'nearEnd' | 'problem';
  readonly sentence: string | null;
}

export interface PrintJobRow {
  readonly jobId: string;
  readonly trackingNumber: TrackingNumber;
  readonly queuedAt: UtcMs;
  readonly state: 'waiting' | 'printing' | 'printed' | 'needsLook';
  /** A plain sentence when it waits or needs a look: `The printer is out of paper.` */
  readonly problem: string | null;
  readonly isReprint: boolean;
  /** A numbered paper form, not a receipt. */
  readonly isForm: boolean;
}

/** What changed in the data process; a screen asks again for what it shows of it. */
export interface DataChange {
  readonly topic: 'cases' | 'sync' | 'spool' | 'session' | 'catalogue' | 'office' | 'drafts' | 'presence' | 'files' | 'scans';
  /** For `cases`: which, or null when it may be any. */
  readonly caseIds: readonly CaseId[] | null;
}
