import { isWorthRetrying } from './data-error.ts';

const MOST_TRIES = 4;
const RETRY_AFTER_MS = 300;

/**
 * Sends a command until it has an answer or cannot have one.
 *
 * When the data process ends in the middle, nobody knows whether the command is on disk: it is sent again with the same `commandId`,
 * which has one effect however often it arrives. Rejects with `DataError`.
 */
export async function untilAnswered<Reply>(send: () => Promise<Reply>): Promise<Reply> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await send();
    } catch (error) {
      if (tries >= MOST_TRIES || !isWorthRetrying(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
    }
  }
}
