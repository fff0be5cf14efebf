import { z } from 'zod';
import type { Staff } from '../../catalogue/catalogue.ts';
import type { TrackingNumber } from '../../tracking-number/tracking-number.ts';
import type { CaseId } from '../../util/ids.ts';
import type { UtcMs } from '../../util/time.ts';

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

export interface AttentionItem {
  /** Names this item on this workstation. */
  readonly seq: number;
  readonly caseId: CaseId;
  readonly trackingNumber: TrackingNumber | null;
  readonly madeAt: UtcMs;
  readonly userId: string;
  readonly commandType: string;
  readonly status: 'refused' | 'deferred';
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly sentence: string;
  /** What the author typed, in words, so that it is never lost. */
  readonly typed: string;
  /** Phone or other contact when a citizen may have been told something that no longer holds; else null. */
  readonly callBack: string | null;
}

export const SettleAction = z.enum(['doItAnyway', 'keepAsNote', 'drop']);
export type SettleAction = z.infer<typeof SettleAction>;

export interface SyncStatus {
  readonly connection: 'online' | 'offline' | 'connecting' | 'stopped';
  /** Why sync has stopped and what to do; null unless `connection` is `stopped`. */
  readonly stoppedBecause: string | null;
  readonly offlineSince: UtcMs | null;
  readonly lastPullAt: UtcMs | null;
  readonly waitingToSend: number;
  readonly sentNotConfirmed: number;
  readonly oldestWaitingAt: UtcMs | null;
  readonly numbersLeft: number;
  readonly clockSkewMs: number | null;
  readonly serverUrl: string | null;
  readonly station: string | null;
  readonly epoch: number | null;
  readonly rev: number | null;
  readonly appVersion: string;
  readonly protocolVersion: number;
  readonly lastBackupAt: UtcMs | null;
  readonly caseCount: number;
  readonly attention: readonly AttentionItem[];
  /** Whether this machine may be switched off for good, in one sentence. */
  readonly unplug: { readonly isSafe: boolean; readonly sentence: string };
}

export const PrinterTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('tcp'), host: z.string().min(1).max(253), port: z.int().min(1).max(65_535) }),
  z.object({ kind: z.literal('file'), path: z.string().min(1).max(1_000) }),
]);
export type PrinterTarget = z.infer<typeof PrinterTarget>;

export const PrinterSettings = z.object({
  target: PrinterTarget,
  /** Characters a line holds: 42 or 48 on 80 mm paper. */
  columns: z.union([z.literal(42), z.literal(48)]),
  codePage: z.enum(['cp858', 'cp1252']),
});
export type PrinterSettings = z.infer<typeof PrinterSettings>;

export interface PrintJobRow {
  readonly jobId: string;
  readonly trackingNumber: TrackingNumber;
  readonly queuedAt: UtcMs;
  readonly state: 'waiting' | 'printing' | 'printed' | 'needsLook';
  /** A plain sentence when it waits or needs a look: `The printer is out of paper.` */
  readonly problem: string | null;
  readonly isReprint: boolean;
}

/** What changed in the data process; a screen asks again for what it shows of it. */
export interface DataChange {
  readonly topic: 'cases' | 'sync' | 'spool' | 'session' | 'catalogue' | 'drafts';
  /** For `cases`: which, or null when it may be any. */
  readonly caseIds: readonly CaseId[] | null;
}
