/** A wall-clock time as staff type it, at the end of a text: `yesterday 4:10pm`, `10/2 16:10`, `fri at noon`. */

export interface DayAndTime {
  /** What is left of the text, without the time. */
  readonly dayText: string;
  /** `HH:MM`; null when the text names no time. */
  readonly wallTime: string | null;
}

const WITH_MINUTES = /(?:^|[\s,t])(?:at |a las? |@ ?)?(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)? ?(am|pm|a|p)?$/;
const WITH_HALF_OF_DAY = /(?:^|[\s,])(?:at |a las? |@ ?)?(\d{1,2}) ?(am|pm|a|p)$/;
const NAMED = /(?:^|[\s,])(?:at |al? )?(noon|mediodia)$/;

/** Splits folded text into its day and its time. Null when it ends in a time that no clock shows, such as `25:10`. */
export function splitTime(text: string): DayAndTime | null {
  const named = NAMED.exec(text);
  if (named) return { dayText: dayPart(text, named.index), wallTime: '12:00' };
  const match = WITH_MINUTES.exec(text);
  if (match) return timeOf(text, match, match[2] ?? '', match[3]);
  const hour = WITH_HALF_OF_DAY.exec(text);
  if (hour) return timeOf(text, hour, '00', hour[2]);
  return { dayText: text, wallTime: null };
}

/** `match` begins where the time does, and its first group is the hour; `half` is that of the day, if it was typed. */
function timeOf(text: string, match: RegExpExecArray, minuteText: string, half: string | undefined): DayAndTime | null {
  const hour = hourOfDay(Number(match[1]), half?.[0]);
  const minute = Number(minuteText);
  if (hour === null || minute > 59) return null;
  const wallTime = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return { dayText: dayPart(text, match.index), wallTime };
}

function hourOfDay(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour <= 23 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

function dayPart(text: string, index: number): string {
  return text.slice(0, index).replace(/[\s,]+$/, '');
}
