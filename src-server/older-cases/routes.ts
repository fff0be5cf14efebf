import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { FindCaseRequest, OlderSearchRequest } from '../../src-shared/protocol/older-cases.ts';
import type { StationId } from '../../src-shared/util/ids.ts';
import type { AppDeps } from '../app-deps.ts';
import { requireStation } from '../fleet/station-signature.ts';
import { admission } from '../http/admission.ts';
import { parseRequest } from '../http/parse.ts';
import { malformedRequest } from '../http/problem.ts';
import { findCase, searchOlder } from './search.ts';
import { keepClosedCasesInOrder } from './words-index.ts';

const SEARCHES_AT_ONCE = 8;

/** POST /sync/v1/search and /sync/v1/find: closed cases that workstations no longer hold. Signed by a station. */
export function olderCasesRoutes(app: FastifyInstance, deps: AppDeps): void {
  const searches = admission(SEARCHES_AT_ONCE);
  const stop = keepClosedCasesInOrder(deps);
  app.addHook('preClose', stop);
  app.post('/sync/v1/search', async (request) => {
    const wanted = await stationRequest(deps, request, OlderSearchRequest);
    return searches.run(() => searchOlder(deps, wanted));
  });
  app.post('/sync/v1/find', async (request) => {
    const wanted = await stationRequest(deps, request, FindCaseRequest);
    return searches.run(() => findCase(deps, wanted));
  });
}

async function stationRequest<Schema extends z.ZodType<{ station: StationId }>>(deps: AppDeps, request: FastifyRequest, schema: Schema): Promise<z.infer<Schema>> {
  const station = await requireStation(deps, request);
  const body = parseRequest(schema, request.body);
  if (body.station !== station) throw malformedRequest('station: not the one that signed the request');
  return body;
}
