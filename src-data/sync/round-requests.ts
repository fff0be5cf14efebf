import type { PullRequest } from '../../src-shared/protocol/pull.ts';
import { MAX_PUSH_BYTES } from '../../src-shared/protocol/push.ts';
import { canonicalJson } from '../../src-shared/util/canonical-json.ts';
import { StationId } from '../../src-shared/util/ids.ts';
import { catalogueVersion } from '../cases/catalogue.ts';
import { ruleBookVersion } from '../cases/rule-book-table.ts';
import type { ReadDb } from '../db/database.ts';
import { wantedHorizon } from '../horizon/horizon.ts';
import { officeAsks } from '../office/office-rows.ts';
import { officeVersion } from '../office/office-store.ts';
import { countNumbersLeft, NUMBERS_KEPT, REFILL_BELOW } from '../outbox/number-pool.ts';
import type { OutboxRow } from '../outbox/outbox-queries.ts';
import { readStationNames } from '../settings/station-names.ts';
import { readCursors } from './buckets.ts';
import { readSyncState } from './sync-state.ts';

/** What this workstation asks for in a pull: all its buckets from where it knows them, outcomes, and numbers when they run low. */
export function pullRequest(db: ReadDb, station: string): PullRequest {
  const state = readSyncState(db);
  const left = countNumbersLeft(db);
  return {
    station: StationId.parse(station),
    epoch: state.epoch,
    rev: state.cutRev,
    mark: state.cutMark,
    cursors: readCursors(db),
    resultsAfter: state.resultsAfter,
    numbersWanted: left < REFILL_BELOW ? NUMBERS_KEPT - left : 0,
    // Everything is taken anew in a new epoch; a catalogue of the one before may carry the same version and say otherwise.
    catalogueVersion: state.cutRev === 0 || ruleBookVersion(db) === 0 ? 0 : catalogueVersion(db),
    ruleBookVersion: state.cutRev === 0 ? 0 : ruleBookVersion(db),
    officeVersion: state.cutRev === 0 ? null : officeVersion(db),
    officeAsks: officeAsks(db),
    stationsKnown: state.cutRev === 0 ? 0 : Object.keys(readStationNames(db)).length,
    ...wantedHorizon(db),
  };
}

/** Whether nothing was taken in since `asked`: the answer to another question would be taken for everything there is. */
export function isStillAsked(db: ReadDb, asked: PullRequest): boolean {
  return cutOf(pullRequest(db, asked.station)) === cutOf(asked);
}

function cutOf({ epoch, rev, mark, cursors, resultsAfter }: PullRequest): string {
  return canonicalJson({ epoch, rev, mark, cursors, resultsAfter });
}

/** Hash, seq and punctuation of one command on the wire. */
const ROW_OVERHEAD_BYTES = 200;

/** As many of the rows as fit one request; at least one. */
export function withinBytes(rows: readonly OutboxRow[]): readonly OutboxRow[] {
  const fitting: OutboxRow[] = [];
  let bytes = 0;
  for (const row of rows) {
    bytes += Buffer.byteLength(JSON.stringify(row.command)) + ROW_OVERHEAD_BYTES;
    if (bytes > MAX_PUSH_BYTES && fitting.length > 0) break;
    fitting.push(row);
  }
  return fitting;
}
