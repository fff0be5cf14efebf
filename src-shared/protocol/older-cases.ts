/**
 * POST /sync/v1/search and POST /sync/v1/find: closed cases that a workstation no longer holds, searched for and fetched one by
 * one at the server. Only what the station's buckets hold.
 */
import { z } from 'zod';
import { TrackingNumber } from '../tracking-number/tracking-number.ts';
import { CaseId, StationId } from '../util/ids.ts';
import { UtcMs } from '../util/time.ts';

/** Built by the same `evolve` as everywhere; newer versions may have added fields, so it is not parsed field by field. */
const Document = z.looseObject({ id: z.uuid() });

export const OlderSearchRequest = z.object({
  station: StationId,
  /** Every word has to be there; the last may be unfinished. */
  text: z.string().max(500),
  /** Closed before this moment: later ones are held by the workstation itself. */
  closedBefore: UtcMs,
  /** `next` of the page before; null for the first. */
  after: z.string().max(100).nullable(),
  limit: z.int().min(1).max(100),
});
export type OlderSearchRequest = z.infer<typeof OlderSearchRequest>;

export const OlderSearchReply = z.object({
  /** Last closed first. */
  cases: z.array(Document),
  next: z.string().nullable(),
  /** Cases closed before this moment have been put in order for the search; later ones may be missing. */
  searchableBefore: UtcMs,
});
export type OlderSearchReply = z.infer<typeof OlderSearchReply>;

/** By id, or by any number that leads to it. */
export const FindCaseRequest = z.object({ station: StationId, by: z.union([z.object({ caseId: CaseId }), z.object({ trackingNumber: TrackingNumber })]) });
export type FindCaseRequest = z.infer<typeof FindCaseRequest>;

export const FindCaseReply = z.object({
  /** Null: there is none, or it is in none of the station's buckets. */
  case: Document.nullable(),
  /** Those of the station's buckets the case is in. */
  buckets: z.array(z.string()),
  /** Other cases the number leads to: it was on two slips. */
  alsoLeadsTo: z.array(CaseId).default([]),
});
export type FindCaseReply = z.infer<typeof FindCaseReply>;
