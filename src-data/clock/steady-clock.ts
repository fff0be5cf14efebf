/** What a steady clock is made of; passed in, so that tests can move them. */
export interface ClockSources {
  /** The computer's clock, ms since 1970 UTC; people and networks set it, by days when it was wrong. */
  readonly wall: () => number;
  /** Ms since some moment, never set; stands still while the computer sleeps. */
  readonly running: () => number;
  /** Ms since the computer started, sleep included; may be coarse. */
  readonly uptime: () => number;
}

const SLEPT_MS = 2_000;

/**
 * The computer's clock as it was when the process started, going on evenly from there.
 *
 * A clock that is set while people work, by days or back into last year, moves no date the city gives: what the server says
 * (the offset measured at every hello) is added to this one. Sleep counts; an even clock alone would lose it.
 */
export function steadyClock({ wall, running, uptime }: ClockSources): () => number {
  const startedAt = wall();
  const [runningAtStart, uptimeAtStart] = [running(), uptime()];
  return () => {
    const awake = running() - runningAtStart;
    const slept = uptime() - uptimeAtStart - awake;
    return Math.round(startedAt + awake + (slept > SLEPT_MS ? slept : 0));
  };
}
