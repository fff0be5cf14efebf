import { describe, expect, it } from 'vitest';
import { ROUNDS, whatIsWrongAfter } from './storm-holds.ts';

describe('real processes in a storm', () => {
  it.each([1])(`seed %i: after ${ROUNDS} rounds of kills, cuts, partitions, wrong clocks, copied and restored disks every number and every word is found`, async (seed) => {
    expect(await whatIsWrongAfter(seed)).toEqual([]);
  });
});
