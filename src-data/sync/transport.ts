/** How bytes reach the server: passed in, so that tests and the simulation can lose, delay and cut them. */
export interface TransportRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Path with query: `/sync/v1/pull`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  /** Ends the exchange, also while the answer is being read. */
  readonly signal: AbortSignal;
}

export interface TransportReply {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly body: AsyncIterable<Uint8Array>;
}

/** Rejects when there is no connection or it breaks; any HTTP status is a reply. */
export type Transport = (request: TransportRequest) => Promise<TransportReply>;

/** HTTP by the runtime's own fetch. `serverUrl` has no path: `http://server:8311`. */
export function httpTransport(serverUrl: string, doFetch: typeof fetch = fetch): Transport {
  return async ({ method, path, headers, body, signal }) => {
    const reply = await doFetch(new URL(path, serverUrl), {
      method,
      headers,
      signal,
      redirect: 'error',
      ...(body === null ? {} : { body: new Uint8Array(body) }),
    });
    return { status: reply.status, header: (name) => reply.headers.get(name), body: chunksOf(reply.body) };
  };
}

async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncIterable<Uint8Array> {
  if (!body) return;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined); // an aborted stream is cancelled already
  }
}

/** The whole body as text. Throws when it is longer than `maxBytes`. */
export async function readText(reply: TransportReply, maxBytes = 8 * 1024 * 1024): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of reply.body) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new Error(`The server's answer is longer than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
