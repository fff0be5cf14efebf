import { crc32 } from 'node:zlib';
import type { PullEnd, PullHeader, PullRequest } from '../../src-shared/protocol/pull.ts';
import type { PushConflict } from '../../src-shared/protocol/push.ts';
import type { TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import type { StationId } from '../../src-shared/util/ids.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { AppDeps } from '../app-deps.ts';
import type { Connection } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import type { SyncClock } from '../feed/clock.ts';
import { sealMark } from '../epoch/sealed-mark.ts';
import { clockInStep } from '../epoch/clock-in-step.ts';
import { closedSinceAt } from '../feed/closed-horizon.ts';
import { type BucketCursor, feedLines, resultLines } from '../feed/feed-lines.ts';
import type { Grant } from '../feed/grants.ts';
import { officeResults, readOffice } from '../office/office-store.ts';
import { withinOpenLeases } from '../numbers/open-leases.ts';
import { historyEnd, readStanding } from './standing.ts';

/** The lines of an answer, each with its newline; or why there is none. */
export type PullOutcome =
  | { readonly ok: true; readonly lines: AsyncGenerator<string> }
  | { readonly ok: false; readonly conflict: PushConflict };

type PullDeps = Pick<AppDeps, 'pool' | 'now' | 'log' | 'catalogues' | 'numbers'>;

/**
 * Answers a pull with one snapshot of the station's buckets.
 *
 * Numbers are leased first, in a transaction of their own. Then everything is read in one REPEATABLE READ transaction that
 * stays open until the last line is taken; abandoning `lines` early (`return()`) rolls it back.
 */
export async function pull(deps: PullDeps, request: PullRequest): Promise<PullOutcome> {
  const conflict = await epochConflict(deps, request);
  if (conflict !== null) return { ok: false, conflict };
  const numbers = await leaseNumbers(deps, request);
  return { ok: true, lines: pullLines(deps, request, numbers) };
}

async function epochConflict(deps: PullDeps, request: PullRequest): Promise<PushConflict | null> {
  const { epoch } = await clockInStep(deps, request);
  if (epoch === request.epoch) return null;
  return { why: 'epoch', epoch, ...(await historyEnd(deps.pool, request.station)) };
}

function leaseNumbers(deps: PullDeps, { station, numbersWanted }: PullRequest): Promise<readonly TrackingNumber[]> {
  if (numbersWanted === 0) return Promise.resolve([]);
  return inTransaction(deps.pool, {}, (tx) => withinOpenLeases(tx, deps.numbers, { station, wanted: numbersWanted, now: deps.now() }));
}

async function* pullLines(deps: PullDeps, request: PullRequest, numbers: readonly TrackingNumber[]): AsyncGenerator<string> {
  const client = await deps.pool.connect();
  let isClean = false;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const plan = await planPull(client, deps, request, numbers);
    yield* framedLines(plan.header, linesOf(client, request, plan));
    await client.query('COMMIT');
    isClean = true;
  } finally {
    // An abandoned or failed answer leaves a cursor open: the connection is not worth keeping.
    client.release(!isClean);
  }
}

/** Header and cursors of an answer, all read in its snapshot. */
async function planPull(tx: Connection, deps: PullDeps, request: PullRequest, numbers: readonly TrackingNumber[]): Promise<PullPlan> {
  const { clock, mark, end, grants, catalogueVersion, officeVersion, horizon } = await readStanding(tx, request.station);
  const isNewCatalogue = catalogueVersion !== null && catalogueVersion > request.catalogueVersion;
  const reset = grants.filter((grant) => isStale(request.cursors[grant.bucket] ?? 0, grant, clock)).map((grant) => grant.bucket);
  const header: PullHeader = {
    h: {
      epoch: clock.epoch,
      rev: clock.rev,
      mark: mark === null ? null : await sealMark(deps.pool, clock, mark),
      ...end,
      buckets: grants.map((grant) => grant.bucket),
      reset,
      numbers: [...numbers],
      catalogue: isNewCatalogue ? await deps.catalogues.newest(tx) : null,
      ruleBooks: isNewCatalogue ? (await deps.catalogues.ruleBooks(tx, catalogueVersion)).filter(({ version }) => version > request.ruleBookVersion) : [],
      office: request.officeVersion === undefined || request.officeVersion === officeVersion ? null : await readOffice(tx),
      officeResults: await officeResults(tx, request.officeAsks ?? []),
      ...(await stationNames(tx, request)),
      closedHorizonDays: horizon.days,
      localBoundBytes: horizon.boundBytes,
      closedSince: later(closedSinceAt(horizon, deps.now()), request.closedSince ?? null),
      now: deps.now(),
    },
  };
  const cursorOf = (bucket: string) => (reset.includes(bucket) ? 0 : (request.cursors[bucket] ?? 0));
  const buckets: readonly BucketCursor[] = grants.map(({ bucket }) => ({ bucket, cursor: cursorOf(bucket) }));
  return { header, buckets };
}

/** The whole list, when it is another one than the asker has: workstations are added and never deleted, so their number tells. */
async function stationNames(tx: Connection, { stationsKnown }: PullRequest): Promise<Pick<PullHeader['h'], 'stations'>> {
  if (stationsKnown === undefined) return {};
  const { rows } = await tx.query<{ id: StationId; name: string }>('SELECT id, name FROM station WHERE (SELECT count(*) FROM station) <> $1 ORDER BY id', [stationsKnown]);
  return rows.length === 0 ? {} : { stations: rows };
}

/**
 * A cursor that changes alone cannot bring up to date: older than the exits still kept, from before the bucket was granted
 * (again), or from a future this database does not have.
 */
function isStale(cursor: number, grant: Grant, clock: SyncClock): boolean {
  if (cursor === 0) return false;
  return cursor < clock.minRev || cursor < grant.grantedRev || cursor > clock.rev;
}

/** The later of two moments; null comes before all. */
function later(one: UtcMs | null, other: UtcMs | null): UtcMs | null {
  return one === null || (other !== null && other > one) ? other : one;
}

interface PullPlan {
  readonly header: PullHeader;
  readonly buckets: readonly BucketCursor[];
}

/** Most pulls have nothing to tell: then nothing more is asked of the database. */
function linesOf(tx: Connection, request: PullRequest, { header, buckets }: PullPlan): readonly AsyncIterable<readonly string[]>[] {
  const { rev, seq, closedSince } = header.h;
  const behind = buckets.filter(({ cursor }) => cursor < rev);
  return [
    ...(request.resultsAfter < seq ? [resultLines(tx, request.station, request.resultsAfter)] : []),
    ...(request.withoutCases || behind.length === 0 ? [] : [feedLines(tx, buckets, closedSince)]),
  ];
}

/** Header, lines, end line; counts rows and keeps the checksum over everything before the end line. */
export async function* framedLines(header: PullHeader, sources: readonly AsyncIterable<readonly string[]>[]): AsyncGenerator<string> {
  const first = `${JSON.stringify(header)}\n`;
  let crc = crc32(first);
  let rows = 0;
  yield first;
  for (const source of sources) {
    for await (const lines of source) {
      const chunk = `${lines.join('\n')}\n`;
      crc = crc32(chunk, crc);
      rows += lines.length;
      yield chunk;
    }
  }
  yield `${JSON.stringify({ end: header.h.rev, rows, crc } satisfies PullEnd)}\n`;
}
