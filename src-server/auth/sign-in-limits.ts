import { MINUTE_MS, type UtcMs } from '../../src-shared/util/time.ts';
import { rateLimit } from '../http/rate-limit.ts';

/** Who tries: the name typed and the computer (or workstation) it was typed at. */
export interface Attempt {
  readonly staffId: string;
  readonly client: string;
}

/**
 * Slows guessing without letting a stranger lock a colleague out.
 *
 * Wrong passwords count for the name at that computer (5), for the computer (30, whatever the names) and for the name
 * everywhere (50), each within five minutes. A right one clears the first. The numbers are the same for names that do not
 * exist.
 */
export interface SignInLimits {
  isExceeded(attempt: Attempt, now: UtcMs): boolean;
  countFailure(attempt: Attempt, now: UtcMs): void;
  clear(attempt: Attempt): void;
}

const WINDOW_MS = 5 * MINUTE_MS;

export function signInLimits(): SignInLimits {
  const nameHere = rateLimit({ limit: 5, windowMs: WINDOW_MS });
  const client = rateLimit({ limit: 30, windowMs: WINDOW_MS });
  const nameAnywhere = rateLimit({ limit: 50, windowMs: WINDOW_MS });
  const keyOf = (attempt: Attempt) => `${attempt.client} ${attempt.staffId}`;
  return {
    isExceeded: (attempt, now) =>
      nameHere.isExceeded(keyOf(attempt), now) ||
      client.isExceeded(attempt.client, now) ||
      nameAnywhere.isExceeded(attempt.staffId, now),
    countFailure: (attempt, now) => {
      nameHere.count(keyOf(attempt), now);
      client.count(attempt.client, now);
      nameAnywhere.count(attempt.staffId, now);
    },
    clear: (attempt) => nameHere.forget(keyOf(attempt)),
  };
}
