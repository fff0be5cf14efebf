/** Counts events per key in a sliding window of two halves; kept in this process's memory only. */
export interface RateLimit {
  /** True when `key` has used up its allowance. */
  isExceeded(key: string, nowMs: number): boolean;
  count(key: string, nowMs: number): void;
  forget(key: string): void;
}

export interface RateLimitOptions {
  readonly limit: number;
  readonly windowMs: number;
  /** Keys remembered at most; beyond that the whole older half is dropped, so that an attacker cannot fill the memory. */
  readonly maxKeys?: number;
}

/**
 * Allows about `limit` events per `windowMs`. The count of the half before the present one fades out evenly, so there is
 * no moment at which everything is allowed again at once.
 */
export function rateLimit({ limit, windowMs, maxKeys = 50_000 }: RateLimitOptions): RateLimit {
  let currentStart = 0;
  let current = new Map<string, number>();
  let previous = new Map<string, number>();

  const turn = (nowMs: number) => {
    const elapsed = nowMs - currentStart;
    if (elapsed < windowMs && current.size < maxKeys) return;
    previous = elapsed < 2 * windowMs ? current : new Map();
    current = new Map();
    currentStart = nowMs;
  };
  const used = (key: string, nowMs: number) => {
    const fading = 1 - (nowMs - currentStart) / windowMs;
    return (current.get(key) ?? 0) + (previous.get(key) ?? 0) * fading;
  };
  return {
    isExceeded(key, nowMs) {
      turn(nowMs);
      return used(key, nowMs) >= limit;
    },
    count(key, nowMs) {
      turn(nowMs);
      current.set(key, (current.get(key) ?? 0) + 1);
    },
    forget(key) {
      current.delete(key);
      previous.delete(key);
    },
  };
}
