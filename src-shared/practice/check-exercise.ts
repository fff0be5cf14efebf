/** Whether a case is what the caller of an exercise needed, said kindly, point by point. */
import { interfaceLocale, t } from '../language/language.ts';
import { Temporal } from 'temporal-polyfill';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { serviceName } from '../catalogue/lookup.ts';
import type { CoReporter, Person } from '../domain/case.ts';
import type { Case } from '../domain/case-document.ts';
import { CHANNEL_LABELS, KIND_LABELS } from '../domain/labels.ts';
import { formatTrackingNumber, parseTrackingNumber } from '../tracking-number/tracking-number.ts';
import { digitsOf, foldText } from '../util/fold-text.ts';
import type { UtcMs } from '../util/time.ts';
import { unreachable } from '../util/unreachable.ts';
import type { Exercise, WantedPoint } from './exercise.ts';

export interface CheckedPoint {
  readonly isMet: boolean;
  /** What is right, or what is missing and how to put it right. */
  readonly sentence: string;
}

export interface CheckedExercise {
  /** One for each wanted point, in their order. */
  readonly points: readonly CheckedPoint[];
  readonly isRight: boolean;
}

interface Ground {
  readonly current: Case;
  /** The citizen who was added to a case last, when that is what the trainee did; else null. */
  readonly joined: CoReporter | null;
  readonly catalogue: Catalogue;
}

/** `joinedNumber`: the number the trainee gave out by adding a caller to this case; null: they opened it. */
export function checkExercise(exercise: Exercise, current: Case, joinedNumber: string | null, catalogue: Catalogue): CheckedExercise {
  const joined = joinedNumber === null ? null : (current.coReporters.find(({ trackingNumber }) => trackingNumber === joinedNumber) ?? null);
  const points = exercise.wanted.map((wanted) => checkPoint(wanted, { current, joined, catalogue }));
  return { points, isRight: points.every(({ isMet }) => isMet) };
}

function checkPoint(wanted: WantedPoint, ground: Ground): CheckedPoint {
  const { current, joined, catalogue } = ground;
  const citizen = citizenOf(ground);
  switch (wanted.what) {
    case 'service':
      return point(
        wanted.serviceCodes.includes(current.serviceCode),
        t`The service is right: ${serviceName(catalogue, current.serviceCode)}.`,
        t`The service is ${serviceName(catalogue, current.serviceCode)}; the caller meant ${wanted.name}. Type their own words into Service.`,
      );
    case 'kind':
      return point(current.kind === wanted.kind, t`It is kept as what it is: ${KIND_LABELS[wanted.kind].toLowerCase()}.`, t`It was taken as ${KIND_LABELS[current.kind].toLowerCase()}; it is ${KIND_LABELS[wanted.kind].toLowerCase()}. The service brings the kind, or set it in Kind.`);
    case 'channel':
      return point((joined?.channel ?? current.channel) === wanted.channel, t`The channel is right: ${CHANNEL_LABELS[wanted.channel]}.`, t`The channel is ${CHANNEL_LABELS[current.channel]}; it came by ${CHANNEL_LABELS[wanted.channel].toLowerCase()}. Channel is the first field, Alt+C.`);
    case 'name':
      return point(holds(citizen?.name, wanted.value), t`The name is there: ${wanted.value}.`, t`The name is missing or different: ${wanted.value}. Say it back to the caller once, and spell it.`);
    case 'onBehalfOf':
      return point(holds(current.onBehalfOf?.name, wanted.value) || holds(current.requester?.name, wanted.value), t`Both people are on the case; it is for ${wanted.value}.`, t`It is for ${wanted.value}, who is not on the case. Put that name into “On behalf of”, Alt+B.`);
    case 'phone':
      return point(phonesOf(ground).some((phone) => digitsOf(phone).endsWith(digitsOf(wanted.value).slice(-7))), t`The number to call back is right: ${wanted.value}.`, t`The number to call back is missing or different: ${wanted.value}. Read it back, digit by digit.`);
    case 'place':
      return point(holds(current.location?.text, wanted.value), t`The place is right: ${wanted.value}.`, t`The place is missing or different: ${wanted.value}. House number and street belong into Location, Alt+L.`);
    case 'preference':
      return point(citizen?.preference === wanted.preference, t`They are answered the way they asked for.`, t`They asked to be answered by ${wanted.preference}. Set “Contact preference”, Alt+F.`);
    case 'language':
      return point(citizen?.language === wanted.language, t`The language is set, so the receipt and the letter are in Spanish.`, t`The language is still English: receipt, letter and survey would be, too. Set Language, Alt+G.`);
    case 'receivedOn':
      return checkReceived(current.receivedAt, wanted.date, catalogue);
    case 'sealed':
      return point(current.isSealed, t`It is sealed, and a supervisor knows of it.`, t`It is not sealed: colleagues can read it. Choose the service for complaints about a person, or tick Sealed.`);
    case 'answeredNow':
      return point(current.isFirstContactResolution, t`It was answered on the call and is closed.`, t`It is still open, and somebody would have to call back. Tick “Answered now”, Alt+W, and write what you told them.`);
    case 'saidInOwnWords':
      return point(foldText(current.description).split(' ').length >= MIN_WORDS, t`What they said is written down.`, t`Their own words are missing. Write what they said into Description, Alt+D, as they say it.`);
    case 'joined':
      return checkJoined(wanted.trackingNumber, ground);
    case 'referredTo':
      return point(current.referral?.name === wanted.agency, t`It is referred to ${wanted.agency}, with address and phone.`, t`It is not referred to ${wanted.agency}. Open the case, press f, choose the agency.`);
    default:
      return unreachable(wanted);
  }
}

const MIN_WORDS = 4;

function citizenOf({ current, joined }: Ground): Person | null {
  return joined ? joined.person : current.requester;
}

function phonesOf({ current, joined }: Ground): readonly string[] {
  const people = joined ? [joined.person] : [current.requester, current.onBehalfOf];
  return people.flatMap((person) => (person ? [person.phone] : []));
}

function checkReceived(receivedAt: UtcMs, date: string, { city }: Catalogue): CheckedPoint {
  const day = Temporal.Instant.fromEpochMilliseconds(receivedAt).toZonedDateTimeISO(city.timeZone).toPlainDate();
  const wanted = Temporal.PlainDate.from(date).toLocaleString(interfaceLocale(), { weekday: 'long', month: 'long', day: 'numeric' });
  return point(day.toString() === date, t`Received is the day on the stamp: ${wanted}.`, t`Received is not the day on the stamp, ${wanted}. The 72 hours count from there. Type the day into Received, Alt+R.`);
}

function checkJoined(number: string, { current, joined }: Ground): CheckedPoint {
  const parsed = parseTrackingNumber(number);
  const shown = parsed.ok ? formatTrackingNumber(parsed.number) : number;
  return point(
    joined !== null && current.trackingNumber === number,
    t`The caller was added to ${shown}, with a number of their own.`,
    t`This was reported already: ${shown}. Look at “Similar cases nearby” (Alt+I) and press “Add this caller to that case”.`,
  );
}

/** Whether all words of `wanted` are in the text, in whatever order and spelling of case and accents. */
function holds(text: string | null | undefined, wanted: string): boolean {
  const words = foldText(text ?? '').split(' ');
  return foldText(wanted).split(' ').every((word) => words.includes(word));
}

function point(isMet: boolean, met: string, unmet: string): CheckedPoint {
  return { isMet, sentence: isMet ? met : unmet };
}
