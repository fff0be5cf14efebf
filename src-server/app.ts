import { randomBytes } from 'node:crypto';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { STATION_HEADER } from '../src-shared/protocol/signature.ts';
import type { AppDeps } from './app-deps.ts';
import { attentionRoutes } from './attention/routes.ts';
import { firstPasswordRoutes } from './auth/first-passwords.ts';
import { authRoutes } from './auth/routes.ts';
import { blobRoutes } from './blobs/routes.ts';
import { catalogueRoutes } from './catalogue/routes.ts';
import { makeSealKey } from './db/database-seal.ts';
import { openBus } from './db/bus.ts';
import { fleetRoutes } from './fleet/routes.ts';
import { RAW_BODY } from './fleet/station-signature.ts';
import { workstationRoutes } from './fleet/workstation-routes.ts';
import { answerErrors } from './http/answer-errors.ts';
import { healthRoutes } from './http/health.ts';
import { importRoutes } from './import/server/routes.ts';
import type { Log } from './log.ts';
import { mailRoutes } from './mail/routes.ts';
import { officeRoutes } from './office/routes.ts';
import { reportRoutes } from './reports/routes.ts';
import { presenceRoutes } from './presence/routes.ts';
import { olderCasesRoutes } from './older-cases/routes.ts';
import { snapshotRoutes } from './snapshot/routes.ts';
import { surveyRoutes } from './survey/routes.ts';
import { openSurveyLinks } from './survey/survey-links.ts';
import { syncRoutes } from './sync/routes.ts';
import { updateRoutes } from './updates/routes.ts';

/** The largest body any route takes: a full push of 512 KiB and what is around it. */
const BODY_LIMIT_BYTES = 600 * 1024;
const REQUEST_TIMEOUT_MS = 120_000;
/** A connection on which nothing moved for so long is closed: somebody who stops reading must not hold a place for ever. Event streams move every 25 s. */
const STALLED_MS = 90_000;

/**
 * The whole HTTP server, not yet listening.
 *
 * Every error is answered as problem+json with what to do next. Logged are method, route, status, duration, request and
 * station; never a body, a query or an address.
 */
export function buildApp(deps: AppDeps): FastifyInstance {
  const app = Fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionTimeout: STALLED_MS,
    forceCloseConnections: true,
    genReqId: () => randomBytes(8).toString('hex'),
    logger: false,
  });
  readJsonBodies(app);
  answerErrors(app, deps.log);
  logRequests(app, deps.log);
  healthRoutes(app, deps);
  authRoutes(app, deps);
  firstPasswordRoutes(app, deps);
  fleetRoutes(app, deps);
  workstationRoutes(app, deps);
  app.addHook('onReady', () => makeSealKey(deps.pool));
  const bus = openBus(deps.pool);
  app.addHook('preClose', () => bus.stop());
  attentionRoutes(app, deps, bus);
  syncRoutes(app, deps, { presence: presenceRoutes(app, deps, bus), bus });
  officeRoutes(app, deps);
  catalogueRoutes(app, deps);
  snapshotRoutes(app, deps);
  olderCasesRoutes(app, deps);
  updateRoutes(app, deps);
  const surveyLinks = onceNeeded(() => openSurveyLinks(deps.pool, deps.publicUrl ?? null));
  surveyRoutes(app, deps, surveyLinks);
  importRoutes(app, deps);
  blobRoutes(app, deps);
  mailRoutes(app, deps);
  reportRoutes(app, deps);
  return app;
}

/** JSON, and the bytes of files, with the bytes kept for the signature; keys that would reach into prototypes are refused. */
function readJsonBodies(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.decorateRequest(RAW_BODY, undefined);
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request: FastifyRequest, body: Buffer, done) => {
    request[RAW_BODY] = body;
    if (body.length === 0) return done(null, undefined);
    parseJson(request, body.toString('utf8'), done);
  });
  // Chunks of files (blobs/). A route that wants JSON refuses a Buffer as its body.
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (request: FastifyRequest, body: Buffer, done) => {
    request[RAW_BODY] = body;
    done(null, body);
  });
}

function logRequests(app: FastifyInstance, log: Log): void {
  app.addHook('onSend', async (request, reply) => {
    void reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  });
  app.addHook('onResponse', async (request, reply) => {
    log.info({
      request: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      station: stationOf(request),
    });
  });
}

function stationOf(request: FastifyRequest): string | undefined {
  const station = request.headers[STATION_HEADER];
  return typeof station === 'string' && /^st-[0-9a-f]{12}$/.test(station) ? station : undefined;
}

/** Made at its first use and kept; a failure is not. */
function onceNeeded<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}
