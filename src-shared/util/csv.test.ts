import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, neutral, original } from './csv.ts';

const FORMULA_START = /^[=+\-@\t\r\n]/;
const trickyText = fc.oneof(
  fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', ' ', '"', ',', ';', '\uFEFF', '＝', 'a', '1') }),
  fc.string({ unit: 'grapheme' }),
);

describe('neutral', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', "'=1", '＝1'])('puts an apostrophe before %j', (text) => {
    expect(neutral(text)).toBe(`'${text}`);
  });

  it.each(['', 'Pothole', "O'Neil", "'quoted'", 'a=b', '12:30', '(-71.1)'])('leaves %j alone', (text) => {
    expect(neutral(text)).toBe(text);
  });

  it('is taken back without loss by original, whatever the text', () => {
    fc.assert(
      fc.property(trickyText, (text) => {
        expect(original(neutral(text))).toBe(text);
      }),
    );
  });
});

describe('csvLine', () => {
  it('is read back as written, and no text in it begins like a formula', () => {
    fc.assert(
      fc.property(fc.array(trickyText, { minLength: 1, maxLength: 6 }), (texts) => {
        const [fields] = parse(csvLine(texts), { record_delimiter: '\r\n' }) as string[][];
        const read = fields ?? texts.map(() => '');
        expect(read.map(original)).toEqual(texts);
        expect(read.filter((field) => FORMULA_START.test(field))).toEqual([]);
      }),
    );
  });

  it('writes a number as a number and null as nothing', () => {
    expect(csvLine([-71.1, null, '-71.1'])).toBe("-71.1,,'-71.1\r\n");
  });
});
