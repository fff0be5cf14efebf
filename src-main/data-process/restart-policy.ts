export interface RestartLimits {
  /** Waited before the first restart; doubled for each further crash in the window. */
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** The crash that ends the trying, counted within the window. */
  readonly crashesToGiveUp: number;
  readonly windowMs: number;
}

/** Eight crashes in two minutes end it: 0.2, 0.4, 0.8, 1.6, 3.2, 5, 5 seconds between the tries. */
export const DATA_PROCESS_LIMITS: RestartLimits = { firstDelayMs: 200, longestDelayMs: 5_000, crashesToGiveUp: 8, windowMs: 120_000 };

/** A page is loaded again at once; the third crash within a minute ends it. */
export const PAGE_LIMITS: RestartLimits = { firstDelayMs: 0, longestDelayMs: 0, crashesToGiveUp: 3, windowMs: 60_000 };

/** Times of the crashes that still count, oldest first, in milliseconds of a clock that never goes back. */
export type CrashTimes = readonly number[];

export type RestartDecision =
  | { readonly action: 'restart'; readonly delayMs: number; readonly crashes: CrashTimes }
  | { readonly action: 'giveUp'; readonly crashes: CrashTimes };

/**
 * Decides what follows a crash at `nowMs`. Pure: the caller keeps `crashes` and waits.
 *
 * Only crashes within the window count, so a process that ran well for two minutes starts with a clean record.
 */
export function afterCrash(limits: RestartLimits, earlier: CrashTimes, nowMs: number): RestartDecision {
  const crashes = [...earlier.filter((atMs) => nowMs - atMs < limits.windowMs), nowMs];
  if (crashes.length >= limits.crashesToGiveUp) return { action: 'giveUp', crashes };
  const delayMs = Math.min(limits.firstDelayMs * 2 ** (crashes.length - 1), limits.longestDelayMs);
  return { action: 'restart', delayMs, crashes };
}
