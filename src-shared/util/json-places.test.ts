import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readJson } from './json-places.ts';

it('reads what JSON.parse reads, and nothing else', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json({ noUnicodeString: false }), fc.string(), fc.json().map((text) => text.slice(0, -1))), (text) => {
      const read = readJson(text);
      let expected: unknown;
      try {
        expected = JSON.parse(text);
      } catch {
        expect(read.ok).toBe(false);
        return;
      }
      if (!read.ok) expect(read.problem).toMatch(/twice/);
      else expect(read.value).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

it('knows the line of every value, and for one that is missing that of what it is missing in', () => {
  const read = readJson('{\n "a": [\n  1,\n  { "b": 2 }\n ]\n}');
  expect(read.ok && [read.lineOf([]), read.lineOf(['a']), read.lineOf(['a', 0]), read.lineOf(['a', 1, 'b']), read.lineOf(['a', 1, 'missing', 'deeper'])]).toEqual([1, 2, 3, 4, 4]);
});

it.each([
  ['{ "a": 1', 1, 9, 'the file ends before a } that is expected'],
  ['[1 2]', 1, 4, 'a comma or ] is expected here'],
  ['[\n"open\n]', 2, 1, 'the quotation marks of this text are not closed on its line'],
  ['{ a: 1 }', 1, 3, 'a name in quotation marks is expected here'],
  ['[yes]', 1, 2, '“yes” is no value; texts stand in quotation marks'],
  ['[1] 2', 1, 5, 'the file goes on after its end; a bracket is closed too early'],
  ['["\\q"]', 1, 2, 'this text holds a backslash or a character that JSON does not allow'],
  ['[1,]', 1, 4, 'a value is expected here'],
])('says where %s cannot be read', (text, line, column, problem) => {
  expect(readJson(text)).toEqual({ ok: false, line, column, problem });
});

it('takes no file that would break the program', () => {
  expect(readJson('['.repeat(100_000))).toMatchObject({ ok: false, problem: 'brackets are nested too deep' });
});
