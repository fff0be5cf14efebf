import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { collect } from '../testing/collect.ts';
import { type CsvRecord, readRecords } from './read-records.ts';
import { openUtf8 } from './utf8-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'portreeve-records-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(content: string | Buffer, delimiter = ','): Promise<CsvRecord[]> {
  const file = path.join(folder, 'table.csv');
  writeFileSync(file, content);
  const utf8 = await openUtf8(file);
  try {
    return await collect(readRecords(utf8, delimiter));
  } finally {
    await utf8.close();
  }
}

const linesAndFields = (records: readonly CsvRecord[]): unknown[] =>
  records.map((record) => (record.ok ? [record.line, ...record.fields] : [record.line, 'damaged']));

describe('readRecords', () => {
  it.each([
    ['LF', 'a,b\n1,"x\ny"\n\n2,z'],
    ['CRLF', 'a,b\r\n1,"x\r\ny"\r\n\r\n2,z\r\n'],
    ['CR', 'a,b\r1,"x\ry"\r\r2,z\r'],
    ['mixed', 'a,b\r\n1,"x\ny"\r\n\n2,z'],
  ])('names the line a record begins on, with %s line ends', async (_name, content) => {
    const records = linesAndFields(await read(content));
    expect(records.map((record) => (record as unknown[])[0])).toEqual([1, 2, 5]);
  });

  it('passes over the byte order mark', async () => {
    expect(linesAndFields(await read('\uFEFFa,b\n1,2'))).toEqual([[1, 'a', 'b'], [2, '1', '2']]);
  });

  it.each([
    ['UTF-16 with a mark', Buffer.from('\uFEFFcity;ñ\n1;2', 'utf16le')],
    ['UTF-16 without a mark', Buffer.from('city;ñ\n1;2', 'utf16le')],
    ['UTF-16 big-endian', Buffer.from('\uFEFFcity;ñ\n1;2', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('city;ñ\n1;2', 'latin1')],
  ])('reads %s', async (_name, content) => {
    expect(linesAndFields(await read(content, ';'))).toEqual([[1, 'city', 'ñ'], [2, '1', '2']]);
  });

  it('takes a stray quotation mark inside a word as it is', async () => {
    expect(linesAndFields(await read('a,b\n1,12" pipe\n2,z'))).toEqual([[1, 'a', 'b'], [2, '1', '12" pipe'], [3, '2', 'z']]);
  });

  it('loses one line to a quotation mark that never closes, and no other', async () => {
    const content = 'a,b\n1,ok\n2,"open\n3,"c\nd"\n4,e\n5,"also open\n6,f\n';
    expect(linesAndFields(await read(content))).toEqual([
      [1, 'a', 'b'],
      [2, '1', 'ok'],
      [3, 'damaged'],
      [4, '3', 'c\nd'],
      [6, '4', 'e'],
      [7, 'damaged'],
      [8, '6', 'f'],
    ]);
  });

  it('goes on behind a line that is longer than any record', async () => {
    const content = `a,b\n1,${'x'.repeat(300_000)}\n2,ok\n3,"${`${'y'.repeat(99)}\n`.repeat(3_000)}`;
    const records = linesAndFields(await read(content));
    expect(records.slice(0, 4)).toEqual([[1, 'a', 'b'], [2, 'damaged'], [3, '2', 'ok'], [4, 'damaged']]);
    expect(records).toHaveLength(4 + 2_999);
  });

  it('passes over the empty rows that spreadsheets leave below a table', async () => {
    expect(linesAndFields(await read('a,b\n1,2\n,\n ,\n3,4\n,,,\n'))).toEqual([[1, 'a', 'b'], [2, '1', '2'], [5, '3', '4']]);
  });

  it('gives back any table that was written, each record with its line', async () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r', '\r\n', ' ', '😀') });
    const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n'), fc.boolean(), async (rows, lineEnd, hasLastEnd) => {
        const written = rows.map((fields) => fields.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
        let line = 1;
        const expected = rows.map((fields, index) => {
          const begin = line;
          line += (written[index]?.match(/\r\n|\n|\r/g)?.length ?? 0) + 1;
          return [begin, ...fields];
        }).filter((_, index) => rows[index]?.some((text) => text.trim() !== ''));
        expect(linesAndFields(await read(written.join(lineEnd) + (hasLastEnd ? lineEnd : '')))).toEqual(expected);
      }),
    );
  });

  it('accounts for every line of a damaged file: each is a record, part of one, or named as damaged', async () => {
    const row = fc.constantFrom('1,ok', '2,"open', '3,"fine"', '4,stray"', '5,"a""b"', '6,"x"y', '');
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (lines) => {
        const records = await read(['a,b', ...lines].join('\n'));
        const covered = new Set(records.flatMap((record) => coveredLines(record)));
        lines.forEach((text, index) => {
          if (text !== '') expect(covered.has(index + 2)).toBe(true);
        });
      }),
    );
  });
});

function coveredLines(record: CsvRecord): number[] {
  if (!record.ok) return [record.line];
  const height = record.fields.join('').split('\n').length;
  return Array.from({ length: height }, (_, index) => record.line + index);
}
