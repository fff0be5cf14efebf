/** Why a date is what it is, in sentences a clerk can read aloud to a citizen. The same on screen, on paper and in the daily list. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import { serviceName, staffName } from '../catalogue/lookup.ts';
import type { Clock, TimeLimit, TimeRuleException, WorkingHours } from '../catalogue/time-rules.ts';
import type { Channel } from '../domain/case.ts';
import { KIND_LABELS } from '../domain/labels.ts';
import { listWords } from '../util/list-words.ts';
import { unreachable } from '../util/unreachable.ts';
import type { DueDate } from './explain-due.ts';
import type { LedgerStep, OddDay } from './ledger-step.ts';
import { spokenDayOfYear, spokenEnd, spokenLength, spokenMoment, spokenWallTime } from './spoken-time.ts';

export interface LedgerContext {
  readonly clock: Clock;
  readonly timeZone: string;
  /** For names of people, reasons and exceptions; what it does not know any more is called by its code. */
  readonly catalogue: Catalogue;
}

/** What a clock promises, inside a sentence. */
const PROMISES: Record<Clock, string> = {
  acknowledge: 'an acknowledgement is due',
  respond: 'an answer is due',
  resolve: 'the work is due',
};

const CHANNEL_WORDS: Record<Channel, string> = {
  phone: 'by phone',
  counter: 'at the counter',
  letter: 'by letter',
  fax: 'by fax',
  email: 'by email',
  web: 'on the website',
  mobile: 'by the mobile app',
  social: 'on social media',
  text: 'by text message',
  commissioner: 'from a commissioner',
  event: 'at an event',
};

/** One paragraph for each step, in order. */
export function ledgerSentences(due: DueDate, context: LedgerContext): readonly string[] {
  return due.steps.map((step) => sentence(step, due, context));
}

function sentence(step: LedgerStep, due: DueDate, context: LedgerContext): string {
  switch (step.kind) {
    case 'received':
      return `Received ${spokenMoment(step.at, context.timeZone)} ${CHANNEL_WORDS[step.channel]}.`;
    case 'ruleChosen':
      return ruleChosen(step, context);
    case 'limit':
      return limitSentence(step, context);
    case 'pause':
      return pauseSentence(step, context);
    case 'binds':
      return bindsSentence(step, due, context);
    default:
      return unreachable(step);
  }
}

function ruleChosen({ policyName, exceptionCode }: Extract<LedgerStep, { kind: 'ruleChosen' }>, { catalogue }: LedgerContext): string {
  if (exceptionCode === null) return `This service has no time rule of its own here, so the city’s first one counts: “${policyName}”.`;
  const exception = catalogue.timeRuleExceptions.find(({ code }) => code === exceptionCode);
  const reason = exception ? `the city has set it for ${exceptionWords(exception, catalogue)}` : `of the exception ${exceptionCode}`;
  return `The time rule “${policyName}” counts, because ${reason}.`;
}

function exceptionWords({ serviceCode, kind, channel }: TimeRuleException, catalogue: Catalogue): string {
  return [
    kind === null ? 'cases' : `cases of the kind ${KIND_LABELS[kind].toLowerCase()}`,
    ...(serviceCode === null ? [] : [`about ${serviceName(catalogue, serviceCode)}`]),
    ...(channel === null ? [] : [`that come ${CHANNEL_WORDS[channel]}`]),
  ].join(' ');
}

/** `72 hours`, `16 working hours`, `2 business days`. */
export function limitWords({ unit, amount }: TimeLimit): string {
  const name = { elapsedHours: 'hour', businessHours: 'working hour', businessDays: 'business day' }[unit];
  return `${amount} ${name}${amount === 1 ? '' : 's'}`;
}

