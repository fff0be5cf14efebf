import { existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openCsv } from '../file/open-csv.ts';
import { Mapping } from '../mapping/mapping.ts';
import { collect } from '../testing/collect.ts';
import { readRows } from './read-rows.ts';
import { findRejectsPath, openRejects } from './rejects-file.ts';
import { rowContext } from './row-context.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'portreeve-rejects-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
});
const inFolder = (name: string): string => path.join(folder, name);
const importedFile = inFolder('city.csv');
const OLD_LIST = '\uFEFFRejected line,Rejected because,id\r\n2,No date.,1\r\n';
const find = (given: string | null = null, isDryRun = false) => findRejectsPath({ importedFile, given, isDryRun });

describe('openRejects', () => {
  it('lists rows with line and reason, and nothing a spreadsheet would calculate', async () => {
    const rejects = await openRejects(await find(), ['id', 'text']);
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
    writeFileSync(path.join(folder, 'city.rejects.csv'), OLD_LIST);
    const rejects = await openRejects(await find(), ['id']);
    await rejects.finish();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves the list of an earlier run when it is given up', async () => {
    writeFileSync(path.join(folder, 'city.rejects.csv'), OLD_LIST);
    const rejects = await openRejects(await find(), ['id']);
    await rejects.add(2, 'x', ['1']);
    await rejects.abandon();
    expect(readFileSync(path.join(folder, 'city.rejects.csv'), 'utf8')).toBe(OLD_LIST);
    expect(readdirSync(folder)).toEqual(['city.rejects.csv']);
  });

  it('says where else to put it when the place cannot be written', async () => {
    await expect(openRejects(await find(inFolder('no/such/folder.csv')), [])).rejects.toThrow(/cannot be written\. Give another place with --rejects FILE/);
  });

  it('can be corrected and imported itself: apostrophes before formula characters go again', async () => {
    const rejects = await openRejects(await find(), ['id', 'opened', 'service', 'text', 'lon']);
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

describe('findRejectsPath', () => {
  it('finds a place beside the imported file, and another for a dry run', async () => {
    expect(await find()).toBe(inFolder('city.rejects.csv'));
    expect(await find(null, true)).toBe(inFolder('city.rejects.dry-run.csv'));
    expect(await find(inFolder('bad.csv'), true)).toBe(inFolder('bad.dry-run.csv'));
  });

  it.each([
    ['the imported file', () => importedFile],
    ['the imported file by another spelling', () => `${folder}/./city.csv`],
    ['a symbolic link to it', () => (symlinkSync(importedFile, inFolder('link.csv')), inFolder('link.csv'))],
    ['a hard link to it', () => (linkSync(importedFile, inFolder('hard.csv')), inFolder('hard.csv'))],
    ['a place whose half-written file would be it', () => (linkSync(importedFile, inFolder('x.csv.part')), inFolder('x.csv'))],
  ])('refuses %s', async (_, place) => {
    writeFileSync(importedFile, OLD_LIST);
    await expect(find(place())).rejects.toThrow(/is the file to import itself\. Give another place with --rejects FILE\.$/);
    expect(readFileSync(importedFile, 'utf8')).toBe(OLD_LIST);
  });

  it.each(['', 'id,text\n1,x\n', 'Rejected line,Rejected becauses\n'])('refuses a file that is no list of rejected rows: %j', async (text) => {
    writeFileSync(inFolder('letters.csv'), text);
    await expect(find(inFolder('letters.csv'))).rejects.toThrow(/letters\.csv is there already and is not a list of rejected rows, so it was left as it is\. Move it away/);
    expect(readFileSync(inFolder('letters.csv'), 'utf8')).toBe(text);
  });

  it('refuses what is not a file', async () => {
    await expect(find(folder)).rejects.toThrow(/is not a list of rejected rows/);
    await expect(find('/dev/null')).rejects.toThrow(/is not a list of rejected rows/);
  });

  it.each([OLD_LIST, 'Rejected line;Rejected because;id\n', '"Rejected line"\t"Rejected because"\n'])('takes the place of an earlier list: %j', async (text) => {
    writeFileSync(inFolder('list.csv'), text);
    expect(await find(inFolder('list.csv'))).toBe(inFolder('list.csv'));
  });
});
