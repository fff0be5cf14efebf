import type { MailLogEntry } from '../../../src-shared/protocol/mail-log.ts';
import { MINUTE_MS } from '../../../src-shared/util/time.ts';

type Said = Pick<MailLogEntry, 'event' | 'at' | 'staffId' | 'to'>;

/** For each entry, which it is (1, 2, …) among those that are said with the same words: the same, to the same, within the same minute. */
export function whichOfAlike(entries: readonly Said[]): readonly number[] {
  const seen = new Map<string, number>();
  return entries.map(({ event, at, staffId, to }) => {
    const words = JSON.stringify([event, Math.floor(at / MINUTE_MS), staffId, to]);
    const which = (seen.get(words) ?? 0) + 1;
    seen.set(words, which);
    return which;
  });
}
