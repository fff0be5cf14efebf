/** A bulletin as it is typed, what is still missing, and the command it becomes. */
import { t } from '../../../src-shared/language/language.ts';
import type { Bulletin } from '../../../src-shared/office/bulletin.ts';
import { parseTrackingNumber, formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { foldText } from '../../../src-shared/util/fold-text.ts';
import { fromWallTime, toWallTime } from '../../../src-shared/util/moment.ts';
import { HOUR_MS, type UtcMs, utcMs } from '../../../src-shared/util/time.ts';
import { placeTitle } from './bulletin-words.ts';
import type { OfficeCommandBody } from '../office/use-office-form.ts';

export interface BulletinValues {
  readonly title: string;
  readonly text: string;
  /** Wall-clock time of the city. */
  readonly until: string;
  readonly serviceCodes: readonly string[];
  /** A place a line. */
  readonly places: string;
  readonly number: string;
}

/** Long enough for most, and nothing that is forgotten runs over night. */
const USUAL_HOURS = 4;

export function bulletinValues(bulletin: Bulletin | null, now: UtcMs, timeZone: string): BulletinValues {
  if (bulletin === null) {
    return { title: '', text: '', until: toWallTime(utcMs(Math.ceil((now + USUAL_HOURS * HOUR_MS) / HOUR_MS) * HOUR_MS), timeZone), serviceCodes: [], places: '', number: '' };
  }
  const { title, text, until, serviceCodes, placeWords, trackingNumber } = bulletin;
  return { title, text, until: toWallTime(until, timeZone), serviceCodes, places: placeWords.map(placeTitle).join('\n'), number: trackingNumber === null ? '' : formatTrackingNumber(trackingNumber) };
}

/** What stands in the way, by field, in the order of the screen. */
export function bulletinProblems(values: BulletinValues, now: UtcMs, timeZone: string): Readonly<Record<string, string | undefined>> {
  const until = fromWallTime(values.until, timeZone);
  const untilProblem = until === null ? t`Say until when it is shown: day and time.` : until <= now ? t`That is past. Choose a later end.` : undefined;
  const isNumberWrong = values.number.trim() !== '' && !parseTrackingNumber(values.number).ok;
  return {
    first: values.title.trim() === '' ? t`Give the bulletin a title, such as “Elm Street water main: crew on site”.` : undefined,
    text: values.text.trim() === '' ? t`Write what to say to callers.` : undefined,
    until: untilProblem,
    places: placesOf(values).some((place) => foldText(place) === '') ? t`A place has letters or digits. Correct it, or remove the line.` : undefined,
    number: isNumberWrong ? t`This is no tracking number. Type all ten digits, or leave it empty.` : undefined,
  };
}

/** The command of values without problems. */
export function bulletinCommand(values: BulletinValues, bulletin: Bulletin | null, now: UtcMs, timeZone: string): OfficeCommandBody {
  const number = parseTrackingNumber(values.number);
  const words = {
    title: values.title,
    text: values.text,
    serviceCodes: [...values.serviceCodes],
    placeWords: placesOf(values),
    trackingNumber: number.ok ? number.number : null,
    from: bulletin?.from ?? now,
    until: fromWallTime(values.until, timeZone) ?? now,
  };
  if (bulletin === null) return { type: 'office.postBulletin', args: words };
  return { type: 'office.changeBulletin', args: { bulletinId: bulletin.id, seen: bulletin.changedIn, words } };
}

function placesOf({ places }: BulletinValues): string[] {
  return places.split(/[\n;]/u).map((place) => place.trim()).filter((place) => place !== '');
}
