import pg from 'pg';

/** Many connections to one database; what the rest of the server knows of `pg`. */
export type Pool = pg.Pool;
/** One connection, inside or outside a transaction. */
export type Connection = pg.ClientBase;

export interface PoolOptions {
  /** Connections at most; pushes, pulls and everything else share them. */
  readonly max?: number;
  /** Told when an idle connection was lost; the pool replaces it by itself. */
  readonly onLost?: (error: Error) => void;
}

const INT8_OID = 20;
const CONNECT_TIMEOUT_MS = 10_000;
const IDLE_IN_TRANSACTION_MS = 60_000;

/**
 * Opens a pool. `int8` arrives as a number: revisions, sequence numbers and moments in ms all stay below 2^53.
 *
 * A transaction that its owner forgot is ended by PostgreSQL after a minute, so that it cannot hold a lock for ever.
 */
export function openPool(connectionString: string, options: PoolOptions = {}): Pool {
  const pool = new pg.Pool({
    connectionString,
    max: options.max ?? 20,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    application_name: 'portreeve',
    types: { getTypeParser },
  });
  pool.on('error', (error) => options.onLost?.(error));
  // An error on a connection that is checked out also reaches the query that was running; this listener only keeps Node alive.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** `pg` asks for a parser by type and format; only text-format `int8` differs from its own. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: unknown) =>
  oid === INT8_OID && format !== 'binary' ? parseInt8 : pg.types.getTypeParser(oid, format as 'text');

function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`int8 value ${text} does not fit a JavaScript number`);
  return value;
}
