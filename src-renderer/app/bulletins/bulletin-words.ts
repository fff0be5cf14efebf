import { t } from '../../../src-shared/language/language.ts';
import { type Bulletin, endOfBulletin } from '../../../src-shared/office/bulletin.ts';
import { calendarDaysUntil, dayOf, timeOfDay } from '../../../src-shared/util/moment.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';

/** `until 17:00`; `until tomorrow 08:00`; `until Fri 2 Oct 17:00`. */
export function untilWords(bulletin: Pick<Bulletin, 'until' | 'endedAt'>, now: UtcMs, timeZone: string): string {
  return t`until ${momentWords(endOfBulletin(bulletin), now, timeZone)}`;
}

/** Places are kept folded: `elm street` is shown as `Elm Street`. */
export function placeTitle(folded: string): string {
  return folded.replace(/(^|\s)\p{L}/gu, (start) => start.toUpperCase());
}

/** `17:00`, `tomorrow 08:00`, `Fri 2 Oct 17:00`. */
export function momentWords(at: UtcMs, now: UtcMs, timeZone: string): string {
  const days = calendarDaysUntil(at, now, timeZone);
  const time = timeOfDay(at, timeZone);
  if (days === 0) return time;
  return `${days === 1 ? t`tomorrow` : dayOf(at, now, timeZone)} ${time}`;
}
