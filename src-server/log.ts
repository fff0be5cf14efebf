import { createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';

export type Log = pino.Logger;

const LOG_FILE_BYTES = 10 * 1_048_576;

/**
 * Opens the server's log: structured lines to stderr and to `DIR/log/server.log` (kept below 10 MiB, one older file).
 *
 * Nothing that citizens said or who they are is ever logged: no bodies, no query strings, no error messages of libraries
 * (see `safeError`), only codes, counts, durations, station and request ids.
 */
export function openLog(dataDir: string): Log {
  const logDir = path.join(dataDir, 'log');
  mkdirSync(logDir, { recursive: true, mode: 0o750 });
  const streams = [{ stream: process.stderr }, { stream: rotatingFile(path.join(logDir, 'server.log')) }];
  return pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.multistream(streams));
}

/** A log that keeps nothing, for tests. */
export function silentLog(): Log {
  return pino({ level: 'silent' });
}

function rotatingFile(file: string): Writable {
  let bytes = sizeOf(file);
  let target = createWriteStream(file, { flags: 'a', mode: 0o640 });
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (bytes + chunk.length > LOG_FILE_BYTES) {
        target.end();
        renameSync(file, `${file}.1`);
        target = createWriteStream(file, { flags: 'a', mode: 0o640 });
        bytes = 0;
      }
      bytes += chunk.length;
      target.write(chunk, done);
    },
    final(done) {
      target.end(done);
    },
  });
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

/**
 * What may be said of an error in the log: its kind, its code, where it happened; of a database error also the table and
 * constraint. Messages are left out: those of JSON, PostgreSQL and others repeat pieces of the data.
 */
export function safeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const from = error as Error & Record<string, unknown>; // safe: only read, and only string-valued fields are kept
  const fields = ['code', 'table', 'constraint', 'routine', 'syscall'].filter((field) => typeof from[field] === 'string');
  return {
    name: error.name,
    ...Object.fromEntries(fields.map((field) => [field, from[field]])),
    at: (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8).map((line) => line.trim()),
  };
}
