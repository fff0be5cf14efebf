import { connect, type Socket } from 'node:net';

/** `closed`: the other side ended it in order. `broken`: it was reset, or this side lost it. */
export type ConnectionEnd = 'closed' | 'broken';

/** A TCP connection that one can wait on in plain order: for an answer of some bytes, for its end, or for neither in time. */
export interface TcpConnection {
  send(bytes: Uint8Array): void;
  /** The next `count` bytes that `isAnswer` accepts, others are dropped. Null when time or the connection ends first. */
  answers(count: number, isAnswer: (byte: number) => boolean, limitMs: number): Promise<readonly number[] | null>;
  /** Says that nothing more will be sent, and waits for the other side to say the same. Null when it does not in time. */
  finish(limitMs: number): Promise<ConnectionEnd | null>;
  /** How the connection ended, or null while it is open. */
  ended(): ConnectionEnd | null;
  destroy(): void;
}

/** Connects within `limitMs`, or answers null: no such host, nobody listening, or no reply. */
export async function openConnection(host: string, port: number, limitMs: number): Promise<TcpConnection | null> {
  const socket = connect({ host, port, noDelay: true });
  const isOpen = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), limitMs);
    const settle = (value: boolean) => () => {
      clearTimeout(timer);
      resolve(value);
    };
    socket.once('connect', settle(true)).once('close', settle(false));
    socket.on('error', () => undefined); // 'close' always follows, and tells whether it was an error
  });
  if (isOpen) return wrap(socket);
  socket.destroy();
  return null;
}

function wrap(socket: Socket): TcpConnection {
  const received: number[] = [];
  let end: ConnectionEnd | null = null;
  let wake = (): void => undefined;

  socket.on('data', (chunk: Uint8Array) => {
    received.push(...chunk);
    wake();
  });
  socket.on('end', () => wake());
  socket.on('close', (hadError: boolean) => {
    end = hadError ? 'broken' : 'closed';
    wake();
  });

  /** Resolves with the first value that is not undefined; asks again at each event; null when time is up. */
  function until<T>(probe: () => T | undefined, limitMs: number): Promise<T | null> {
    return new Promise((resolve) => {
      const settle = (value: T | null): void => {
        clearTimeout(timer);
        wake = () => undefined;
        resolve(value);
      };
      const timer = setTimeout(() => settle(null), limitMs);
      wake = () => {
        const value = probe();
        if (value !== undefined) settle(value);
      };
      wake();
    });
  }

  return {
    send: (bytes) => void socket.write(bytes),
    answers: (count, isAnswer, limitMs) =>
      until<readonly number[] | null>(() => {
        const accepted = received.filter(isAnswer);
        if (accepted.length >= count) {
          received.length = 0;
          return accepted.slice(0, count);
        }
        return end !== null || socket.readableEnded ? null : undefined;
      }, limitMs),
    finish(limitMs) {
      socket.end();
      return until(() => end ?? undefined, limitMs);
    },
    ended: () => end ?? (socket.readableEnded ? 'closed' : null),
    destroy: () => void socket.destroy(),
  };
}
