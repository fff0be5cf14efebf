import { describe, expect, test } from 'vitest';
import { rateLimit } from './rate-limit.ts';

const MINUTE_MS = 60_000;
const options = { limit: 3, windowMs: MINUTE_MS };

describe('rateLimit', () => {
  test('is exceeded after the limit, for that key only', () => {
    const limit = rateLimit(options);
    for (let time = 0; time < 3; time += 1) limit.count('a', time);
    expect(limit.isExceeded('a', 10)).toBe(true);
    expect(limit.isExceeded('b', 10)).toBe(false);
  });

  test('fades: not all is allowed again when the window turns, all of it one window later', () => {
    const limit = rateLimit(options);
    limit.count('other', 0);
    for (let time = 0; time < 4; time += 1) limit.count('a', 50_000 + time);
    expect(limit.isExceeded('a', MINUTE_MS + 1_000)).toBe(true);
    expect(limit.isExceeded('a', 2 * MINUTE_MS + 30_000)).toBe(false);
  });

  test('a success forgets the failures before it', () => {
    const limit = rateLimit(options);
    for (let time = 0; time < 3; time += 1) limit.count('a', time);
    limit.forget('a');
    expect(limit.isExceeded('a', 10)).toBe(false);
  });

  test('keeps a bounded number of keys', () => {
    const limit = rateLimit({ ...options, maxKeys: 10 });
    for (let key = 0; key < 25; key += 1) limit.count(`key ${key}`, 1);
    for (let time = 0; time < 3; time += 1) limit.count('a', 2);
    expect(limit.isExceeded('a', 3)).toBe(true);
  });
});
