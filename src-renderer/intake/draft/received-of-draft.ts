import { isWritten } from '../../../src-shared/domain/case.ts';
import { hoursOfDay, localDate } from '../../../src-shared/clock/business-calendar.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { parseReceived, type ReceivedContext } from '../received/parse-received.ts';
import { receivedText } from '../received/received-text.ts';
import type { IntakeDraft } from './draft.ts';
import { isFromForm } from './form-of-draft.ts';
import { isOfEvent } from './event-of-draft.ts';

const EARLIEST_OPENING = '08:00';

/** How dates are read in this city: its zone, its order of day and month, its opening times. */
export function receivedContext(catalogue: Catalogue, now: UtcMs): ReceivedContext {
  const calendar = catalogue.calendars[0];
  return {
    now,
    timeZone: catalogue.city.timeZone,
    dayFirst: !/-(US|PR|PH)$/i.test(catalogue.city.locale),
    opensAt: (date) => (calendar ? hoursOfDay(calendar, date).hours[0]?.from : undefined) ?? EARLIEST_OPENING,
  };
}

/** The draft with a newly typed "Received": its meaning is settled now, not when the case is issued. */
export function typeReceived(draft: IntakeDraft, text: string, context: ReceivedContext): IntakeDraft {
  const reading = parseReceived(text, context);
  const isSettled = reading.ok && text.trim() !== '';
  return { ...draft, receivedText: text, receivedAt: isSettled ? reading.at : null };
}

/** The text as it should stand once the field is left: `yesterday` becomes the date it meant. */
export function settledReceivedText(draft: IntakeDraft, context: ReceivedContext): string {
  const reading = parseReceived(draft.receivedText, context);
  if (draft.receivedAt === null || !reading.ok) return draft.receivedText;
  const hasTime = reading.hasTime || localDate(draft.receivedAt, context.timeZone).equals(localDate(context.now, context.timeZone));
  return receivedText(draft.receivedAt, hasTime, context.timeZone);
}

/** Whether the day has to be typed: it stands on the letter, or on the form that somebody filled in by hand. */
export function isReceivedAsked(draft: IntakeDraft): boolean {
  return isWritten(draft.channel) || isFromForm(draft);
}

/**
 * When the case was received, or null while that is not known: a call or visit when its draft was begun, a written item on the
 * day its stamp says, what was said at a town hall on its day.
 */
export function receivedAtOf(draft: IntakeDraft, now: UtcMs): UtcMs | null {
  if (draft.receivedText.trim() !== '') return draft.receivedAt;
  return isReceivedAsked(draft) ? null : (eventMoment(draft) ?? draft.startedAt ?? now);
}

/** The evening of the town hall that was on a day before; null when what was typed, or the clock, says when it was received. */
export function eventMoment(draft: IntakeDraft): UtcMs | null {
  return isOfEvent(draft) && draft.receivedText.trim() === '' ? (draft.event?.receivedAt ?? null) : null;
}
