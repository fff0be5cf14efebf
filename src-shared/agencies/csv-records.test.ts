import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, original } from '../util/csv.ts';
import { readCsvRecords } from './csv-records.ts';

const read = (text: string, delimiter = ','): readonly unknown[] =>
  readCsvRecords(text, delimiter).map((record) => [record.line, record.ok ? record.fields : `damaged: ${record.text}`]);

describe('records', () => {
  it.each<[string, string, readonly unknown[]]>([
    ['with any line ends', 'a,b\r\nc,d\ne,f\rg,h', [[1, ['a', 'b']], [2, ['c', 'd']], [3, ['e', 'f']], [4, ['g', 'h']]]],
    ['with quoted commas, quotes and lines', '"a, b","say ""hi""","two\r\nlines"\nc,d,e', [[1, ['a, b', 'say "hi"', 'two\r\nlines']], [3, ['c', 'd', 'e']]]],
    ['after a byte order mark', '\uFEFFname,phone', [[1, ['name', 'phone']]]],
    ['without blank lines', 'a,b\n\n,\n  \nc,d\n', [[1, ['a', 'b']], [5, ['c', 'd']]]],
    ['with empty fields', ',a,\n', [[1, ['', 'a', '']]]],
    ['with a stray quotation mark', '5" pipe,b\n"a "b" c",d', [[1, ['5" pipe', 'b']], [2, ['a "b" c', 'd']]]],
    ['past a quotation mark that never closes', 'a,b\n"c,d\ne,f', [[1, ['a', 'b']], [2, 'damaged: "c,d'], [3, ['e', 'f']]]],
    ['with spaces around quotation marks', '"a, b" , "c"', [[1, ['a, b', 'c']]]],
    ['of nothing', '', []],
  ])('%s', (_what, text, records) => {
    expect(read(text)).toEqual(records);
  });

  it('are those that the parser of the server’s import reads', () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', ' ', '\n', '\r', ';', '-', '=') });
    const row = fc.array(field, { minLength: 1, maxLength: 4 }).filter((fields) => fields.some((value) => value.trim() !== ''));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const text = rows.map(csvLine).join('');
        const records = readCsvRecords(text, ',').map((record) => (record.ok ? record.fields : []));
        expect(records).toEqual(parse(text, { record_delimiter: '\r\n', relax_column_count: true }));
        expect(records.map((fields) => fields.map(original))).toEqual(rows);
      }),
    );
  });

  it('are read from any text, each line once', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r') }), (text) => {
        const lines = readCsvRecords(text, ',').map(({ line }) => line);
        expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
        expect(lines.filter((line) => line > text.split(/\r\n|\r|\n/).length)).toEqual([]);
      }),
    );
  });
});
