import { createPublicKey, randomBytes, randomInt } from 'node:crypto';
import { GENESIS_HASH } from '../../src-shared/protocol/outbox-hash.ts';
import { COPIED_DISKS_FROM } from '../../src-shared/tracking-number/tracking-number.ts';
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
  /** 0 to 89999, never reused; the middle of the numbers the station issues itself. */
  readonly enrolment: number;
  readonly epoch: number;
}

const DRAWS = 1_000;

/** Buckets of a workstation whose administrator has said nothing else. */
export const DEFAULT_BUCKETS: readonly string[] = ['city'];

const SQL = {
  // One enrolment at a time, or two might draw the same number.
  lock: 'SELECT pg_advisory_xact_lock(7320681127)',
  byKey: 'SELECT id, enrolment_number FROM station WHERE public_key = $1',
  isDrawn: 'SELECT 1 FROM station WHERE enrolment_number = $1',
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
  const enrolment = await drawEnrolment(tx);
  const station = StationId.parse(`st-${randomBytes(6).toString('hex')}`);
  const { name, publicKey, app, now } = newcomer;
  await tx.query(SQL.insert, [station, name, publicKey, enrolment, now, GENESIS_HASH, app]);
  const { epoch } = await grantBuckets(tx, station, newcomer.buckets, now);
  return { station, enrolment, epoch };
}

/**
 * An enrolment number nobody has had, at random: a server put back to an earlier day does not know the latest ones, and
 * counting on from the highest would give them out again.
 */
async function drawEnrolment(tx: Connection): Promise<number> {
  for (let attempt = 0; attempt < DRAWS; attempt += 1) {
    const drawn = randomInt(COPIED_DISKS_FROM);
    const { rowCount } = await tx.query(SQL.isDrawn, [drawn]);
    if (rowCount === 0) return drawn;
  }
  throw new Error('nearly all enrolment numbers have been used');
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
