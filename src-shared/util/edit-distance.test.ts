import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from './edit-distance.ts';

const word = fc.string({ unit: fc.constantFrom(...'abcd'), maxLength: 8 });

describe('editDistance', () => {
  it.each([
    ['pothole', 'pothole', 0],
    ['pothloe', 'pothole', 1],
    ['pothol', 'pothole', 1],
    ['graffitti', 'graffiti', 1],
    ['basra', 'basura', 1],
    ['semaforro', 'semaforo', 1],
    ['sidwlk', 'sidewalk', 2],
    ['tree', 'water', 3],
  ])('%s and %s: %i', (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(distance);
  });

  it('is the same both ways, nothing for the same word, and never more than one over what was asked', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
        const distance = editDistance(a, b, most);
        expect(distance).toBe(editDistance(b, a, most));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(most + 1);
      }),
    );
  });

  it('is at most one for one letter left out', () => {
    fc.assert(
      fc.property(word, fc.nat(7), (text, at) => {
        expect(editDistance(text, text.slice(0, at) + text.slice(at + 1), 2)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
