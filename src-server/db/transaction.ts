import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection, Pool } from './pool.ts';

export interface TransactionOptions {
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
  readonly isReadOnly?: boolean;
  /** Also try again when another transaction was first with a unique value; for work that looks such values up before it writes. */
  readonly retriesLostRace?: boolean;
}

const ATTEMPTS = 5;
const RETRY_BASE_MS = 10;
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const UNIQUE_VIOLATION = '23505';

/**
 * Runs `work` in one transaction and commits, or rolls back and throws.
 *
 * A serialisation failure or deadlock is tried again, up to five times, from the beginning: `work` must therefore have no
 * effect but on the database. An error that came from the connection itself drops that connection.
 */
export async function inTransaction<T>(pool: Pool, options: TransactionOptions, work: (tx: Connection) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(pool, options, work);
    } catch (error) {
      const isWorthIt = isRetryable(error) || (options.retriesLostRace === true && sqlState(error) === UNIQUE_VIOLATION);
      if (attempt >= ATTEMPTS || !isWorthIt) throw error;
      await sleep(RETRY_BASE_MS * 2 ** attempt * Math.random());
    }
  }
}

async function attemptOnce<T>(pool: Pool, options: TransactionOptions, work: (tx: Connection) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(beginStatement(options));
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((rollbackError: Error) => {
      broken = rollbackError;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

function beginStatement({ isolation = 'read committed', isReadOnly = false }: TransactionOptions): string {
  return `BEGIN ISOLATION LEVEL ${isolation.toUpperCase()} ${isReadOnly ? 'READ ONLY' : 'READ WRITE'}`;
}

/** Thrown inside a transaction that found, at its writes, that another one had been first; it is tried again from the start. */
export class LostRace extends Error {
  override readonly name = 'LostRace';
}

/** True when trying the same transaction again may succeed. */
export function isRetryable(error: unknown): boolean {
  if (error instanceof LostRace) return true;
  const code = sqlState(error);
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED;
}

const CONNECTION_ERRORS = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', '53300', '08006', '08003', '08000']);

/** True when the database could not be reached or is going down or coming up: nothing is known about the transaction, and waiting helps. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = sqlState(error);
  if (code !== null && CONNECTION_ERRORS.has(code)) return true;
  return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(error.message);
}

function sqlState(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
