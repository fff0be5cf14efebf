import type { FastifyInstance } from 'fastify';
import { type AttentionReply, AttentionRequest } from '../../src-shared/protocol/attention.ts';
import type { AppDeps } from '../app-deps.ts';
import type { Bus } from '../db/bus.ts';
import { requireStation } from '../fleet/station-signature.ts';
import { admission } from '../http/admission.ts';
import { parseRequest } from '../http/parse.ts';
import { malformedRequest } from '../http/problem.ts';
import { exchange } from './exchange.ts';

const EXCHANGES_AT_ONCE = 16;

/** The bus topic that says: a list of Needs attention may have changed; nothing else. */
export const ATTENTION_TOPIC = 'attention';

/** POST /sync/v1/attention, signed by a station. */
export function attentionRoutes(app: FastifyInstance, deps: AppDeps, bus: Bus): void {
  const exchanges = admission(EXCHANGES_AT_ONCE);
  app.post('/sync/v1/attention', async (request): Promise<AttentionReply> => {
    const station = await requireStation(deps, request);
    const body = parseRequest(AttentionRequest, request.body);
    if (body.station !== station) throw malformedRequest('station: not the one that signed the request');
    const reply = await exchanges.run(() => exchange(deps, body));
    if (reply.outcomes.some(({ outcome }) => outcome === 'settled')) await bus.tell(ATTENTION_TOPIC, null);
    return reply;
  });
}
