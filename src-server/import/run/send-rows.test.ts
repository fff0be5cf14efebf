import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportedCase, ImportedResult } from '../import-protocol.ts';
import { MAX_BATCH_CASES } from '../import-protocol.ts';
import { Mapping } from '../mapping/mapping.ts';
import { dateReaders } from '../row/dates.ts';
import { mapRow } from '../row/map-row.ts';
import { utcMs } from '../../../src-shared/util/time.ts';
import type { ReadRow } from './read-rows.ts';
import { type RowCounts, sendRows } from './send-rows.ts';

const mapping = Mapping.parse({
  portreeveMapping: 1,
  name: 'any',
  title: 'any city',
  system: 'any',
  timeZone: { name: 'UTC' },
  sourceId: { columns: ['id'] },
  receivedAt: { columns: ['opened'], formats: ['ISO'] },
  service: { columns: ['service'], values: { a: 'A' } },
  closing: { withoutNote: 'x', outcome: { otherwise: 'DONE' } },
});
const context = { mapping, readers: dateReaders(mapping), now: utcMs(Date.UTC(2026, 0, 1)) };

async function* rowsOf(values: readonly Readonly<Record<string, string>>[]): AsyncGenerator<ReadRow> {
  for (const [index, row] of values.entries()) {
    const line = index + 2;
    const fields = Object.values(row);
    const mapped = mapRow({ line, text: fields.join(), read: (column) => row[column] ?? '' }, context);
    yield mapped.ok ? { ok: true, line, fields, mapped } : { ok: false, line, fields, reason: mapped.reason };
  }
}

interface Sent {
  readonly counts: RowCounts;
  readonly batches: readonly (readonly ImportedCase[])[];
  readonly rejected: readonly number[];
}

async function send(values: readonly Readonly<Record<string, string>>[], answer: (line: number) => ImportedResult): Promise<Sent> {
  const batches: (readonly ImportedCase[])[] = [];
  const rejected: number[] = [];
  const counts = await sendRows(rowsOf(values), {
    send: async (cases) => {
      batches.push(cases);
      return { results: cases.map(({ line }) => answer(line)) };
    },
    reject: async (line) => void rejected.push(line),
    progress: () => {},
  });
  return { counts, batches, rejected };
}

const good = { id: '1', opened: '2024-01-01', service: 'a' };
const imported = (line: number): ImportedResult => ({ line, status: 'imported', trackingNumber: null });

describe('sendRows', () => {
  it('counts every row exactly once: imported, here already, or rejected with its line', async () => {
    const value = fc.constantFrom('', '1', '2', 'x');
    const row = fc.record({ id: value, opened: fc.constantFrom('2024-01-01', '2024-02-30', 'soon', ''), service: fc.constantFrom('a', 'b') });
    const answer = fc.constantFrom('imported', 'alreadyHere', 'refused');
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 60 }), fc.array(answer, { minLength: 60, maxLength: 60 }), async (rows, answers) => {
        const { counts, rejected } = await send(rows, (line) => {
          const status = answers[line - 2] ?? 'imported';
          if (status === 'refused') return { line, status, reason: 'no' };
          return status === 'alreadyHere' ? { line, status } : imported(line);
        });
        expect(counts.imported + counts.alreadyHere + counts.rejected).toBe(rows.length);
        expect(counts.rows).toBe(rows.length);
        expect(new Set(rejected).size).toBe(counts.rejected);
      }),
    );
  });

  it('sends at most 500 cases at once, in order', async () => {
    const { batches, counts } = await send(Array.from({ length: 1_201 }, () => good), imported);
    expect(batches.map((batch) => batch.length)).toEqual([MAX_BATCH_CASES, MAX_BATCH_CASES, 201]);
    expect(batches.flat().map(({ line }) => line)).toEqual(Array.from({ length: 1_201 }, (_, index) => index + 2));
    expect(counts.imported).toBe(1_201);
  });

  it('does not go on when the server fails', async () => {
    const failing = send(Array.from({ length: 1_600 }, () => good), (line) => {
      if (line > 600) throw new Error('the server is gone');
      return imported(line);
    });
    await expect(failing).rejects.toThrow('the server is gone');
  });

  it('does not take a wrong answer for a right one', async () => {
    await expect(send([good], () => imported(99))).rejects.toThrow('no answer for line 2');
  });
});
