import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Sha256 } from '../../src-shared/domain/case.ts';
import { BlobChunkQuery, type BlobStatus, type BlobStatusReply, BlobStatusRequest } from '../../src-shared/protocol/blob.ts';
import type { AppDeps } from '../app-deps.ts';
import { RAW_BODY, requireStation } from '../fleet/station-signature.ts';
import { admission, streamAdmission } from '../http/admission.ts';
import { parseRequest } from '../http/parse.ts';
import { malformedRequest } from '../http/problem.ts';
import { readRanges } from '../updates/byte-ranges.ts';
import { type KnownBlob, knownBlobs, statusOf } from './access.ts';
import { fileBeingChecked, fileHeldBack, fileNotThereYet, noSuchFile, outsideFile, wrongHash } from './blob-problems.ts';
import { readBlob } from './read-blob.ts';
import { startScanWorker } from './scan-worker.ts';
import { type ChunkOutcome, storeChunk } from './store-chunk.ts';
import { keepThumbnail, readThumbnail } from './thumbnails.ts';

/** Few at once: files never take the connections that cases need. */
const CHUNKS_AT_ONCE = 6;
const READS_AT_ONCE = 6;

const BlobParams = z.object({ sha256: Sha256 });

/** Files of cases, in chunks; see `src-shared/protocol/blob.ts`. Every request is signed by its station. */
export function blobRoutes(app: FastifyInstance, deps: AppDeps): void {
  const chunks = admission(CHUNKS_AT_ONCE);
  const reads = streamAdmission(READS_AT_ONCE);
  const scanCommand = deps.scanCommand ?? null;
  const scanner = scanCommand === null ? null : startScanWorker(deps, scanCommand);
  const hasScanner = scanner !== null;
  app.addHook('preClose', () => scanner?.stop());

  const statusFor = async (station: string, sha256: string): Promise<BlobStatus> => {
    const [blob] = await knownBlobs(deps.pool, station, [sha256]);
    if (blob === undefined) throw noSuchFile();
    return statusOf(blob, hasScanner);
  };

  app.post('/sync/v1/blobs/status', async (request): Promise<BlobStatusReply> => {
    const station = await requireStation(deps, request);
    const { sha256s } = parseRequest(BlobStatusRequest, request.body);
    const known = await knownBlobs(deps.pool, station, sha256s);
    return { blobs: known.map((blob) => statusOf(blob, hasScanner)) };
  });

  app.put('/sync/v1/blob/:sha256', async (request, reply) => {
    const { station, blob } = await blobRequest(deps, request);
    if (!blob.maySee && !blob.isOwn) throw noSuchFile();
    const { offset, size } = parseRequest(BlobChunkQuery, request.query);
    const chunk = { sha256: blob.sha256, offset, sizeBytes: size, bytes: bodyBytes(request), at: deps.now() };
    const outcome = await chunks.run(() => storeChunk(deps.pool, chunk));
    if (outcome === 'wrongHash') throw wrongHash();
    if (outcome === 'complete') scanner?.wake();
    return reply.status(statusCodeOf(outcome)).send(await statusFor(station, blob.sha256));
  });

  app.get('/sync/v1/blob/:sha256', async (request, reply) => {
    const { blob } = await blobRequest(deps, request);
    mustBeHandedOut(blob, hasScanner);
    await reads.enter(reply);
    return sendRange(deps, reply, blob, request.headers.range);
  });

  app.put('/sync/v1/blob/:sha256/thumbnail', async (request): Promise<{ readonly ok: true }> => {
    const { blob } = await blobRequest(deps, request);
    if (!blob.maySee && !blob.isOwn) throw noSuchFile();
    await keepThumbnail(deps.pool, blob.sha256, bodyBytes(request));
    return { ok: true };
  });

  app.get('/sync/v1/blob/:sha256/thumbnail', async (request, reply) => {
    const { blob } = await blobRequest(deps, request);
    mustBeHandedOut(blob, hasScanner);
    const bytes = await readThumbnail(deps.pool, blob.sha256);
    if (bytes === null) throw fileNotThereYet();
    return asBytes(reply).send(bytes);
  });
}

async function blobRequest(deps: AppDeps, request: FastifyRequest): Promise<{ readonly station: string; readonly blob: KnownBlob }> {
  const station = await requireStation(deps, request);
  const { sha256 } = parseRequest(BlobParams, request.params);
  const [blob] = await knownBlobs(deps.pool, station, [sha256]);
  if (blob === undefined) throw noSuchFile();
  return { station, blob };
}

function bodyBytes(request: FastifyRequest): Buffer {
  const bytes = request[RAW_BODY];
  if (bytes === undefined || !Buffer.isBuffer(request.body)) throw malformedRequest('content-type: only application/octet-stream is taken here');
  return bytes;
}

function statusCodeOf(outcome: Exclude<ChunkOutcome, 'wrongHash'>): 200 | 409 {
  return outcome === 'elsewhere' ? 409 : 200;
}

function mustBeHandedOut(blob: KnownBlob, hasScanner: boolean): void {
  if (!blob.maySee) throw noSuchFile();
  const { state, why } = statusOf(blob, hasScanner);
  if (state === 'expected') throw fileNotThereYet();
  if (state === 'checking') throw fileBeingChecked();
  if (state !== 'stored') throw fileHeldBack(why);
}

function sendRange(deps: AppDeps, reply: FastifyReply, { sha256, sizeBytes }: KnownBlob, header: string | undefined): FastifyReply {
  const wanted = readRanges(header, sizeBytes);
  if (wanted.kind === 'unsatisfiable') throw outsideFile();
  const [range] = wanted.kind === 'ranges' ? wanted.ranges : [];
  const { start, end } = range ?? { start: 0, end: sizeBytes - 1 };
  void asBytes(reply).header('accept-ranges', 'bytes').header('etag', `"${sha256}"`).header('content-length', end - start + 1);
  if (range !== undefined) void reply.status(206).header('content-range', `bytes ${start}-${end}/${sizeBytes}`);
  return reply.send(Readable.from(readBlob(deps.pool, sha256, { start, end }), { objectMode: false }));
}

/** Whatever it is, a browser that came upon it would keep it as a file, and run nothing of it. */
function asBytes(reply: FastifyReply): FastifyReply {
  return reply.type('application/octet-stream').header('content-disposition', 'attachment').header('content-security-policy', "default-src 'none'; sandbox");
}
