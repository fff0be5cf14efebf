import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A line between a workstation and its server that can be cut, whole or for single addresses, without stopping either. */
export interface Line {
  /** What the workstation is told the server's address is. */
  readonly url: string;
  /** Breaks what is open, and everything that begins with one of these from now on; without any: everything. */
  cut(...paths: readonly string[]): void;
  mend(): void;
  close(): Promise<void>;
}

export async function openLine(serverUrl: string): Promise<Line> {
  const target = new URL(serverUrl);
  const open = new Set<{ readonly path: string; end(): void }>();
  let isCut = (_path: string): boolean => false;

  function pass(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '';
    if (isCut(path)) return void request.socket.destroy();
    const onward = httpRequest({ host: target.hostname, port: target.port, path, method: request.method, headers: request.headers }, (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(response);
      reply.once('error', () => request.socket.destroy());
    });
    const exchange = {
      path,
      end() {
        onward.destroy();
        request.socket.destroy();
      },
    };
    open.add(exchange);
    response.once('close', () => {
      open.delete(exchange);
      onward.destroy();
    });
    onward.once('error', () => request.socket.destroy());
    request.pipe(onward);
  }

  const server = createServer(pass);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // safe: it listens on a port
    cut(...paths) {
      isCut = (path) => paths.length === 0 || paths.some((start) => path.startsWith(start));
      for (const exchange of open) if (isCut(exchange.path)) exchange.end();
    },
    mend() {
      isCut = () => false;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
