import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Code } from '../../../src-shared/util/ids.ts';
import { deriveCode } from './derive-code.ts';

describe('deriveCode', () => {
  it.each([
    ['Sewer Issues – Odor', 'SF-SEWER-ISSUES-ODOR'],
    ['sewer issues  odor', 'SF-SEWER-ISSUES-ODOR'],
    ['Árbol caído', 'SF-ARBOL-CAIDO'],
  ])('makes %s readable', (name, code) => {
    expect(deriveCode('SF-', name)).toBe(code);
  });

  it('tells long names and names of other scripts apart', () => {
    const names = ['a'.repeat(80), 'a'.repeat(81), 'Яма', 'Свет', '道路', '!!!', '???'];
    expect(new Set(names.map((name) => deriveCode('X-', name))).size).toBe(names.length);
  });

  it('is a code, and always the same, for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        expect(Code.safeParse(deriveCode('CITY-', name)).success).toBe(true);
        expect(deriveCode('CITY-', name)).toBe(deriveCode('CITY-', name));
      }),
    );
  });
});
