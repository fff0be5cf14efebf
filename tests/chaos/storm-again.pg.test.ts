import { describe, expect, it } from 'vitest';
import { ROUNDS, whatIsWrongAfter } from './storm-holds.ts';

// A file of its own, so that it runs beside the other.
describe('real processes in another storm', () => {
  it.each([3])(`seed %i: after ${ROUNDS} rounds every number and every word is found`, async (seed) => {
    expect(await whatIsWrongAfter(seed)).toEqual([]);
  });
});
