/**
 * POST /sync/v1/pull: the answer is a stream of JSON lines, all of one database snapshot.
 *
 * One header, then rows and results in any order, then one end line. A stream without its end line, or whose count or CRC
 * differs, is thrown away whole.
 */
import { z } from 'zod';
import { Catalogue } from '../catalogue/catalogue.ts';
import { RuleBook } from '../catalogue/time-rules.ts';
import { Office } from '../office/office.ts';
import { TrackingNumber } from '../tracking-number/tracking-number.ts';
import { StationId } from '../util/ids.ts';
import { UtcMs } from '../util/time.ts';
import { ResultStatus } from './push.ts';

export const MAX_OFFICE_ASKS = 500;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

export const PullRequest = z.object({
  station: StationId,
  epoch: z.int(),
  /** Revision this station shows, and its mark; 0 and null before the first pull. Since version 2. */
  rev: z.int().min(0).default(0),
  mark: z.string().max(64).nullable().default(null),
  /** Revision up to which each bucket is known; a bucket not named is at 0. */
  cursors: z.record(z.string(), z.int().min(0)),
  /** Results of this station's commands with a greater seq are wanted. */
  resultsAfter: z.int().min(0),
  numbersWanted: z.int().min(0).max(2_000),
  /** 0 when none is held. */
  catalogueVersion: z.int().min(0),
  /** Version of the newest rule book held; 0 when none is. Since version 2. */
  ruleBookVersion: z.int().min(0).default(0),
  /** Of the office's records held; null when all is taken anew, and they are wanted whatever they are. Left out by a station that knows of none. Since version 2. */
  officeVersion: z.int().min(0).nullable().optional(),
  /** Office commands of this station whose effect, or whose refusal, it believes the server to have. Since version 2. */
  officeAsks: z.array(z.uuid()).max(MAX_OFFICE_ASKS).optional(),
  /** How many workstations' names are held; their names are wanted when the city has others. Left out: not wanted. Since version 2. */
  stationsKnown: z.int().min(0).optional(),
  /** Header and results only: the cases come by another way (a snapshot file). Nothing of the cursors is used. */
  withoutCases: z.boolean().optional(),
  /** Closed cases from before this moment are not wanted in fills, even where the city's own horizon reaches further back. */
  closedSince: UtcMs.optional(),
});
export type PullRequest = z.infer<typeof PullRequest>;

export const PullHeader = z.object({
  h: z.object({
    epoch: z.int(),
    /** The snapshot's revision: the new cursor of every bucket listed. */
    rev: z.int().min(0),
    /**
     * A random word the server has for this revision in this life of its database, null at revision 0. A station gives it
     * back: a server that has another one, or none, was put back to an earlier day without saying so. Since version 2.
     */
    mark: z.string().max(64).nullable().default(null),
    /** Last command of this station whose effect is in this snapshot, and its chain hash. */
    seq: z.int().min(0),
    hash: Hash,
    /** All buckets this station may hold now; rows of any other bucket have to go. */
    buckets: z.array(z.string()),
    /** Buckets to forget and fill again from this answer. */
    reset: z.array(z.string()),
    numbers: z.array(TrackingNumber),
    /** A newer catalogue, or null. */
    catalogue: Catalogue.nullable(),
    /** With a newer catalogue: all rule books newer than the one held, in order of version. Since version 2. */
    ruleBooks: z.array(RuleBook).default([]),
    /** The office's records as of this snapshot; null: as under the version that was named. Since version 2. */
    office: Office.nullable().optional(),
    /** What has become of each office command the request named, in this very snapshot; `unknown`: nobody here has heard of it. Since version 2. */
    officeResults: z.array(z.object({ uid: z.uuid(), status: z.enum(['accepted', 'refused', 'unknown']) })).optional(),
    /** All workstations of the city by name, also those shut out, when there are not as many as the request named. Since version 2. */
    stations: z.array(z.object({ id: StationId, name: z.string() })).optional(),
    /** Workstations hold closed cases for so many days; null: for ever. */
    closedHorizonDays: z.int().positive().nullable().optional(),
    /** Buckets filled anew by this answer lack the cases closed before this moment; null: they lack none. */
    closedSince: UtcMs.nullable().optional(),
    /** Most bytes of cases a workstation of this city may keep. */
    localBoundBytes: z.int().positive().nullable().optional(),
    now: UtcMs,
  }),
});
export type PullHeader = z.infer<typeof PullHeader>;

/**
 * `["r", bucket, caseId, present, document]`: the case entered or left the bucket, or changed in it.
 *
 * `document` is the whole case, or null when it left the bucket or came in an earlier line for another bucket. Of a case that left because
 * it was sealed it is `{ id, sealed: true }`: its traces go too. Since version 2.
 * It is not parsed field by field here: it was built by the same `evolve`, and newer versions may have added fields.
 */
export const PullRow = z.tuple([z.literal('r'), z.string(), z.uuid(), z.boolean(), z.looseObject({ id: z.uuid() }).nullable()]);
export type PullRow = z.infer<typeof PullRow>;

/** `["x", seq, status, code, detail]`: what became of one command. */
export const PullResult = z.tuple([
  z.literal('x'),
  z.int().positive(),
  ResultStatus,
  z.string().nullable(),
  z.record(z.string(), z.unknown()).nullable(),
]);
export type PullResult = z.infer<typeof PullResult>;

/** `rows` counts r and x lines; `crc` is CRC-32 (unsigned) over the bytes of all lines before, newlines included. */
export const PullEnd = z.object({ end: z.int().min(0), rows: z.int().min(0), crc: z.int().min(0) });
export type PullEnd = z.infer<typeof PullEnd>;

/** GET /sync/v1/events: server-sent event `poke`; says only that there may be something to pull. */
export const Poke = z.object({ epoch: z.int(), rev: z.int().min(0) });
export type Poke = z.infer<typeof Poke>;
