import type { Pool } from '../../src-server/db/pool.ts';

const LOCK = /pg_advisory_xact_lock\(7320681126\)/;
const END = /^(COMMIT|ROLLBACK)/;

/** The same pool, watched: how long each transaction held the clock, from the lock granted until the commit answered. */
export function watchClock(pool: Pool): { readonly pool: Pool; readonly heldMs: number[] } {
  const heldMs: number[] = [];
  const connect = async () => {
    const client = await pool.connect();
    let heldSince: number | null = null;
    const query = async (...given: unknown[]): Promise<unknown> => {
      const text = String(given[0]);
      const answer: unknown = await Reflect.apply(client.query, client, given);
      if (LOCK.test(text)) heldSince = performance.now();
      if (END.test(text) && heldSince !== null) {
        heldMs.push(performance.now() - heldSince);
        heldSince = null;
      }
      return answer;
    };
    return new Proxy(client, { get: (target, name) => (name === 'query' ? query : bound(target, name)) });
  };
  return { pool: new Proxy(pool, { get: (target, name) => (name === 'connect' ? connect : bound(target, name)) }), heldMs };
}

function bound(target: object, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name);
  return typeof value === 'function' ? value.bind(target) : value;
}
