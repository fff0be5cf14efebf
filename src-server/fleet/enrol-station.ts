import { createPublicKey, randomBytes } from 'node:crypto';
import { GENESIS_HASH } from '../../src-shared/protocol/outbox-hash.ts';
import { MAX_ENROLMENT_NUMBER } from '../../src-shared/tracking-number/tracking-number.ts';
import { StationId } from '../../src-shared/util/ids.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Connection, Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { readClock } from '../feed/clock.ts';
import { grantBuckets } from '../feed/grants.ts';

export interface NewStation {
  /** What people call the machine. */
  readonly name: string;
  /** Ed25519 public key, SPKI DER. */
  readonly publicKey: Buffer;
  readonly app: string;
  readonly buckets: readonly string[];
  readonly now: UtcMs;
}

/** One enrolment of one workstation. */
export interface EnrolledStation {
  readonly station: StationId;
  /** 0 to 99999, never reused; the middle of the numbers the station issues itself. */
  readonly enrolment: number;
  readonly epoch: number;
}

/** Buckets of a workstation whose administrator has said nothing else. */
export const DEFAULT_BUCKETS: readonly string[] = ['city'];

const SQL = {
  // One enrolment at a time: enrolment numbers come from the highest one so far.
  lock: 'SELECT pg_advisory_xact_lock(7320681127)',
  byKey: 'SELECT id, enrolment_number FROM station WHERE public_key = $1',
  nextEnrolment: 'SELECT coalesce(max(enrolment_number) + 1, 0) AS next FROM station',
  insert: `INSERT INTO station (id, name, public_key, enrolment_number, enrolled_at, last_hash, app_version)
           VALUES ($1, $2, $3, $4, $5, decode($6, 'hex'), $7)`,
};

/**
 * Makes a key into a station, with an id and an enrolment number that were never used before, and grants its first buckets.
 *
 * The same key again gives the same station: the reply to the first attempt may have been lost on its way.
 */
export function enrolStation(pool: Pool, newcomer: NewStation): Promise<EnrolledStation> {
  return inTransaction(pool, {}, async (tx) => {
    await tx.query(SQL.lock);
    return (await knownStation(tx, newcomer.publicKey)) ?? (await insertStation(tx, newcomer));
  });
}

async function knownStation(tx: Connection, publicKey: Buffer): Promise<EnrolledStation | null> {
  const { rows } = await tx.query<{ id: StationId; enrolment_number: number }>(SQL.byKey, [publicKey]);
  const [row] = rows;
  if (row === undefined) return null;
  const { epoch } = await readClock(tx);
  return { station: row.id, enrolment: row.enrolment_number, epoch };
}

async function insertStation(tx: Connection, newcomer: NewStation): Promise<EnrolledStation> {
  const { rows } = await tx.query<{ next: number }>(SQL.nextEnrolment);
  const enrolment = rows[0]?.next ?? 0;
  if (enrolment > MAX_ENROLMENT_NUMBER) throw new Error('all 100,000 enrolment numbers have been used');
  const station = StationId.parse(`st-${randomBytes(6).toString('hex')}`);
  const { name, publicKey, app, now } = newcomer;
  await tx.query(SQL.insert, [station, name, publicKey, enrolment, now, GENESIS_HASH, app]);
  const { epoch } = await grantBuckets(tx, station, newcomer.buckets);
  return { station, enrolment, epoch };
}

/** The key's SPKI DER bytes if it is an Ed25519 public key in base64, else null. */
export function readPublicKey(base64: string): Buffer | null {
  const der = Buffer.from(base64, 'base64');
  try {
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' ? key.export({ format: 'der', type: 'spki' }) : null;
  } catch {
    return null;
  }
}
