import { Temporal } from 'temporal-polyfill';
import { MINUTE_MS, type UtcMs, utcMs } from '../../../src-shared/util/time.ts';
import { type MomentFormat, type MomentParts, momentFormat } from './moment-format.ts';

export interface MomentReader {
  readonly formats: readonly string[];
  readonly readers: readonly MomentFormat[];
  readonly timeZone: string;
  /** False: an offset in the text is passed over and the text taken as local time of `timeZone`. */
  readonly trustsOffsets: boolean;
}

export type ParsedMoment =
  | {
      readonly ok: true;
      readonly at: UtcMs;
      /** False: the text named a day only, and `at` is the local time of day asked for. */
      readonly hasTime: boolean;
      /** The local day, `YYYY-MM-DD`. */
      readonly localDate: string;
    }
  | { readonly ok: false; readonly reason: 'noSuchFormat' | 'noSuchDay' };

const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2200;

/** Throws a sentence when a format or the zone is not known. */
export function momentReader(formats: readonly string[], timeZone: string, trustsOffsets: boolean): MomentReader {
  return { formats, readers: formats.map(momentFormat), timeZone: knownTimeZone(timeZone), trustsOffsets };
}

function knownTimeZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    throw new Error(`“${timeZone}” is not a time zone; give one such as America/New_York`);
  }
}

/**
 * Reads a moment by the first format that fits.
 *
 * A local time that the clock skipped is read as if the clock had not been changed yet (02:30 becomes 03:30 of summer
 * time); of one that came twice the first is taken. `noSuchDay`: 30 February, hour 25, or a year outside 1900 to 2200.
 */
export function parseMoment(text: string, reader: MomentReader, timeOfDay = '00:00'): ParsedMoment {
  let fits = false;
  for (const read of reader.readers) {
    const parts = read(text);
    if (parts === null) continue;
    fits = true;
    const moment = momentOf(parts, reader, timeOfDay);
    if (moment) return moment;
  }
  return { ok: false, reason: fits ? 'noSuchDay' : 'noSuchFormat' };
}

function momentOf(parts: MomentParts, reader: MomentReader, timeOfDay: string): ParsedMoment | null {
  const local = localTime(parts, timeOfDay);
  if (local === null || local.year < EARLIEST_YEAR || local.year > LATEST_YEAR) return null;
  const { hasTime } = parts;
  if (parts.offsetMinutes === null || !reader.trustsOffsets) {
    const at = utcMs(local.toZonedDateTime(reader.timeZone, { disambiguation: 'compatible' }).epochMilliseconds);
    return { ok: true, at, hasTime, localDate: local.toPlainDate().toString() };
  }
  if (Math.abs(parts.offsetMinutes) > 18 * 60) return null;
  const at = utcMs(local.toZonedDateTime('UTC').epochMilliseconds - parts.offsetMinutes * MINUTE_MS);
  const localDate = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(reader.timeZone).toPlainDate().toString();
  return { ok: true, at, hasTime, localDate };
}

/** Null when the calendar or the clock has no such day or hour. 24:00 is the end of the day. */
function localTime(parts: MomentParts, timeOfDay: string): Temporal.PlainDateTime | null {
  const { year, month, day, minute, second, millisecond } = parts;
  const isMidnightAfter = parts.hour === 24 && minute === 0 && second === 0;
  const time = parts.hasTime ? { hour: isMidnightAfter ? 0 : parts.hour, minute, second, millisecond } : Temporal.PlainTime.from(timeOfDay);
  try {
    const local = Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toPlainDateTime(
      Temporal.PlainTime.from(time, { overflow: 'reject' }),
    );
    return isMidnightAfter ? local.add({ days: 1 }) : local;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
