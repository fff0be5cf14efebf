/** Why a date is what it is, in sentences a clerk can read aloud to a citizen. The same on screen, on paper and in the daily list. */
import { labelWords, nameOfCode } from '../catalogue/label-words.ts';
import { t } from '../language/language.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { serviceName, staffName } from '../catalogue/lookup.ts';
import type { Clock, TimeLimit, TimeRuleException, WorkingHours } from '../catalogue/time-rules.ts';
import type { Channel } from '../domain/case.ts';
import { KIND_LABELS } from '../domain/labels.ts';
import { listWords } from '../util/list-words.ts';
import { unreachable } from '../util/unreachable.ts';
import type { DueDate } from './explain-due.ts';
import type { LedgerStep, OddDay } from './ledger-step.ts';
import { spokenDayOfYear, spokenEnd, spokenLength, spokenMoment, spokenWallTime, spokenWeekdays } from './spoken-time.ts';

export interface LedgerContext {
  readonly clock: Clock;
  readonly timeZone: string;
  /** For names of people, reasons and exceptions; what it does not know any more is called by its code. */
  readonly catalogue: Catalogue;
}

/** What a clock promises, inside a sentence. */
const PROMISES: Record<Clock, string> = {
  acknowledge: t`an acknowledgement is due`,
  respond: t`an answer is due`,
  resolve: t`the work is due`,
};

const CHANNEL_WORDS: Record<Channel, string> = {
  phone: t`by phone`,
  counter: t`at the counter`,
  letter: t`by letter`,
  fax: t`by fax`,
  email: t`by email`,
  web: t`on the website`,
  mobile: t`by the mobile app`,
  social: t`on social media`,
  text: t`by text message`,
  commissioner: t`from a commissioner`,
  event: t`at an event`,
};

/** One paragraph for each step, in order. */
export function ledgerSentences(due: DueDate, context: LedgerContext): readonly string[] {
  return due.steps.map((step) => sentence(step, due, context));
}

