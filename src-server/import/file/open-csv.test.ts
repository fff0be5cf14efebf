import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { collect } from '../testing/collect.ts';
import { type CsvTable, openCsv } from './open-csv.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'portreeve-table-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function withTable<T>(content: string | Buffer, use: (table: CsvTable) => Promise<T> | T): Promise<T> {
  const file = path.join(folder, 'city.csv');
  writeFileSync(file, content);
  const table = await openCsv(file);
  try {
    return await use(table);
  } finally {
    await table.close();
  }
}

const rowsOf = (content: string | Buffer) => withTable(content, (table) => collect(table.rows()));

describe('openCsv', () => {
  it.each([
    ['commas', 'id,opened\n1,2024-01-02\n'],
    ['semicolons', 'id;opened\n1;02,01,2024\n2;03,01,2024\n'],
    ['tabs', 'id\topened\n1\tone, two\n'],
    ['vertical bars', 'id|opened\n1|one, two\n'],
    ['semicolons', 'sep=;\r\nid;opened\r\n1;2\r\n'],
  ])('finds columns separated by %s', async (label, content) => {
    await withTable(content, (table) => {
      expect(table.columns).toEqual(['id', 'opened']);
      expect(table.notes[0]).toContain(`separated by ${label}`);
    });
  });

  it('tells columns of the same name apart, and names those without one', async () => {
    await withTable('Date,Date,, Date \n1,2,3,4\n', (table) => {
      expect(table.columns).toEqual(['Date', 'Date (2)', 'Column 3', 'Date (3)']);
      expect(table.notes).toContain('More than one column is named “Date”; column 2 is called “Date (2)” here.');
    });
  });

  it('passes over a title above the column names', async () => {
    await withTable('Export of 311 cases,,\n,,\nid,opened,closed\n1,2,3\n4,5,6\n', async (table) => {
      expect(table.columns).toEqual(['id', 'opened', 'closed']);
      expect(table.notes[1]).toContain('line 3');
      expect(await collect(table.rows())).toHaveLength(2);
    });
  });

  it.each([
    ['a name is missing', 'id,\n1,2\n3,4\n', ['id', 'Column 2']],
    ['the rows have one column more', 'id,opened,closed\n1,2,3,\n4,5,6,\n', ['id', 'opened', 'closed']],
  ])('takes the first line for the column names although %s', async (_why, content, columns) => {
    await withTable(content, (table) => {
      expect(table.columns).toEqual(columns);
    });
  });

  it('names the rows that do not fit the columns, with their line', async () => {
    const rows = await rowsOf('id,text\n1,"two\nlines"\n2\n3,a,b\n4,c,\n');
    expect(rows.map((row) => [row.line, row.ok ? 'ok' : row.reason])).toEqual([
      [2, 'ok'],
      [4, 'The row has 1 column, but there are 2 column names.'],
      [5, 'The row has 3 columns, but there are 2 column names.'],
      [6, 'ok'],
    ]);
  });

  it('gives its rows again when asked again', async () => {
    await withTable('a,b\n1,2\n', async (table) => {
      expect(await collect(table.rows())).toEqual(await collect(table.rows()));
    });
  });

  it('has no rows when there are only column names', async () => {
    expect(await rowsOf('id,opened')).toEqual([]);
  });

  it.each([
    ['', /^city\.csv is empty \(0 bytes\)/],
    ['<!DOCTYPE html><html><body>Sign in</body></html>', /is a web page saved under the name of a CSV file/],
    ['\n  <html>\n', /is a web page/],
    ['<?xml version="1.0"?><requests/>', /is XML/],
    ['[{"id": 1}]', /is JSON/],
    [Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), /is an Excel workbook or a zip archive/],
    [Buffer.from([0x1f, 0x8b, 8, 0]), /is compressed/],
    ['%PDF-1.7', /is a PDF/],
    ['just a line of text\nand another\n', /has only one column/],
  ])('refuses %j and says what to do', async (content, sentence) => {
    await expect(rowsOf(content)).rejects.toThrow(sentence);
  });

  it('says so when the file is not there or is a folder', async () => {
    await expect(openCsv(path.join(folder, 'missing.csv'))).rejects.toThrow(/There is no file .*missing\.csv\. Check/);
    await expect(openCsv(folder)).rejects.toThrow(/is a folder/);
  });
});
