import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import { mayReceive, maySettle } from '../../src-shared/domain/attention.ts';
import type { Settlement, SettlementOutcome } from '../../src-shared/protocol/attention.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Connection } from '../db/pool.ts';
import { type EntryRow, factsOf, lockEntry } from './entries.ts';

const SQL = {
  known: 'SELECT outcome FROM attention_settlement WHERE id = $1',
  record: `INSERT INTO attention_settlement
      (id, of_station, of_seq, n, uid, action, to_staff, by_staff, station, made_at, received_at, outcome)
    SELECT $1, $2, $3, coalesce(max(n), 0) + 1, $4, $5, $6, $7, $8, $9, $10, $11
      FROM attention_settlement WHERE of_station = $2 AND of_seq = $3`,
  close: 'UPDATE command_result SET settled_at = $3 WHERE station = $1 AND seq = $2 AND settled_at IS NULL',
};

export interface SettleContext {
  /** The workstation that sent it. */
  readonly station: string;
  readonly catalogue: Catalogue;
  readonly at: UtcMs;
}

/**
 * Takes one decision about an entry, in the caller's transaction: recorded once by its id, whatever is sent again.
 *
 * The first one that counts closes the entry (handing it over leaves it open); a later one is recorded as `late`, so the record
 * shows both. `unknown` is not recorded: the command itself is still on its way.
 */
export async function settle(tx: Connection, settlement: Settlement, context: SettleContext): Promise<SettlementOutcome> {
  const entry = await lockEntry(tx, settlement);
  // Asked after the lock: of two deliveries of one settlement the second sees what the first has written.
  const { rows } = await tx.query<{ outcome: SettlementOutcome }>(SQL.known, [settlement.id]);
  if (rows[0] !== undefined) return rows[0].outcome;
  if (entry === null) return 'unknown';
  const outcome = judge(entry, settlement, context);
  const { id, uid, action, to, by, madeAt } = settlement;
  await tx.query(SQL.record, [id, entry.station, entry.seq, uid, action, to, by, context.station, madeAt, context.at, outcome]);
  if (outcome === 'settled' && action !== 'handedOver') await tx.query(SQL.close, [entry.station, entry.seq, context.at]);
  return outcome;
}

function judge(entry: EntryRow, { by, to, action }: Settlement, { catalogue }: SettleContext): SettlementOutcome {
  if (entry.settledAt !== null) return 'late';
  // Said of a number that had changed; what has been refused since, in another life of this database, is another matter.
  if (action === 'calledBack' && entry.status !== 'accepted') return 'refused';
  const facts = factsOf(entry, catalogue);
  const author = findStaff(catalogue, by);
  if (!author || !maySettle(author, facts)) return 'refused';
  if (action !== 'handedOver') return 'settled';
  const receiver = to === null ? undefined : findStaff(catalogue, to);
  return receiver && mayReceive(receiver, facts) ? 'settled' : 'refused';
}
