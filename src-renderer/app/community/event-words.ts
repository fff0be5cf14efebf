import type { Neighborhood } from '../../../src-shared/catalogue/community.ts';
import type { CommunityEvent } from '../../../src-shared/office/community-event.ts';
import { dayOf, fromWallTime, toWallTime } from '../../../src-shared/util/moment.ts';
import type { IsoDate, UtcMs } from '../../../src-shared/util/time.ts';

/** `Thu 12 Nov`; with the year when it is not this one. */
export function eventDay(date: IsoDate, now: UtcMs, timeZone: string): string {
  const noon = fromWallTime(`${date}T12:00`, timeZone);
  return noon === null ? date : dayOf(noon, now, timeZone);
}

/** `Harbor Forum · Thu 12 Nov · Library`: so that two of one name are told apart. */
export function eventLine({ name, date, place }: CommunityEvent, now: UtcMs, timeZone: string): string {
  return [name, eventDay(date, now, timeZone), place].filter(Boolean).join(' · ');
}

export function today(now: UtcMs, timeZone: string): IsoDate {
  return toWallTime(now, timeZone).slice(0, 'YYYY-MM-DD'.length);
}

/** Those whose wishes may still be entered, the latest first. */
export function openEvents(events: readonly CommunityEvent[]): readonly CommunityEvent[] {
  return events.filter(({ endedAt }) => endedAt === null).toSorted((a, b) => b.date.localeCompare(a.date) || b.addedAt - a.addedAt);
}

export const WHOLE_CITY = '';

/** Neighborhoods in use, and the one that is chosen though it is not any more. `nothing`: what stands for none. */
export function neighborhoodChoices(neighborhoods: readonly Neighborhood[], chosen: string | null, nothing: string) {
  const offered = neighborhoods.filter(({ isActive, code }) => isActive || code === chosen).map(({ code, name }) => ({ value: code as string, label: name }));
  const isUnknown = chosen !== null && !offered.some(({ value }) => value === chosen);
  return [{ value: WHOLE_CITY, label: nothing }, ...offered, ...(isUnknown ? [{ value: chosen, label: chosen }] : [])];
}
