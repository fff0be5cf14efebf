import { describe, expect, it } from 'vitest';
import type { CaseRow } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { type ExportSource, writeExport } from './write-export.ts';

const ROWS = Array.from({ length: 7 }, (_, at) => ({ caseId: `c${at}`, isSealed: at === 3 }) as unknown as CaseRow); // safe: the writer here reads no more

interface Disk {
  readonly text: string;
  readonly left: 'whole' | 'nothing' | 'half';
}

/** A disk that is full after so many pieces; what was asked of the records. */
function surroundings(more: { readonly fullAfter?: number; readonly stopAt?: number; readonly failAt?: number } = {}) {
  let disk: Disk = { text: '', left: 'half' };
  let pieces = 0;
  const told: number[] = [];
  const source: ExportSource = {
    page: (after) => {
      const from = Number(after ?? 0);
      if (from === more.failAt) return Promise.reject(new Error('the records are away'));
      return Promise.resolve({ rows: ROWS.slice(from, from + 2), next: from + 2 < ROWS.length ? String(from + 2) : null });
    },
    writer: { begin: '<', lines: (rows) => rows.filter(({ isSealed }) => !isSealed).map(({ caseId }) => caseId).join(','), end: '>' },
    file: {
      append: (_id, text) => {
        pieces += 1;
        if (pieces === more.fullAfter) {
          disk = { text: '', left: 'nothing' };
          return Promise.resolve({ outcome: 'failed', message: 'the disk is full' });
        }
        disk = { ...disk, text: `${disk.text}${text}|` };
        return Promise.resolve({ outcome: 'written' });
      },
      finish: () => {
        disk = { ...disk, left: 'whole' };
        return Promise.resolve({ outcome: 'saved', path: 'x.csv' });
      },
      abandon: () => {
        disk = { text: '', left: 'nothing' };
        return Promise.resolve(null);
      },
    },
    id: 1,
    onProgress: (count) => told.push(count),
    isStopped: () => told.length === more.stopAt,
  };
  return { source, told, disk: () => disk };
}

describe('an export', () => {
  it('is written a page at a time, without sealed cases, and says how far it is', async () => {
    const { source, told, disk } = surroundings();
    expect(await writeExport(source)).toEqual({ outcome: 'written', count: 6, sealed: 1 });
    expect(disk()).toEqual({ text: '<c0,c1|c2|c4,c5|c6>|', left: 'whole' });
    expect(told).toEqual([2, 4, 6, 7]);
  });

  it('leaves nothing when it is stopped, when the disk is full, or when the records go away', async () => {
    const stopped = surroundings({ stopAt: 2 });
    expect(await writeExport(stopped.source)).toEqual({ outcome: 'stopped' });
    const full = surroundings({ fullAfter: 3 });
    expect(await writeExport(full.source)).toEqual({ outcome: 'failed', message: 'the disk is full' });
    const away = surroundings({ failAt: 4 });
    await expect(writeExport(away.source)).rejects.toThrow('the records are away');
    for (const { disk } of [stopped, full, away]) expect(disk()).toEqual({ text: '', left: 'nothing' });
  });
});
