import { z } from 'zod';
import type { CaseKind, CaseState, Channel } from '../../domain/case.ts';
import type { Case } from '../../domain/case-document.ts';
import type { ClockKind } from '../../domain/case-parts.ts';
import type { DueDates } from '../../clock/explain-due.ts';
import type { TrackingNumber } from '../../tracking-number/tracking-number.ts';
import type { CaseId, StaffId } from '../../util/ids.ts';
import type { UtcMs } from '../../util/time.ts';

/**
 * Where a case stands between this workstation and the server.
 *
 * `savedHere`: on this disk, not yet sent; `sent`: the server has the commands, their effect is not back yet;
 * `confirmed`: the server's version is shown; `needsAttention`: something of it was refused and nobody has settled it.
 */
export type CaseSyncState = 'savedHere' | 'sent' | 'confirmed' | 'needsAttention';

/** One line of the queue. */
export interface CaseRow {
  readonly caseId: CaseId;
  readonly trackingNumber: TrackingNumber;
  readonly state: CaseState;
  readonly kind: CaseKind;
  readonly channel: Channel;
  readonly serviceCode: string;
  readonly departmentCode: string;
  readonly assigneeId: StaffId | null;
  readonly requesterName: string;
  readonly locationText: string;
  /** First 200 characters of the description, newlines as spaces. */
  readonly summary: string;
  readonly receivedAt: UtcMs;
  readonly respondBy: UtcMs | null;
  readonly respondedAt: UtcMs | null;
  readonly closedAt: UtcMs | null;
  /** When the case is late, or was from: the earliest of its promises that run; which one it is. Null: none runs. */
  readonly dueAt: UtcMs | null;
  readonly dueClock: ClockKind | null;
  /** How many of its promises were missed so far; closing takes none away. */
  readonly lateCount: number;
  readonly isSealed: boolean;
  readonly isMajorRepair: boolean;
  readonly coReporterCount: number;
  readonly syncState: CaseSyncState;
}

export const QUEUE_VIEWS = [
  ...(['open', 'mine', 'myDepartment', 'myNeighborhood', 'unassigned', 'dueSoon', 'overdue', 'escalatedToMe', 'myTasks', 'followUps', 'surveyAnswers', 'toReview', 'progressDue'] as const),
  ...(['lettersToWrite', 'onHold', 'closed', 'all'] as const),
] as const;
export const QueueView = z.enum(QUEUE_VIEWS);
export type QueueView = z.infer<typeof QueueView>;

export const QUEUE_SORTS = ['due', 'receivedNewest', 'receivedOldest', 'trackingNumber'] as const;
export const QueueSort = z.enum(QUEUE_SORTS);
export type QueueSort = z.infer<typeof QueueSort>;

/** What cases stand together by. `dueDay`: late, today, tomorrow and so on. */
export const QUEUE_GROUPINGS = ['department', 'assignee', 'service', 'state', 'neighborhood', 'channel', 'dueDay'] as const;
export const QueueGrouping = z.enum(QUEUE_GROUPINGS);
export type QueueGrouping = z.infer<typeof QueueGrouping>;

/** A view, and what is typed beside it: words and filters (`queue-query/`). A whole tracking number finds exactly that case, in any view. */
export const QueueQuestion = z.object({ view: QueueView, search: z.string().max(500) });
export type QueueQuestion = z.infer<typeof QueueQuestion>;

export const QueuePageRequest = QueueQuestion.extend({
  sort: QueueSort,
  /** Null: not grouped. */
  groupBy: QueueGrouping.nullable().default(null),
  /** Keys of groups whose cases are left out. */
  closedGroups: z.array(z.string().max(80)).max(500).readonly().default([]),
  /** `next` of the page before; null for the first page. */
  after: z.string().max(200).nullable(),
  limit: z.int().min(1).max(500),
});
export type QueuePageRequest = z.infer<typeof QueuePageRequest>;

export interface QueuePage {
  readonly rows: readonly CaseRow[];
  /** Null on the last page. */
  readonly next: string | null;
  /** What the search text was understood as, for the line above the grid. */
  readonly understoodAs: 'everything' | 'words' | 'trackingNumber' | 'mistypedTrackingNumber';
  /** The group of each row, as many as rows; empty: not grouped. */
  readonly groupKeys: readonly string[];
}

/** Counting ends where nobody reads on. */
export interface CaseCount {
  readonly count: number;
  /** There are more than that. */
  readonly isMore: boolean;
}

export interface GroupCount extends CaseCount {
  /** As in `groupsOf` (queue-query/groups.ts). */
  readonly key: string;
}

/** Why a question has no answer: each of these parts of the text, taken out, would bring cases. */
export interface WhyEmpty {
  readonly removing: readonly string[];
  /** The view itself leaves them out: among all cases there are some. */
  readonly isOfView: boolean;
}

export const OlderPageRequest = z.object({
  view: QueueView,
  search: z.string().max(500),
  /** `next` of the page before; null for the first page. */
  after: z.string().max(200).nullable(),
  limit: z.int().min(1).max(100),
});
export type OlderPageRequest = z.infer<typeof OlderPageRequest>;

/** Cases this workstation does not hold, last closed first; they stand after its own. */
export interface OlderPage {
  readonly rows: readonly CaseRow[];
  /** Null on the last page. */
  readonly next: string | null;
  /** What stands above them, or what to know when there are none; null: nothing. */
  readonly line: string | null;
  /** False: the server is away, did not answer, or knows not all of them yet; `line` says so, and asking again later may bring more. */
  readonly isWhole: boolean;
}

/** A case that is part of another one; its citizen keeps the number. */
export interface CasePart {
  readonly caseId: CaseId;
  readonly trackingNumber: TrackingNumber;
  /** Name of its citizen, empty for an anonymous one; null: the case is not on this workstation. */
  readonly citizen: string | null;
  /** False: it was taken out again, which the case it was part of has not been told. */
  readonly isStillPart: boolean;
}

/** A case as the case screen shows it. */
export interface CaseView {
  readonly case: Case;
  readonly syncState: CaseSyncState;
  /** Ids of facts that are on this workstation only, until the server confirms them; also of missed promises that were noticed here. */
  readonly pendingFactIds: readonly string[];
  /** Cases that were merged into this one, in the order they were. */
  readonly parts: readonly CasePart[];
  readonly due: DueDates;
  /** Names of the workstations its history was written at, by station id, as far as they are known. */
  readonly stationNames: Readonly<Record<string, string>>;
}

export interface CallerMatch {
  /** Stable for one person as recorded: the same phone and name. */
  readonly key: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly language: 'en' | 'es';
  readonly caseCount: number;
  readonly openCount: number;
  readonly lastReceivedAt: UtcMs;
  /** Of the neighborhood liaison program, by the latest of their cases that says so or not (CE-2). */
  readonly isContributor: boolean;
  /** Why this person is listed: `phone ends in 0142`, `name sounds like “Nuñez”`. */
  readonly why: string;
}

export interface SimilarCase {
  readonly row: CaseRow;
  /** Each in words: `same service`, `same place`, `40 m away`, `received 2 days ago`, `both say “water main”`. */
  readonly reasons: readonly string[];
}

/** `HeardWords` as it travels: a word, and the services it speaks for with their weights. */
export type HeardWeights = readonly (readonly [string, readonly (readonly [string, number])[]])[];
