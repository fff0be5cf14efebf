import { readText, type Transport } from '../sync/transport.ts';
import type { OlderCasesOptions } from './older-cases.ts';

/** Headers that prove who asks; none while this workstation is nobody. */
type Sign = (request: { readonly method: 'POST'; readonly path: string; readonly body: Uint8Array }) => Promise<Readonly<Record<string, string>>>;

/** Posts JSON as this workstation. */
export function signedPost(transport: Transport, sign: Sign): OlderCasesOptions['post'] {
  return async (path, content, timeoutMs) => {
    const body = new TextEncoder().encode(JSON.stringify(content));
    const headers = { 'content-type': 'application/json', ...(await sign({ method: 'POST', path, body })) };
    const reply = await transport({ method: 'POST', path, body, headers, signal: AbortSignal.timeout(timeoutMs) });
    const text = await readText(reply);
    return reply.status === 200 ? text : null;
  };
}
