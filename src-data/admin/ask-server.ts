import { t } from '../../src-shared/language/language.ts';
import type { z } from 'zod';
import type { NotAnswered } from '../../src-shared/protocol/data-rpc/admin-views.ts';
import { Problem } from '../../src-shared/protocol/problem.ts';
import { problemSentence } from '../../src-shared/protocol/problem-sentence.ts';
import { SECOND_MS } from '../../src-shared/util/time.ts';
import { readText, type Transport } from '../sync/transport.ts';

export interface Question<Schema extends z.ZodType> {
  /** Left out: POST. A GET has no body, and its query stands in `path`. */
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  /** The station's own id is added. */
  readonly body: object;
  readonly reply: Schema;
  /** For what takes longer than a look-up; 20 s when left out. */
  readonly timeoutMs?: number;
  /** Token of a session, for what only a person may do. */
  readonly token?: string;
}

/** Asks the server something that is known only there. Never rejects: what went wrong is a sentence for the person who asked. */
export type AskServer = <Schema extends z.ZodType>(question: Question<Schema>) => Promise<{ readonly ok: true; readonly value: z.infer<Schema> } | NotAnswered>;

export interface AskServerOptions {
  /** Null: no server is set. */
  readonly transport: Transport | null;
  readonly sign: (request: { readonly method: string; readonly path: string; readonly body: Uint8Array }) => Promise<Readonly<Record<string, string>>>;
  /** Who this workstation is to the server; null: nobody yet. */
  readonly station: () => string | null;
}

const TIMEOUT_MS = 20 * SECOND_MS;
const NOT_REACHED = t`The server cannot be reached, and this is known only there. Try again when the connection is back.`;

export function createAskServer({ transport, sign, station }: AskServerOptions): AskServer {
  return async ({ method = 'POST', path, body: content, reply: schema, token, timeoutMs = TIMEOUT_MS }) => {
    const self = station();
    if (transport === null || self === null) return { ok: false, sentence: NOT_REACHED };
    try {
      const body = method === 'GET' ? null : new TextEncoder().encode(JSON.stringify({ station: self, ...content }));
      const bearer: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
      const type: Record<string, string> = body === null ? {} : { 'content-type': 'application/json' };
      const headers = { ...type, ...bearer, ...(await sign({ method, path, body: body ?? new Uint8Array() })) };
      const reply = await transport({ method, path, body, headers, signal: AbortSignal.timeout(timeoutMs) });
      const text = await readText(reply);
      if (reply.status !== 200) return { ok: false, sentence: sentenceOf(text) };
      return { ok: true, value: schema.parse(JSON.parse(text)) };
    } catch {
      return { ok: false, sentence: NOT_REACHED };
    }
  };
}

function sentenceOf(text: string): string {
  try {
    return problemSentence(Problem.parse(JSON.parse(text)));
  } catch {
    return t`The server could not answer. Try again in a minute.`;
  }
}
