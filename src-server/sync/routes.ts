import { pipeline, Readable } from 'node:stream';
import { constants, createGzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type HelloReply, HelloRequest } from '../../src-shared/protocol/hello.ts';
import { PullRequest } from '../../src-shared/protocol/pull.ts';
import { RecoverAsk, type RecoverReply, RecoverRequest, type RecoverWanted } from '../../src-shared/protocol/recover.ts';
import { type HistoryReply, type PushConflict, PushRequest } from '../../src-shared/protocol/push.ts';
import type { StationId } from '../../src-shared/util/ids.ts';
import { SECOND_MS } from '../../src-shared/util/time.ts';
import type { AppDeps } from '../app-deps.ts';
import { ATTENTION_TOPIC } from '../attention/routes.ts';
import type { Bus } from '../db/bus.ts';
import { readClock } from '../feed/clock.ts';
import { watchRevisions } from '../feed/revision-watch.ts';
import { requireStation } from '../fleet/station-signature.ts';
import { admission, streamAdmission } from '../http/admission.ts';
import { parseRequest } from '../http/parse.ts';
import { malformedRequest } from '../http/problem.ts';
import type { PresenceBoard } from '../presence/presence-board.ts';
import { eventStreams } from './events.ts';
import { hello, requireReadable } from './hello.ts';
import { readHistory } from './history.ts';
import { recoverCases, wantedCases } from '../recovery/recover-cases.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';

const PUSHES_AT_ONCE = 32;
const PULLS_AT_ONCE = 8;
/** While several workstations send, what the city was told comes before what it asks: one fetch afterwards is also cheaper than many between. */
const PULL_GIVES_WAY_MS = 2 * SECOND_MS;

const HistoryQuery = z.object({ from: z.coerce.number().int().min(0).default(0) });

/** What besides revisions goes over the event streams. */
export interface Live {
  readonly presence: Pick<PresenceBoard, 'follow'>;
  readonly bus: Bus;
}

/** The sync protocol. Every request is signed by its station. */
export function syncRoutes(app: FastifyInstance, deps: AppDeps, { presence, bus }: Live): void {
  const pushes = admission(PUSHES_AT_ONCE);
  const pulls = streamAdmission(PULLS_AT_ONCE);
  const watch = watchRevisions(deps.pool);
  const streams = eventStreams(watch);
  app.addHook('preClose', async () => {
    watch.stop();
    streams.closeAll();
  });

  app.post('/sync/v1/hello', async (request): Promise<HelloReply> => {
    return hello(deps, await stationRequest(deps, request, HelloRequest));
  });

  app.post('/sync/v1/push', async (request, reply) => {
    const body = await stationRequest(deps, request, PushRequest);
    const outcome = await pushes.run(() => push(deps, body));
    watch.check();
    // Supervisors hear at once of what was set aside; everything else waits for its author.
    if (outcome.ok && outcome.reply.results.some(({ status }) => status === 'deferred')) await bus.tell(ATTENTION_TOPIC, null);
    return outcome.ok ? outcome.reply : sendConflict(reply, outcome.conflict);
  });

  app.post('/sync/v1/pull', async (request, reply) => {
    const body = await stationRequest(deps, request, PullRequest);
    await requireReadable(deps.pool, body.station);
    await pushes.untilCalm(PULL_GIVES_WAY_MS);
    await pulls.enter(reply);
    const outcome = await pull(deps, body);
    return outcome.ok ? sendLines(request, reply, outcome.lines) : sendConflict(reply, outcome.conflict);
  });

  app.post('/sync/v1/recover/ask', async (request): Promise<RecoverWanted> => {
    return wantedCases(deps, await stationRequest(deps, request, RecoverAsk));
  });

  app.post('/sync/v1/recover', async (request): Promise<RecoverReply> => {
    const body = await stationRequest(deps, request, RecoverRequest);
    const reply = await pushes.run(() => recoverCases(deps, body));
    watch.check();
    return reply;
  });

  app.get('/sync/v1/events', async (request, reply) => {
    const station = await requireStation(deps, request);
    const clock = await readClock(deps.pool);
    reply.hijack();
    const send = streams.open(reply.raw, clock);
    const stops = [presence.follow(station, (event) => send('presence', event)), bus.listen(ATTENTION_TOPIC, () => send('attention', {}))];
    reply.raw.once('close', () => stops.forEach((stop) => stop()));
  });

  app.get('/sync/v1/history', async (request): Promise<HistoryReply> => {
    const station = await requireStation(deps, request);
    return readHistory(deps.pool, station, parseRequest(HistoryQuery, request.query).from);
  });
}

/** A body that names the station which signed it. */
async function stationRequest<Schema extends z.ZodType<{ station: StationId }>>(
  deps: AppDeps,
  request: FastifyRequest,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const station = await requireStation(deps, request);
  const body = parseRequest(schema, request.body);
  if (body.station !== station) throw malformedRequest('station: not the one that signed the request');
  return body;
}

function sendConflict(reply: FastifyReply, conflict: PushConflict): FastifyReply {
  return reply.status(409).send(conflict);
}

/** NDJSON, gzipped on the fly where the station takes it. An error on the way ends the stream without its end line. */
function sendLines(request: FastifyRequest, reply: FastifyReply, lines: AsyncGenerator<string>): FastifyReply {
  const source = Readable.from(lines, { objectMode: false });
  void reply.type('application/x-ndjson; charset=utf-8');
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(source);
  const gzip = createGzip({ level: constants.Z_BEST_SPEED });
  // pipeline destroys both ends when either fails; the reply sees the gzip end as broken.
  pipeline(source, gzip, () => {});
  return reply.header('content-encoding', 'gzip').send(gzip);
}
