import { describe, it } from 'vitest';
import { ROUNDS, stormHolds } from './storm-holds.ts';

describe('real processes in a storm', () => {
  it.each([1, 2])(`seed %i: after ${ROUNDS} rounds of kills, cuts, partitions, wrong clocks, copied and restored disks every number and every word is found`, stormHolds);
});
