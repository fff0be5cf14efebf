/** What a window asks about neighborhoods, contributors and town halls. */
import { z } from 'zod';
import type { Language } from '../../domain/case.ts';
import type { TrackingNumber } from '../../tracking-number/tracking-number.ts';
import { Code, CommandId } from '../../util/ids.ts';
import type { UtcMs } from '../../util/time.ts';
import type { CaseRow } from './case-views.ts';

/** Received: in the last 30 days. Overdue: one of its promises is late, that of a follow-up on a closed case too. */
export const NEIGHBORHOOD_FIGURES = ['open', 'received', 'overdue'] as const;
export const NeighborhoodFigure = z.enum(NEIGHBORHOOD_FIGURES);
export type NeighborhoodFigure = z.infer<typeof NeighborhoodFigure>;

export const EVENT_FIGURES = ['entered', 'open'] as const;
export const EventFigure = z.enum(EVENT_FIGURES);
export type EventFigure = z.infer<typeof EventFigure>;

/** The cases behind one figure. */
export const CommunityQuestion = z.discriminatedUnion('of', [
  /** `code` null: of no neighborhood. */
  z.object({ of: z.literal('neighborhood'), code: Code.nullable(), figure: NeighborhoodFigure }),
  z.object({ of: z.literal('event'), eventId: CommandId, figure: EventFigure }),
  /** `key`: as in `Contributor`. */
  z.object({ of: z.literal('contributor'), key: z.string().max(600) }),
]);
export type CommunityQuestion = z.infer<typeof CommunityQuestion>;

export const CommunityPageRequest = z.object({
  question: CommunityQuestion,
  /** `next` of the page before; null for the first page. */
  after: z.string().max(200).nullable(),
  limit: z.int().min(1).max(500),
});
export type CommunityPageRequest = z.infer<typeof CommunityPageRequest>;

/** Open and overdue: soonest due first. Everything else: received last first. */
export interface CommunityPage {
  readonly rows: readonly CaseRow[];
  /** Null on the last page. */
  readonly next: string | null;
}

export interface NeighborhoodFigures extends Readonly<Record<NeighborhoodFigure, number>> {
  /** Null: cases of no neighborhood, contributors none of whose cases has one. */
  readonly code: string | null;
  readonly contributors: number;
}

export interface EventFigures extends Readonly<Record<EventFigure, number>> {
  readonly eventId: string;
}

/** Of what is on this workstation and whoever is signed in may see. Neighborhoods and events that nothing belongs to are left out. */
export interface CommunityFigures {
  readonly neighborhoods: readonly NeighborhoodFigures[];
  readonly events: readonly EventFigures[];
}

/**
 * A citizen of the liaison program, as they were recorded last. One is a contributor when the latest of their cases that says
 * anything about it says so.
 */
export interface Contributor {
  /** As in `CallerMatch`: the same phone and name. */
  readonly key: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly language: Language;
  /** Of the latest of their cases that has one; null: none has. */
  readonly neighborhoodCode: string | null;
  readonly caseCount: number;
  readonly openCount: number;
  readonly lastReceivedAt: UtcMs;
}

export const ContributorsRequest = z.object({
  /** Letters of a name, e-mail address or street, or digits of a phone number; empty: everybody. */
  search: z.string().max(300),
  /** Left out: of all neighborhoods; null: of none. */
  neighborhoodCode: Code.nullable().optional(),
  limit: z.int().min(1).max(20_000),
});
export type ContributorsRequest = z.infer<typeof ContributorsRequest>;

export interface ContributorsPage {
  /** By name. */
  readonly rows: readonly Contributor[];
  /** How many there are, though the list was cut. */
  readonly total: number;
}

/** A number given out during a town-hall entry. */
export interface EnteredNumber {
  readonly trackingNumber: TrackingNumber;
  /** A slip of it went to the receipt printer here. */
  readonly isPrinted: boolean;
}

/** What whoever is signed in enters here of a town hall. It lasts until it is ended, also over a restart. */
export interface TownHallEntry {
  readonly eventId: CommandId;
  readonly since: UtcMs;
  /** In the order they were given out. */
  readonly entered: readonly EnteredNumber[];
}
