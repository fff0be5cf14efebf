/** A pool whose every query goes through a gate, which may refuse it, lose its answer, or ask something else instead. */
import type { Connection, Pool } from '../../../src-server/db/pool.ts';

export interface Query {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Runs a query, or does not. An error it throws is what a broken connection would give. */
export type Gate = <T>(query: Query, run: (query: Query) => Promise<T>) => Promise<T>;

/** Thrown by a gate: this connection is gone, and with it whatever transaction it was in. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
  readonly code = 'ECONNRESET';
  constructor() {
    super('Connection terminated unexpectedly');
  }
}

export function gatedPool(pool: Pool, gate: Gate): Pool {
  return new Proxy(pool, {
    get(target, property) {
      if (property === 'query') return gatedQuery(target, gate);
      if (property === 'connect') return async () => gatedClient(await target.connect(), gate);
      const value: unknown = Reflect.get(target, property);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** A connection that was lost once stays lost. */
function gatedClient<T extends Connection>(client: T, gate: Gate): T {
  let lost: ConnectionLost | null = null;
  const guarded: Gate = async (query, run) => {
    if (lost) throw lost;
    try {
      return await gate(query, run);
    } catch (error) {
      if (error instanceof ConnectionLost) lost = error;
      throw error;
    }
  };
  return new Proxy(client, {
    get(target, property) {
      if (property === 'query') return gatedQuery(target, guarded);
      const value: unknown = Reflect.get(target, property);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

function gatedQuery(target: Pool | Connection, gate: Gate) {
  return (sql: unknown, values: readonly unknown[] = []): unknown => {
    if (typeof sql !== 'string') throw new Error('the simulation knows only queries with a text');
    return gate({ sql, values }, (query) => (target as Pool).query(query.sql, [...query.values]));
  };
}
