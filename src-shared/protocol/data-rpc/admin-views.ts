/** What the administration screens ask: the effect of a change before it is made, versions, undo, files, passwords. */
import { z } from 'zod';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { ChangeSet, type EntryPlace, type EntryProblem } from '../../catalogue/catalogue-change.ts';
import type { ChangeLine } from '../../catalogue/changes-between.ts';
import type { FileProblem } from '../../catalogue/read-configuration.ts';
import type { Clock } from '../../catalogue/time-rules.ts';
import type { TrackingNumber } from '../../tracking-number/tracking-number.ts';
import { type CaseId, CommandId, StaffId } from '../../util/ids.ts';
import type { UtcMs } from '../../util/time.ts';
import type { OfficeRefusedReply } from './office-views.ts';

/** Entries as a screen sets them; what its author saw is known from `basedOnVersion`, the catalogue the screen shows. */
export const ChangeSetInput = z.object({
  basedOnVersion: z.int().positive(),
  changes: z.array(ChangeSet.shape.changes.element.omit({ seen: true })).max(5_000),
  orders: ChangeSet.shape.orders,
});
export type ChangeSetInput = z.input<typeof ChangeSetInput>;

export const PublishInput = ChangeSetInput.extend({ commandId: CommandId, note: z.string().max(1_000) });
export type PublishInput = z.input<typeof PublishInput>;

/** One due date that would be another under the rules as changed. */
export interface MovedDate {
  readonly caseId: CaseId;
  readonly trackingNumber: TrackingNumber;
  readonly clock: Clock;
  /** Null: nothing is promised. */
  readonly from: UtcMs | null;
  readonly to: UtcMs | null;
}

/**
 * What the change means for the open cases this workstation holds. Nothing moves by itself: a case keeps the time rules it was
 * received under.
 */
export interface DueDateEffect {
  /** Open cases looked at. */
  readonly openCases: number;
  /** Due dates that would differ if these cases were received under the new rules. */
  readonly moved: number;
  readonly earlier: number;
  readonly later: number;
  /** A few of them, those that move furthest first. */
  readonly examples: readonly MovedDate[];
}

/** Somebody who may no longer do or see something, and how many open cases of it there are here. */
export interface LostSight {
  readonly staffId: StaffId;
  readonly departmentCode: string;
  /** `work`: changes cases of the department. `sealed`: sees its sealed cases. */
  readonly what: 'work' | 'sealed';
  readonly openCases: number;
}

export interface CataloguePreview {
  readonly lines: readonly ChangeLine[];
  readonly dueDates: DueDateEffect;
  /** Departments that take no cases any more, or are gone, with their open cases here. */
  readonly endedDepartments: readonly { readonly departmentCode: string; readonly openCases: number }[];
  /** Services no longer offered, with their open cases here. */
  readonly endedServices: readonly { readonly serviceCode: string; readonly openCases: number }[];
  /** Staff made inactive, with the open cases here that are theirs. */
  readonly endedStaff: readonly { readonly staffId: StaffId; readonly openCases: number }[];
  readonly lostSight: readonly LostSight[];
  /** Guides that everybody has to read (again). */
  readonly toRead: readonly { readonly guideCode: string; readonly staff: number }[];
  /** New staff, who have no password yet. */
  readonly withoutPassword: readonly StaffId[];
  /** The same in plain sentences, most important first. */
  readonly sentences: readonly string[];
}

export type PreviewReply =
  | { readonly ok: true; readonly preview: CataloguePreview }
  /** It could not be published as it is; `problems` when it does not fit together. */
  | (OfficeRefusedReply & { readonly problems: readonly EntryProblem[] });

export interface CatalogueVersion {
  readonly version: number;
  readonly at: UtcMs;
  /** Staff ID, or words for what loaded it. */
  readonly by: string;
  readonly note: string;
  /** Null: nobody compared it with the one before (it was loaded). */
  readonly changes: readonly ChangeLine[] | null;
}

/** The server could not be asked, or would not answer: what to do, in one sentence. */
export interface NotAnswered {
  readonly ok: false;
  readonly sentence: string;
}

export type VersionsReply = { readonly ok: true; readonly versions: readonly CatalogueVersion[]; readonly hasMore: boolean } | NotAnswered;
export type VersionReply = { readonly ok: true; readonly version: CatalogueVersion; readonly catalogue: Catalogue } | NotAnswered;

/** Changes ready to be shown and published on top of the catalogue held here. */
export interface ReadyChanges {
  readonly basedOnVersion: number;
  readonly changes: ChangeSetInput['changes'];
  readonly orders: NonNullable<ChangeSetInput['orders']>;
  readonly lines: readonly ChangeLine[];
}

export type UndoReply =
  /** `changedSince`: left alone, because somebody has changed it again. */
  | (ReadyChanges & { readonly ok: true; readonly changedSince: readonly EntryPlace[] })
  | NotAnswered;

export type ReadImportReply =
  | (ReadyChanges & { readonly ok: true })
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

export const GivePasswordInput = z.object({ staffId: StaffId, ownPassword: z.string().min(1).max(1_000) });
export type GivePasswordInput = z.infer<typeof GivePasswordInput>;

/** `password` is shown once and kept nowhere: the server has only its hash. */
export type GivePasswordReply = { readonly ok: true; readonly password: string } | NotAnswered;

/** Active staff who cannot sign in yet. */
export type WithoutPasswordReply = { readonly ok: true; readonly staffIds: readonly StaffId[] } | NotAnswered;