function limitSentence({ limit, unpausedDue, due, oddDays, breaks }: Extract<LedgerStep, { kind: 'limit' }>, { timeZone }: LedgerContext): string {
  const dayAndNight = limit.unit === 'elapsedHours' ? ' from receipt, day and night,' : limit.unit === 'businessHours' ? ' from receipt' : ', not counting the first day,';
  const atClosing = limit.unit === 'businessDays' ? ' at closing time' : '';
  const source = limit.source === '' ? '' : ` (${limit.source})`;
  const end = limit.amount === 1 ? 'ends' : 'end';
  const ends = due === unpausedDue ? end : 'would have ended';
  const first = `${limitWords(limit)}${dayAndNight} ${ends}${atClosing} on ${spokenEnd(unpausedDue, timeZone)}${source}.`;
  return [first, ...notCounted(oddDays, breaks), ...otherHours(oddDays)].join(' ');
}

/** Days of rest are named one by one only as long as they are few. */
const FEW_DAYS = 4;

function notCounted(oddDays: readonly OddDay[], breaks: readonly WorkingHours[]): readonly string[] {
  const rest = oddDays.filter(({ kind }) => kind === 'rest');
  const restWords = rest.length > FEW_DAYS ? [weekdaysOf(rest)] : rest.map(({ date }) => `${spokenDayOfYear(date)} (closed)`);
  const holidays = oddDays.filter(({ kind }) => kind === 'holiday').map(({ date, name }) => `${spokenDayOfYear(date)} (${name ?? 'closed'})`);
  const breakWords = breaks.map(({ from, to }) => `the break from ${spokenWallTime(from)} to ${spokenWallTime(to)}`);
  const all = [...restWords, ...holidays, ...breakWords];
  return all.length === 0 ? [] : [`Not counted: ${listWords(all)}.`];
}

/** `Saturdays and Sundays, 24 days in all`. */
function weekdaysOf(days: readonly OddDay[]): string {
  const names = new Set(days.map(({ date }) => `${spokenDayOfYear(date).split(',')[0]}s`));
  return `${listWords([...names])}, ${days.length} days in all`;
}

function otherHours(oddDays: readonly OddDay[]): readonly string[] {
  return oddDays
    .filter(({ kind }) => kind === 'otherHours')
    .map(({ date, name, hours }) => {
      const stretches = hours.map(({ from, to }) => `${spokenWallTime(from)} to ${spokenWallTime(to)}`);
      return `On ${spokenDayOfYear(date)} the city works ${listWords(stretches)} (${name ?? 'other hours'}).`;
    });
}

function pauseSentence(step: Extract<LedgerStep, { kind: 'pause' }>, context: LedgerContext): string {
  const { from, to, reasonCode, by, lastedMs, stopsClock, dueBefore, dueAfter } = step;
  const { timeZone, catalogue } = context;
  const who = by === null ? '' : ` (${staffName(catalogue, by)})`;
  const since = to === null ? `since ${spokenMoment(from, timeZone)}, ${spokenLength(lastedMs)} so far` : `${spokenLength(lastedMs)}, from ${spokenMoment(from, timeZone)} to ${spokenMoment(to, timeZone)}`;
  const words = `${stopsClock ? 'Paused' : 'On hold'} ${since}: ${reasonWords(reasonCode, catalogue)}${who}.`;
  if (!stopsClock) return `${words} A hold for this reason does not stop this clock.`;
  if (dueAfter === dueBefore) return `${words} No time that counts was lost, so the date stays.`;
  return `${words} That moves the end to ${spokenEnd(dueAfter, timeZone)}.`;
}

/** `waiting for the citizen`: the reason as it stands inside a sentence. */
function reasonWords(reasonCode: string, catalogue: Catalogue): string {
  const label = catalogue.holdReasons.find(({ code }) => code === reasonCode)?.label.en ?? reasonCode;
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

function bindsSentence({ due: at, over }: Extract<LedgerStep, { kind: 'binds' }>, { isPaused }: DueDate, { clock, timeZone }: LedgerContext): string {
  const earliest = over.length === 0 ? 'So' : over.length === 1 ? 'The earlier of the two binds, so' : 'The earliest of them binds, so';
  const moves = isPaused ? ' The clock stands still: the date moves on for as long as the case is on hold.' : '';
  return `${earliest} ${PROMISES[clock]} by ${spokenEnd(at, timeZone)}.${moves}`;
}