function sentence(step: LedgerStep, due: DueDate, context: LedgerContext): string {
  switch (step.kind) {
    case 'received':
      return t`Received ${spokenMoment(step.at, context.timeZone)} ${CHANNEL_WORDS[step.channel]}.`;
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
  if (exceptionCode === null) return t`This service has no time rule of its own here, so the city’s first one counts: “${policyName}”.`;
  const exception = catalogue.timeRuleExceptions.find(({ code }) => code === exceptionCode);
  const reason = exception ? t`the city has set it for ${exceptionWords(exception, catalogue)}` : t`of the exception ${exceptionCode}`;
  return t`The time rule “${policyName}” counts, because ${reason}.`;
}

function exceptionWords({ serviceCode, kind, channel }: TimeRuleException, catalogue: Catalogue): string {
  return [
    kind === null ? t`cases` : t`cases of the kind ${KIND_LABELS[kind].toLowerCase()}`,
    ...(serviceCode === null ? [] : [t`about ${serviceName(catalogue, serviceCode)}`]),
    ...(channel === null ? [] : [t`that come ${CHANNEL_WORDS[channel]}`]),
  ].join(' ');
}

/** `72 hours`, `16 working hours`, `2 business days`. */
export function limitWords({ unit, amount }: Pick<TimeLimit, 'unit' | 'amount'>): string {
  const [one, many] = {
    elapsedHours: [t`hour`, t`hours`],
    businessHours: [t`working hour`, t`working hours`],
    businessDays: [t`business day`, t`business days`],
  }[unit];
  return `${amount} ${amount === 1 ? one : many}`;
}

type Limited = (limit: string, end: string) => string;

const LIMIT_SENTENCES: Record<TimeLimit['unit'], Record<'ends' | 'end' | 'wouldHaveEnded', Limited>> = {
  elapsedHours: {
    ends: (limit, end) => t`${limit} from receipt, day and night, ends on ${end}.`,
    end: (limit, end) => t`${limit} from receipt, day and night, end on ${end}.`,
    wouldHaveEnded: (limit, end) => t`${limit} from receipt, day and night, would have ended on ${end}.`,
  },
  businessHours: {
    ends: (limit, end) => t`${limit} from receipt ends on ${end}.`,
    end: (limit, end) => t`${limit} from receipt end on ${end}.`,
    wouldHaveEnded: (limit, end) => t`${limit} from receipt would have ended on ${end}.`,
  },
  businessDays: {
    ends: (limit, end) => t`${limit}, not counting the first day, ends at closing time on ${end}.`,
    end: (limit, end) => t`${limit}, not counting the first day, end at closing time on ${end}.`,
    wouldHaveEnded: (limit, end) => t`${limit}, not counting the first day, would have ended at closing time on ${end}.`,
  },
};

function limitSentence({ limit, unpausedDue, due, oddDays, breaks }: Extract<LedgerStep, { kind: 'limit' }>, { timeZone }: LedgerContext): string {
  const end = spokenEnd(unpausedDue, timeZone);
  const tense = due !== unpausedDue ? 'wouldHaveEnded' : limit.amount === 1 ? 'ends' : 'end';
  const first = LIMIT_SENTENCES[limit.unit][tense](limitWords(limit), limit.source === '' ? end : `${end} (${limit.source})`);
  return [first, ...notCounted(oddDays, breaks), ...otherHours(oddDays)].join(' ');
}

/** Days of rest are named one by one only as long as they are few. */
const FEW_DAYS = 4;

function notCounted(oddDays: readonly OddDay[], breaks: readonly WorkingHours[]): readonly string[] {
  const rest = oddDays.filter(({ kind }) => kind === 'rest');
  const restWords = rest.length > FEW_DAYS ? [weekdaysOf(rest)] : rest.map(({ date }) => t`${spokenDayOfYear(date)} (closed)`);
  const holidays = oddDays.filter(({ kind }) => kind === 'holiday').map(({ date, name }) => `${spokenDayOfYear(date)} (${name === null ? t`closed` : labelWords(name)})`);
  const breakWords = breaks.map(({ from, to }) => t`the break from ${spokenWallTime(from)} to ${spokenWallTime(to)}`);
  const all = [...restWords, ...holidays, ...breakWords];
  return all.length === 0 ? [] : [t`Not counted: ${listWords(all)}.`];
}

/** `Saturdays and Sundays, 24 days in all`. */
function weekdaysOf(days: readonly OddDay[]): string {
  const names = new Set(days.map(({ date }) => spokenWeekdays(date)));
  return t`${listWords([...names])}, ${days.length} days in all`;
}

function otherHours(oddDays: readonly OddDay[]): readonly string[] {
  return oddDays
    .filter(({ kind }) => kind === 'otherHours')
    .map(({ date, name, hours }) => {
      const stretches = hours.map(({ from, to }) => t`${spokenWallTime(from)} to ${spokenWallTime(to)}`);
      const [day, times] = [spokenDayOfYear(date), listWords(stretches)];
      return name === null ? t`On ${day} the city works ${times} (other hours).` : t`On ${day} the city works ${times} (${labelWords(name)}).`;
    });
}

function pauseSentence(step: Extract<LedgerStep, { kind: 'pause' }>, context: LedgerContext): string {
  const { from, to, reasonCode, by, lastedMs, stopsClock, dueBefore, dueAfter } = step;
  const { timeZone, catalogue } = context;
  const who = by === null ? '' : ` (${staffName(catalogue, by)})`;
  const since = to === null ? t`since ${spokenMoment(from, timeZone)}, ${spokenLength(lastedMs)} so far` : t`${spokenLength(lastedMs)}, from ${spokenMoment(from, timeZone)} to ${spokenMoment(to, timeZone)}`;
  const reason = `${reasonWords(reasonCode, catalogue)}${who}`;
  const words = stopsClock ? t`Paused ${since}: ${reason}.` : t`On hold ${since}: ${reason}.`;
  if (!stopsClock) return t`${words} A hold for this reason does not stop this clock.`;
  if (dueAfter === dueBefore) return t`${words} No time that counts was lost, so the date stays.`;
  return t`${words} That moves the end to ${spokenEnd(dueAfter, timeZone)}.`;
}

/** `waiting for the citizen`: the reason as it stands inside a sentence. */
function reasonWords(reasonCode: string, catalogue: Catalogue): string {
  const label = nameOfCode(catalogue.holdReasons, reasonCode) ?? reasonCode;
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

function bindsSentence({ due: at, over }: Extract<LedgerStep, { kind: 'binds' }>, { isPaused }: DueDate, { clock, timeZone }: LedgerContext): string {
  const by = spokenEnd(at, timeZone);
  const binds =
    over.length === 0
      ? t`So ${PROMISES[clock]} by ${by}.`
      : over.length === 1
        ? t`The earlier of the two binds, so ${PROMISES[clock]} by ${by}.`
        : t`The earliest of them binds, so ${PROMISES[clock]} by ${by}.`;
  return isPaused ? t`${binds} The clock stands still: the date moves on for as long as the case is on hold.` : binds;
}
