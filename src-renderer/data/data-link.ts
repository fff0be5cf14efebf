/**
 * The line to the data process, which may be cut and laid anew at any time.
 *
 * A port lives as long as the data process does. When it closes, every call still waiting is rejected with `dataRestarted`; a call
 * made while there is no port waits for the next one. Never does a call wait for ever: each has a time-out.
 */
import type { ClientLink } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { DataError } from './data-error.ts';

const DEFAULT_TIMEOUT_MS = 15_000;

/** Given beside a call's input: `{ context: { timeoutMs } }`. */
export interface CallContext {
  /** For calls that may rightly take longer than 15 seconds. */
  readonly timeoutMs?: number;
}

export interface DataLink extends ClientLink<CallContext> {
  /** Takes a fresh port into use; the one before is given up. */
  connect(port: MessagePort): void;
}

interface Connection {
  readonly rpc: RPCLink<CallContext>;
  readonly closed: AbortController;
}

export function createDataLink(): DataLink {
  let connection: Connection | null = null;
  let waiting: ((connection: Connection) => void)[] = [];

  function connect(port: MessagePort): void {
    connection?.closed.abort();
    const closed = new AbortController();
    // Before the library listens: it rejects what waits as well, but does not say why.
    port.addEventListener('close', () => {
      closed.abort();
      if (connection?.closed === closed) connection = null;
    });
    const next: Connection = { rpc: new RPCLink({ port }), closed };
    port.start();
    connection = next;
    const resolveAll = waiting;
    waiting = [];
    for (const resolve of resolveAll) resolve(next);
  }

  const connected = (): Promise<Connection> => (connection ? Promise.resolve(connection) : new Promise((resolve) => waiting.push(resolve)));

  const call: DataLink['call'] = async (path, input, options) => {
    const procedure = path.join('.');
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), options.context.timeoutMs ?? DEFAULT_TIMEOUT_MS);
    const waits = { procedure, late: late.signal, caller: options.signal ?? null };
    try {
      const { rpc, closed } = await answerOf(connected(), { ...waits, closed: null });
      // The time-out ends with the first answer; a stream lives on until the port closes or its reader leaves.
      const signal = anyOf([options.signal, closed.signal]);
      return await answerOf(rpc.call(path, input, { ...options, signal }), { ...waits, closed: closed.signal });
    } finally {
      clearTimeout(timer);
    }
  };
  return { connect, call };
}

/** What may end the waiting for an answer. */
interface Waits {
  readonly procedure: string;
  readonly late: AbortSignal;
  readonly caller: AbortSignal | null;
  readonly closed: AbortSignal | null;
}

/** The answer; or a `DataError`, or the caller's own reason when the caller left. */
function answerOf<T>(answer: Promise<T>, { procedure, late, caller, closed }: Waits): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = anyOf([late, caller, closed]);
    const giveUp = (): void => {
      if (closed?.aborted === true) reject(new DataError('dataRestarted', procedure));
      else if (late.aborted) reject(new DataError('timedOut', procedure));
      else reject(ended.reason);
    };
    if (ended.aborted) giveUp();
    ended.addEventListener('abort', giveUp, { once: true });
    answer
      .then(resolve, (cause: unknown) => {
        if (!ended.aborted) reject(new DataError('failed', procedure, cause));
      })
      .finally(() => ended.removeEventListener('abort', giveUp));
  });
}

function anyOf(signals: readonly (AbortSignal | null | undefined)[]): AbortSignal {
  return AbortSignal.any(signals.filter((signal) => signal != null));
}
