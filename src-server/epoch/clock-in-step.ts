import { randomUUID } from 'node:crypto';
import type { AppDeps } from '../app-deps.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { holdClock, markOf, readClock, type SyncClock } from '../feed/clock.ts';
import { raiseEpoch } from './raise-epoch.ts';
import { openMark } from './sealed-mark.ts';

/** What a station has seen of this server: epoch, revision and its mark. */
export interface SeenByStation {
  readonly station: string;
  readonly epoch: number;
  readonly rev: number;
  /** Null when nothing was pulled yet, or by a station of protocol 1. */
  readonly mark: string | null;
}

/**
 * The clock, after making sure that this database still has what the station has seen of it.
 *
 * If not, somebody put an older copy of the database in its place: a new epoch begins here and now, so that every station
 * takes everything anew and sends again what was lost. Which station finds it out first does not matter.
 */
export async function clockInStep(deps: Pick<AppDeps, 'pool' | 'now' | 'log'>, seen: SeenByStation): Promise<SyncClock> {
  const clock = await readClock(deps.pool);
  if (!(await isFromLostLife(deps.pool, clock, seen))) return clock;
  return inTransaction(deps.pool, {}, async (tx) => {
    await holdClock(tx);
    const now = await readClock(tx);
    // Another station was first, or a replica: its epoch will do.
    if (now.epoch > clock.epoch && now.epoch > seen.epoch) return now;
    const incident = randomUUID().slice(0, 8);
    deps.log.error({ station: seen.station, seenEpoch: seen.epoch, seenRev: seen.rev, epoch: now.epoch, rev: now.rev, incident }, 'the database is older than what a workstation has seen of it; a new epoch begins');
    return raiseEpoch(tx, { at: deps.now(), reason: `older than what ${seen.station} had seen (${incident})`, above: seen.epoch });
  });
}


async function isFromLostLife(pool: Pool, clock: SyncClock, seen: SeenByStation): Promise<boolean> {
  if (seen.epoch < clock.epoch || seen.mark === null) return false;
  const mark = await openMark(pool, seen, seen.mark);
  if (mark === null) return false; // nothing this database has ever said
  return seen.epoch > clock.epoch || seen.rev > clock.rev || (await markOf(pool, seen.rev)) !== mark;
}
