import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { openCsv } from '../file/open-csv.ts';
import { Mapping } from '../mapping/mapping.ts';
import { collect } from '../testing/collect.ts';
import { readRows } from './read-rows.ts';
import { openRejects } from './rejects-file.ts';
import { rowContext } from './row-context.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'portreeve-rejects-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const importedFile = path.join(folder, 'city.csv');

describe('openRejects', () => {
  it('lists rows with line and reason, and nothing a spreadsheet would calculate', async () => {
    const rejects = await openRejects(importedFile, null, ['id', 'text']);
    await rejects.add(7, 'No date.', ['-1', '=SUM(A1)']);
    expect(existsSync(rejects.path)).toBe(false);
    await rejects.finish();
    expect(rejects.path).toBe(path.join(folder, 'city.rejects.csv'));
    expect(parse(readFileSync(rejects.path), { bom: true })).toEqual([
      ['Rejected line', 'Rejected because', 'id', 'text'],
      ['7', 'No date.', "'-1", "'=SUM(A1)"],
    ]);
  });

  it('takes away the list of an earlier run when there is nothing to list', async () => {
    writeFileSync(path.join(folder, 'city.rejects.csv'), 'old');
    const rejects = await openRejects(importedFile, null, ['id']);
    await rejects.finish();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves the list of an earlier run when it is given up', async () => {
    writeFileSync(path.join(folder, 'city.rejects.csv'), 'old');
    const rejects = await openRejects(importedFile, null, ['id']);
    await rejects.add(2, 'x', ['1']);
    await rejects.abandon();
    expect(readFileSync(path.join(folder, 'city.rejects.csv'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['city.rejects.csv']);
  });

  it('says where else to put it when the place cannot be written', async () => {
    await expect(openRejects(importedFile, path.join(folder, 'no', 'such', 'folder.csv'), [])).rejects.toThrow(/cannot be written\. Give another place with --rejects FILE/);
  });

  it('can be corrected and imported itself: apostrophes before formula characters go again', async () => {
    const rejects = await openRejects(importedFile, null, ['id', 'opened', 'service', 'text', 'lon']);
    await rejects.add(3, 'No date.', ['T1', '2024-01-02', 'a', '=1+1', '-71.1']);
    await rejects.finish();
    const mapping = Mapping.parse({
      ...{ portreeveMapping: 1, name: 'any', title: 'any', system: 'any', timeZone: { name: 'UTC' } },
      sourceId: { columns: ['id'] },
      receivedAt: { columns: ['opened'], formats: ['ISO'] },
      service: { columns: ['service'], values: { a: 'A' } },
      description: { columns: ['text', 'lon'] },
      closing: { withoutNote: 'x', outcome: { otherwise: 'DONE' } },
    });
    const table = await openCsv(rejects.path);
    const [row] = await collect(readRows(table, rowContext(mapping)));
    await table.close();
    expect(row?.ok && row.mapped.imported.opening.description).toBe('=1+1 -71.1');
  });
});
