import { connect, type Socket } from 'node:net';

const CONNECT_TIMEOUT_MS = 2_000;

/** A connection to the first of these ports of this computer that takes one; null when none does. */
export async function connectToAny(ports: readonly number[]): Promise<Socket | null> {
  for (const port of ports) {
    const socket = await connectTo(port);
    if (socket !== null) return socket;
  }
  return null;
}

function connectTo(port: number): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const timer = setTimeout(() => socket.destroy(), CONNECT_TIMEOUT_MS);
    socket.on('error', () => undefined);
    socket.once('connect', () => {
      clearTimeout(timer);
      resolve(socket);
    });
    socket.once('close', () => {
      clearTimeout(timer);
      resolve(null); // without effect when it had been connected
    });
  });
}
