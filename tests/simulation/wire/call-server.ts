import type { TransportRequest } from '../../../src-data/sync/transport.ts';
import type { SimServer } from '../server/sim-server.ts';

export interface ServerReply {
  readonly status: number;
  readonly header: (name: string) => string | null;
  /** The server writes as fast as this is read, and holds its snapshot until the end. */
  readonly body: AsyncIterable<Buffer>;
  /** The reader hangs up. */
  readonly abandon: () => void;
}

/** One request through the real routes. The answer is a stream, as over a socket. */
export async function callServer(server: SimServer, request: TransportRequest): Promise<ServerReply> {
  const reply = await server.app().inject({
    method: request.method,
    url: request.path,
    headers: request.headers,
    payloadAsStream: true,
    ...(request.body ? { payload: Buffer.from(request.body) } : {}),
  });
  const stream = reply.stream();
  const abandon = (): void => {
    stream.on('error', () => undefined);
    reply.raw.res.destroy();
    stream.destroy();
  };
  const done = server.whenDown(abandon);
  stream.once('close', done);
  const header = (name: string): string | null => {
    const value = reply.headers[name];
    return value === undefined ? null : String(value);
  };
  return { status: reply.statusCode, header, body: stream as AsyncIterable<Buffer>, abandon };
}
