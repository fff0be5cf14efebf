/**
 * Makes a records file out of what was downloaded; runs as a worker thread beside the data process's own, which goes on
 * taking cases meanwhile. `workerData` is a `PrepareTask`; it posts progress (0 to 1) and at the end one `PrepareReply`.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, rmSync, statSync } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { createGunzip } from 'node:zlib';
import type { PullHeader } from '../../src-shared/protocol/pull.ts';
import { SNAPSHOT_APPLICATION_ID } from '../../src-shared/protocol/snapshot.ts';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { saveCatalogue } from '../cases/catalogue.ts';
import { soundnessProblem } from '../db/backup.ts';
import { openDatabase } from '../db/database.ts';
import { schemaLevel } from '../db/schema-level.ts';
import { fillRecords } from './fill-records.ts';

export type PrepareTask =
  /** A ready-made file: compressed bytes with this hash, of this schema. */
  | { readonly kind: 'unpack'; readonly from: string; readonly to: string; readonly sha256: string; readonly schema: string }
  /** The lines of a pull from 0. `catalogue`: what to index with. */
  | { readonly kind: 'fill'; readonly from: string; readonly to: string; readonly catalogue: Catalogue | null };

export type PrepareReply =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'unpacked' }
  | { readonly kind: 'filled'; readonly header: Omit<PullHeader['h'], 'catalogue' | 'ruleBooks'> }
  /** The bytes are not what they should be; they are to be fetched again. */
  | { readonly kind: 'unfit'; readonly problem: string };

const tell = (reply: PrepareReply): void => parentPort?.postMessage(reply);

async function unpack({ from, to, sha256, schema }: Extract<PrepareTask, { kind: 'unpack' }>): Promise<PrepareReply> {
  const total = statSync(from).size;
  const hash = createHash('sha256');
  let done = 0;
  const watch = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk);
      done += chunk.byteLength;
      tell({ kind: 'progress', share: done / total });
      next(null, chunk);
    },
  });
  try {
    await pipeline(createReadStream(from, { highWaterMark: 1 << 20 }), watch, createGunzip({ chunkSize: 1 << 18 }), createWriteStream(to, { flush: true }));
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) return { kind: 'unfit', problem: 'the compressed file is damaged' };
    throw error;
  }
  if (hash.digest('hex') !== sha256) return { kind: 'unfit', problem: 'the hash is another' };
  return problemOf(to, schema) ?? { kind: 'unpacked' };
}

function problemOf(path: string, schema: string): PrepareReply | null {
  const damage = soundnessProblem(path);
  if (damage !== null) return { kind: 'unfit', problem: damage };
  const db = openDatabase(path);
  try {
    if (Number(db.raw.pragma('application_id', { simple: true })) !== SNAPSHOT_APPLICATION_ID) return { kind: 'unfit', problem: 'not a records file' };
    const level = schemaLevel(db);
    return level === schema ? null : { kind: 'unfit', problem: `of schema ${level}` };
  } finally {
    db.raw.close();
  }
}

async function fill({ from, to, catalogue }: Extract<PrepareTask, { kind: 'fill' }>): Promise<PrepareReply> {
  const total = statSync(from).size;
  const body = createReadStream(from, { highWaterMark: 1 << 18 });
  const { header } = await fillRecords({
    path: to,
    body,
    prepare: (db) => catalogue && saveCatalogue(db, catalogue),
    onProgress: () => tell({ kind: 'progress', share: body.bytesRead / total }),
  });
  const { catalogue: _catalogue, ruleBooks: _ruleBooks, ...rest } = header;
  return { kind: 'filled', header: rest };
}

const task = workerData as PrepareTask; // safe: `run-prepare.ts` gives nothing else
for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(task.to + suffix, { force: true });
tell(task.kind === 'unpack' ? await unpack(task) : await fill(task));
