/**
 * Local days of a time zone as stretches of real time, without asking for the zone's rules more than once a day.
 *
 * A day is a number: days since 1970-01-01. Wall times are minutes since the day began on the wall, and mean the first moment at which
 * a clock there shows that time or a later one. So a time that a clock change leaves out is the moment of the change, one that comes
 * twice is its first coming, and what is in order on the wall is in order in fact.
 */
import { Temporal } from 'temporal-polyfill';
import { DAY_MS, MINUTE_MS } from '../util/time.ts';

/** A day of a time zone; see the head of this file. */
export type DayNumber = number;

export interface ZoneDays {
  readonly timeZone: string;
  /** Milliseconds since 1970; equal to the next day's where a zone left a whole date out. */
  startOf(day: DayNumber): number;
  /** The day a moment lies in. */
  dayAt(moment: number): DayNumber;
  momentOf(day: DayNumber, wallMinutes: number): number;
}

const zones = new Map<string, ZoneDays>();

/** Throws RangeError for a zone that is not known; the schema of calendars refuses those. */
export function zoneDays(timeZone: string): ZoneDays {
  const known = zones.get(timeZone) ?? openZone(timeZone);
  zones.set(timeZone, known);
  return known;
}

/** `2026-10-02` */
export function isoDateOf(day: DayNumber): string {
  return new Date(day * DAY_MS).toISOString().replace(/T.*/, '');
}

export function dayNumberOf(isoDate: string): DayNumber {
  return Math.floor(Date.parse(`${isoDate}T00:00:00Z`) / DAY_MS);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

function openZone(timeZone: string): ZoneDays {
  const starts = new Map<DayNumber, number>();
  const startOf = (day: DayNumber): number => {
    const known = starts.get(day);
    if (known !== undefined) return known;
    const start = Temporal.PlainDate.from(isoDateOf(day)).toZonedDateTime(timeZone).epochMilliseconds;
    starts.set(day, start);
    return start;
  };
  return {
    timeZone,
    startOf,
    dayAt(moment) {
      let day = Math.floor(moment / DAY_MS);
      while (startOf(day) > moment) day -= 1;
      while (startOf(day + 1) <= moment) day += 1;
      return day;
    },
    momentOf(day, wallMinutes) {
      const start = startOf(day);
      const next = startOf(day + 1);
      const isPlain = next - start === DAY_MS;
      return isPlain ? start + wallMinutes * MINUTE_MS : Math.min(next, Math.max(start, momentOnUnevenDay(day, wallMinutes, timeZone)));
    },
  };
}

/** On a day with a clock change. */
function momentOnUnevenDay(day: DayNumber, wallMinutes: number, timeZone: string): number {
  const wall = Temporal.PlainDateTime.from(isoDateOf(day)).add({ minutes: wallMinutes });
  const earlier = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(wall)) return earlier.epochMilliseconds;
  // Left out by the change, which is the next one after the time as the new offset would have it.
  return earlier.getTimeZoneTransition('next')?.epochMilliseconds ?? earlier.epochMilliseconds;
}
