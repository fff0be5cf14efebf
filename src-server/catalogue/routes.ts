import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type VersionReply, VersionRequest, type VersionsReply, VersionsRequest } from '../../src-shared/protocol/catalogue-versions.ts';
import type { StationId } from '../../src-shared/util/ids.ts';
import type { AppDeps } from '../app-deps.ts';
import { requireStation } from '../fleet/station-signature.ts';
import { admission } from '../http/admission.ts';
import { parseRequest } from '../http/parse.ts';
import { malformedRequest } from '../http/problem.ts';
import { readCatalogueVersion, readVersions } from './versions.ts';

/** A version is up to a megabyte. */
const READERS_AT_ONCE = 4;

/** POST /sync/v1/catalogue/versions and /sync/v1/catalogue/version, signed by a station. */
export function catalogueRoutes(app: FastifyInstance, deps: AppDeps): void {
  const readers = admission(READERS_AT_ONCE);
  app.post('/sync/v1/catalogue/versions', async (request): Promise<VersionsReply> => {
    const wanted = await signedBody(deps, request, VersionsRequest);
    return readers.run(() => readVersions(deps.pool, wanted));
  });
  app.post('/sync/v1/catalogue/version', async (request): Promise<VersionReply> => {
    const wanted = await signedBody(deps, request, VersionRequest);
    return readers.run(() => readCatalogueVersion(deps.pool, wanted));
  });
}

async function signedBody<Schema extends z.ZodType<{ station: StationId }>>(deps: AppDeps, request: FastifyRequest, schema: Schema): Promise<z.infer<Schema>> {
  const station = await requireStation(deps, request);
  const body = parseRequest(schema, request.body);
  if (body.station !== station) throw malformedRequest('station: not the one that signed the request');
  return body;
}
