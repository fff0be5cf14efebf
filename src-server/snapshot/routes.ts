import { t } from '../../src-shared/language/language.ts';
import { createReadStream } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { SnapshotQuery } from '../../src-shared/protocol/snapshot.ts';
import type { AppDeps } from '../app-deps.ts';
import { requireStation } from '../fleet/station-signature.ts';
import { streamAdmission } from '../http/admission.ts';
import { parseRequest } from '../http/parse.ts';
import { HttpProblem } from '../http/problem.ts';
import { readRanges } from '../updates/byte-ranges.ts';
import { openSnapshots } from './snapshots.ts';

const DOWNLOADS_AT_ONCE = 16;
/** Small enough that a slow reader is seen to move (`http/admission.ts`). */
const WRITTEN_AT_ONCE = 16 * 1024;

const Id = z.object({ id: z.string().regex(/^[0-9a-f]{24}$/) });

/** GET /sync/v1/snapshot?schema=… and GET /sync/v1/snapshot/ID. Signed by a station; a file goes only to those who may hold all of it. */
export function snapshotRoutes(app: FastifyInstance, deps: AppDeps): void {
  if (deps.snapshotsDir === undefined) return;
  const snapshots = openSnapshots(deps, deps.snapshotsDir);
  const downloads = streamAdmission(DOWNLOADS_AT_ONCE);
  app.addHook('preClose', async () => snapshots.stop());

  app.get('/sync/v1/snapshot', async (request, reply) => {
    const station = await requireStation(deps, request);
    const { schema } = parseRequest(SnapshotQuery, request.query);
    const answer = await snapshots.answer(station, schema);
    if (answer.kind === 'building') void reply.status(202).header('retry-after', String(answer.comeBackInS));
    return answer;
  });

  app.get('/sync/v1/snapshot/:id', async (request, reply) => {
    const station = await requireStation(deps, request);
    const found = await snapshots.find(station, parseRequest(Id, request.params).id);
    if (found === null) throw noSnapshot();
    const etag = `"${found.sha256}"`;
    void reply.header('accept-ranges', 'bytes').header('etag', etag).type('application/gzip');
    const ifRange = request.headers['if-range'];
    const ranges = readRanges(ifRange === undefined || ifRange === etag ? request.headers.range : undefined, found.bytes);
    if (ranges.kind === 'unsatisfiable') throw outsideFile(found.bytes);
    await downloads.enter(reply);
    const range = ranges.kind === 'ranges' ? ranges.ranges[0] : undefined;
    // Several ranges at once are nothing a workstation asks for: it gets the first and asks again.
    if (range === undefined) return reply.header('content-length', found.bytes).send(createReadStream(found.file, { highWaterMark: WRITTEN_AT_ONCE }));
    void reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${found.bytes}`).header('content-length', range.end - range.start + 1);
    return reply.send(createReadStream(found.file, { ...range, highWaterMark: WRITTEN_AT_ONCE }));
  });
}

function noSnapshot(): HttpProblem {
  return new HttpProblem({
    status: 404,
    code: 'noSnapshot',
    title: t`The server has no such file for this workstation`,
    detail: t`The workstation asks again for the one of now, by itself.`,
  });
}

function outsideFile(bytes: number): HttpProblem {
  return new HttpProblem({ status: 416, code: 'rangeNotSatisfiable', title: `The file has ${bytes} bytes`, detail: t`Download the whole file.` });
}
