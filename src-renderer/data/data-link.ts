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
    const next: Connection = { rpc: new RPCLink({ port }), closed: new AbortController() };
    port.addEventListener('close', () => {
      next.closed.abort();
      if (connection === next) connection = null;
    });
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
    const given = options.signal === undefined ? [] : [options.signal];
    try {
      const { rpc, closed } = await firstOf(connected(), [...given, late.signal], procedure, late.signal);
      // The time-out ends with the first answer; a stream lives on until the port closes or its reader leaves.
      const signal = AbortSignal.any([...given, closed.signal]);
      return await firstOf(rpc.call(path, input, { ...options, signal }), [signal, late.signal], procedure, late.signal, closed.signal);
    } finally {
      clearTimeout(timer);
    }
  };
  return { connect, call };
}

/** The answer, or the `DataError` (or the caller's own reason) of whichever signal came first. */
function firstOf<T>(answer: Promise<T>, signals: readonly AbortSignal[], procedure: string, late: AbortSignal, closed?: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.any([...signals]);
    const giveUp = (): void => {
      if (closed?.aborted === true) reject(new DataError('dataRestarted', procedure));
      else if (late.aborted) reject(new DataError('timedOut', procedure));
      else reject(signal.reason);
    };
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    answer
      .then(resolve, (cause: unknown) => {
        if (!signal.aborted) reject(new DataError('failed', procedure, cause));
      })
      .finally(() => signal.removeEventListener('abort', giveUp));
  });
}
