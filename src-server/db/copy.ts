import type { Readable, Writable } from 'node:stream';
import { from, to } from 'pg-copy-streams';
import type { Connection } from './pool.ts';

/** Columns of one table, in the order their values are written. */
export interface CopyColumns {
  readonly table: string;
  readonly columns: readonly string[];
}

/**
 * All rows of a table in PostgreSQL's COPY text format, one line each, as they come from the socket: chunks end anywhere.
 *
 * Destroying the stream before its end leaves the connection unusable: release it with an error.
 */
export function copyOut(tx: Connection, columns: CopyColumns): Readable {
  return tx.query(to(`COPY ${target(columns)} TO STDOUT WITH (FORMAT text, ENCODING 'UTF8')`, { highWaterMark: 262_144 }));
}

/** Takes rows in the same format; done when `finish` is emitted, failed with PostgreSQL's own error. */
export function copyIn(tx: Connection, columns: CopyColumns): Writable {
  return tx.query(from(`COPY ${target(columns)} FROM STDIN WITH (FORMAT text, ENCODING 'UTF8')`, { highWaterMark: 262_144 }));
}

function target({ table, columns }: CopyColumns): string {
  return `${quoted(table)} (${columns.map(quoted).join(', ')})`;
}

/** An identifier as SQL text, whatever it is made of. */
export function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
