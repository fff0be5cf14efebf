import { t } from '../../src-shared/language/language.ts';
import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AppDeps } from '../app-deps.ts';
import { HttpProblem, sendProblem } from '../http/problem.ts';
import { type ByteRange, readRanges } from './byte-ranges.ts';

/** A file that may be sent. */
interface UpdateFile {
  readonly file: string;
  readonly sizeBytes: number;
  readonly etag: string;
}

/**
 * GET /updates/FILE: the folder `DIR/updates` as a generic feed for electron-updater.
 *
 * Put there what electron-builder wrote (`latest.yml`, `latest-linux.yml`, installers, block maps), the `.yml` last. Ranges
 * are answered, several at once too, so that only changed blocks are downloaded.
 */
export function updateRoutes(app: FastifyInstance, deps: AppDeps): void {
  app.get<{ Params: { '*': string } }>('/updates/*', async (request, reply) => {
    const found = await findFile(deps.updatesDir, request.params['*']);
    if (found === null) throw noUpdate();
    void reply.header('accept-ranges', 'bytes').header('etag', found.etag).header('cache-control', 'no-cache').type(mediaType(found.file));
    if (request.headers['if-none-match'] === found.etag) return reply.status(304).send();
    const range = request.headers['if-range'] === undefined || request.headers['if-range'] === found.etag ? request.headers.range : undefined;
    return sendRanges(reply, found, range);
  });
}

/** Only plain files inside the folder itself, links followed first: no name leads out of it. */
async function findFile(updatesDir: string, name: string): Promise<UpdateFile | null> {
  if (!/^[A-Za-z0-9][A-Za-z0-9._ ()+@-]*$/.test(name)) return null;
  try {
    const [folder, file] = await Promise.all([realpath(updatesDir), realpath(path.join(updatesDir, name))]);
    const { size, mtimeMs, ...info } = await stat(file);
    if (path.dirname(file) !== folder || (info.mode & 0o170_000) !== 0o100_000) return null;
    return { file, sizeBytes: size, etag: `"${size.toString(16)}-${Math.trunc(mtimeMs).toString(16)}"` };
  } catch {
    return null;
  }
}

function sendRanges(reply: FastifyReply, found: UpdateFile, header: string | undefined): FastifyReply {
  const request = readRanges(header, found.sizeBytes);
  if (request.kind === 'unsatisfiable') {
    void reply.header('content-range', `bytes */${found.sizeBytes}`);
    return sendProblem(reply, OUTSIDE_FILE);
  }
  const [first, ...others] = request.kind === 'ranges' ? request.ranges : [];
  if (first === undefined) return reply.header('content-length', found.sizeBytes).send(createReadStream(found.file));
  if (others.length > 0) return sendParts(reply, found, [first, ...others]);
  void reply.status(206).header('content-range', contentRange(first, found)).header('content-length', first.end - first.start + 1);
  return reply.send(createReadStream(found.file, { start: first.start, end: first.end }));
}

function sendParts(reply: FastifyReply, found: UpdateFile, ranges: readonly ByteRange[]): FastifyReply {
  const boundary = randomBytes(16).toString('hex');
  const headings = ranges.map((range) => `\r\n--${boundary}\r\ncontent-type: application/octet-stream\r\ncontent-range: ${contentRange(range, found)}\r\n\r\n`);
  const ending = `\r\n--${boundary}--\r\n`;
  const bytes = ranges.reduce((sum, range, at) => sum + (headings[at]?.length ?? 0) + range.end - range.start + 1, ending.length);
  void reply.status(206).type(`multipart/byteranges; boundary=${boundary}`).header('content-length', bytes);
  return reply.send(Readable.from(parts(found.file, ranges, headings, ending), { objectMode: false }));
}

async function* parts(file: string, ranges: readonly ByteRange[], headings: readonly string[], ending: string): AsyncGenerator<Buffer> {
  for (const [at, { start, end }] of ranges.entries()) {
    yield Buffer.from(headings[at] ?? '');
    yield* createReadStream(file, { start, end }) as AsyncIterable<Buffer>; // safe: no encoding is set
  }
  yield Buffer.from(ending);
}

function contentRange({ start, end }: ByteRange, { sizeBytes }: UpdateFile): string {
  return `bytes ${start}-${end}/${sizeBytes}`;
}

function mediaType(file: string): string {
  return file.endsWith('.yml') ? 'text/yaml; charset=utf-8' : 'application/octet-stream';
}

const OUTSIDE_FILE = {
  status: 416,
  code: 'rangeNotSatisfiable',
  title: t`The file is shorter than the part that was asked for`,
  detail: t`Download the whole file.`,
};

function noUpdate(): HttpProblem {
  return new HttpProblem({
    status: 404,
    code: 'noUpdate',
    title: t`The server has no such update file`,
    detail: t`To offer an update, put the files electron-builder made into the folder "updates" of the server’s data folder.`,
  });
}
