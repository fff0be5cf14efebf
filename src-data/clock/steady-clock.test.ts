import { beforeEach, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../src-shared/util/time.ts';
import { steadyClock } from './steady-clock.ts';

let wall: number;
let running: number;
let uptime: number;
let now: () => number;
const START = 1_795_000_000_000;
beforeEach(() => {
  [wall, running, uptime] = [START, 50, 7 * DAY_MS];
  now = steadyClock({ wall: () => wall, running: () => running, uptime: () => uptime });
});

function pass(ms: number, { asleep = false } = {}): void {
  wall += ms;
  uptime += ms;
  if (!asleep) running += ms;
}

it('goes on evenly when the clock of the computer is set', () => {
  pass(1_000);
  wall += 3 * DAY_MS;
  pass(500);
  expect(now()).toBe(START + 1_500);
  wall -= 400 * DAY_MS;
  expect(now()).toBe(START + 1_500);
});

it('counts the time the computer slept', () => {
  pass(1_000);
  pass(9 * HOUR_MS, { asleep: true });
  pass(1_000);
  expect(now()).toBe(START + 9 * HOUR_MS + 2_000);
});

it('is not moved by a coarse up-time', () => {
  pass(400);
  uptime += 900;
  expect(now()).toBe(START + 400);
});
