import type { BatchReply, ImportedCase, ImportedResult } from '../import-protocol.ts';
import { MAX_BATCH_BYTES, MAX_BATCH_CASES } from '../import-protocol.ts';
import type { ReadRow } from './read-rows.ts';

/** What became of the rows of a file; the last three add up to `rows`. */
export interface RowCounts {
  readonly rows: number;
  readonly imported: number;
  readonly alreadyHere: number;
  readonly rejected: number;
}

export interface RowSink {
  readonly send: (cases: readonly ImportedCase[]) => Promise<BatchReply>;
  readonly reject: (line: number, reason: string, fields: readonly string[]) => Promise<void>;
  readonly progress: (counts: RowCounts) => void;
}

/** A character takes up to four bytes on the wire. */
const MAX_BATCH_CHARACTERS = MAX_BATCH_BYTES / 4;

type Mapped = Extract<ReadRow, { ok: true }>;

/**
 * Sends all mapped rows in batches and lists all others; every row is counted exactly once.
 *
 * While one batch is under way the next one is read. Throws what `send` throws; rows of batches before that are in.
 */
export async function sendRows(rows: AsyncIterable<ReadRow>, sink: RowSink): Promise<RowCounts> {
  const counts = { rows: 0, imported: 0, alreadyHere: 0, rejected: 0 };
  const reject = async (line: number, reason: string, fields: readonly string[]) => {
    counts.rejected += 1;
    await sink.reject(line, reason, fields);
  };
  const settle = async (batch: readonly Mapped[], reply: BatchReply) => {
    for (const [index, row] of batch.entries()) {
      const result = resultAt(reply, index, row);
      if (result.status === 'refused') await reject(row.line, result.reason, row.fields);
      else counts[result.status] += 1;
    }
    sink.progress(counts);
  };
  const flush = async (batch: readonly Mapped[]) => settle(batch, await sink.send(batch.map(({ mapped }) => mapped.imported)));

  let underWay: Promise<void> = Promise.resolve();
  let batch: Mapped[] = [];
  let characters = 0;
  for await (const row of rows) {
    counts.rows += 1;
    if (!row.ok) {
      await reject(row.line, row.reason, row.fields);
      continue;
    }
    const size = JSON.stringify(row.mapped.imported).length;
    if (batch.length >= MAX_BATCH_CASES || (batch.length > 0 && characters + size > MAX_BATCH_CHARACTERS)) {
      await underWay;
      underWay = flush(batch);
      underWay.catch(() => {}); // awaited below or at the next batch
      batch = [];
      characters = 0;
    }
    batch.push(row);
    characters += size;
  }
  await underWay;
  if (batch.length > 0) await flush(batch);
  return counts;
}

function resultAt({ results }: BatchReply, index: number, row: Mapped): ImportedResult {
  const result = results[index];
  if (result === undefined || result.line !== row.line) throw new Error(`the server gave no answer for line ${row.line}`);
  return result;
}
