/**
 * Time rules as a city sets them, and the rule book: all of one catalogue version that a due date depends on.
 *
 * A case keeps the version it was received under, so rule books outlive their catalogues on every disk
 * (docs/decisions/0015-time-rules.md). What the rules mean is computed in `clock/`.
 */
import { z } from 'zod';
import { CaseKind, Channel } from '../domain/case.ts';
import { t } from '../language/language.ts';
import { Code } from '../util/ids.ts';
import { IsoDate } from '../util/time.ts';
import { LocalText } from './local-text.ts';

/** What a city promises for a case: that it is acknowledged, answered, done. */
export const CLOCKS = ['acknowledge', 'respond', 'resolve'] as const;
export const Clock = z.enum(CLOCKS);
export type Clock = z.infer<typeof Clock>;

const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: () => t`A time of day looks like 08:00` });

/** One stretch of working time, local wall clock; `to` is exclusive. Breaks are two stretches. */
export const WorkingHours = z
  .object({ from: WallTime, to: WallTime })
  .refine((hours) => hours.from < hours.to, { error: () => t`Working hours end after they start` });
export type WorkingHours = z.infer<typeof WorkingHours>;

/** The stretches of one day, in order, not overlapping; none is a closed day. */
const HoursOfDay = z
  .array(WorkingHours)
  .max(24)
  .refine(
    (stretches) => stretches.every(({ from }, at) => at === 0 || from >= (stretches[at - 1]?.to ?? '')),
    { error: () => t`Working hours of a day stand in order, and none begins before the one before has ended` },
  );

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** `library`: taken from the list of public holidays; `city`: set here. */
export const CalendarException = z.object({
  date: IsoDate,
  name: z.string().min(1).max(200),
  /** Null: `name` counts, whoever reads it. */
  spanishName: z.string().min(1).max(200).nullable().default(null),
  /** Empty: closed all day. */
  hours: HoursOfDay,
  origin: z.enum(['library', 'city']).default('city'),
});
export type CalendarException = z.infer<typeof CalendarException>;

export const BusinessCalendar = z
  .object({
    code: Code,
    name: z.string().min(1).max(200),
    /** IANA zone, such as `America/New_York`. */
    timeZone: z.string().min(1).refine(isTimeZone, { error: () => t`This time zone is not known. It looks like America/New_York` }),
    week: z.record(z.enum(WEEKDAYS), HoursOfDay),
    /** Days that differ from the week: closed, short, or open on a day of rest. No two of one date. */
    exceptions: z.array(CalendarException),
  })
  .refine(({ week }) => WEEKDAYS.some((day) => week[day].length > 0), {
    path: ['week'],
    error: () => t`A calendar is open on at least one day of the week`,
  })
  .refine(({ exceptions }) => new Set(exceptions.map(({ date }) => date)).size === exceptions.length, {
    path: ['exceptions'],
    error: () => t`Two entries are for the same date. Keep one of them`,
  });
export type BusinessCalendar = z.infer<typeof BusinessCalendar>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * So much time from receipt. `elapsedHours` are real hours, day and night; `businessHours` working time of the calendar;
 * `businessDays` end at closing time, the day of receipt being day 0.
 *
 * `source` names the policy the promise comes from, shown when a date explains itself (`CAS 2.3`).
 */
export const TimeLimit = z
  .object({
    unit: z.enum(['elapsedHours', 'businessHours', 'businessDays']),
    amount: z.number().positive().max(20_000),
    source: z.string().max(200),
  })
  .refine(({ unit, amount }) => unit !== 'businessDays' || Number.isInteger(amount), {
    path: ['amount'],
    error: () => t`Business days are whole days`,
  });
export type TimeLimit = z.infer<typeof TimeLimit>;

/** A time rule (code word: service policy). All limits run from receipt; of a list the earliest binds, an empty one promises nothing. */
export const ServicePolicy = z.object({
  code: Code,
  name: z.string().min(1).max(200),
  calendarCode: Code,
  acknowledge: z.array(TimeLimit),
  respond: z.array(TimeLimit),
  resolve: z.array(TimeLimit),
  /** A case is due soon when so many hours or fewer are left. */
  dueSoonHours: z.number().positive().max(2_000).default(24),
  /** A long work reports progress at least this often; null: not asked for. */
  progressEveryBusinessDays: z.int().positive().max(365).nullable().default(null),
});
export type ServicePolicy = z.infer<typeof ServicePolicy>;

/** What `policyFor` answers besides the code of an exception. */
const OWN_REASONS: readonly string[] = ['service', 'cityDefault'];

/**
 * A time rule for some cases instead of their service's own: all that come by one channel, all complaints …
 *
 * A null field fits every case; at least one is set. Of several that fit, the one with more fields set wins, then one that names the
 * service before one that names the kind, and that before the channel, then the earlier in the list.
 */
export const TimeRuleException = z
  .object({
    code: Code.refine((code) => !OWN_REASONS.includes(code), { error: () => t`This code means something else. Choose another` }),
    serviceCode: Code.nullable(),
    kind: CaseKind.nullable(),
    channel: Channel.nullable(),
    policyCode: Code,
  })
  .refine(({ serviceCode, kind, channel }) => serviceCode !== null || kind !== null || channel !== null, { error: () => t`Say for which service, kind or channel this rule is` });
export type TimeRuleException = z.infer<typeof TimeRuleException>;

/** Why a case may have to wait, and which of its clocks stand still meanwhile. */
export const HoldReason = z.object({ code: Code, label: LocalText, pauses: z.array(Clock).default(['resolve']) });
export type HoldReason = z.infer<typeof HoldReason>;

/** All of one catalogue version that a due date depends on, and nothing else. */
export const RuleBook = z.object({
  /** Catalogue version from which it holds, up to the next book. */
  version: z.int().positive(),
  policies: z.array(ServicePolicy).min(1),
  calendars: z.array(BusinessCalendar).min(1),
  exceptions: z.array(TimeRuleException),
  /** Code of each service's own time rule, by service code. */
  servicePolicies: z.record(z.string(), Code),
  /** Clocks that stand still during a hold, by the code of its reason. */
  holdPauses: z.record(z.string(), z.array(Clock)),
});
export type RuleBook = z.infer<typeof RuleBook>;

/** What a rule book is made of; every catalogue has it. */
export type RuleSource = Pick<RuleBook, 'version' | 'policies' | 'calendars'> & {
  readonly timeRuleExceptions: RuleBook['exceptions'];
  readonly services: readonly { readonly code: string; readonly policyCode: string }[];
  readonly holdReasons: readonly HoldReason[];
};

const books = new WeakMap<RuleSource, RuleBook>();

/** The time rules of a catalogue. The same object for the same catalogue, which must not be changed afterwards. */
export function ruleBookOf(catalogue: RuleSource): RuleBook {
  const known = books.get(catalogue);
  if (known) return known;
  const { version, policies, calendars, timeRuleExceptions, services, holdReasons } = catalogue;
  const book: RuleBook = {
    version,
    policies,
    calendars,
    exceptions: timeRuleExceptions,
    servicePolicies: Object.fromEntries(services.map(({ code, policyCode }) => [code, policyCode])),
    holdPauses: Object.fromEntries(holdReasons.map(({ code, pauses }) => [code, pauses])),
  };
  books.set(catalogue, book);
  return book;
}

/** What of a case decides which time rule it is under. */
export interface RuleQuestion {
  readonly serviceCode: string;
  readonly kind: CaseKind;
  readonly channel: Channel;
}

export interface RuleAnswer {
  readonly policy: ServicePolicy;
  readonly calendar: BusinessCalendar;
  /** `service`: its own rule; `cityDefault`: the service has none in this book, so the city's first; else the code of the exception. */
  readonly why: string;
}

/**
 * The time rule and calendar of a case. A code that leads nowhere is passed over, and the next best counts.
 *
 * Throws only when the book has no rule or no calendar at all, which its schema refuses.
 */
export function policyFor(book: RuleBook, question: RuleQuestion): RuleAnswer {
  const byCode = (code: string | undefined): ServicePolicy | undefined => book.policies.find((policy) => policy.code === code);
  const exception = fittingExceptions(book.exceptions, question).find(({ policyCode }) => byCode(policyCode));
  const own = byCode(Object.hasOwn(book.servicePolicies, question.serviceCode) ? book.servicePolicies[question.serviceCode] : undefined);
  const policy = byCode(exception?.policyCode) ?? own ?? book.policies[0];
  const calendar = book.calendars.find(({ code }) => code === policy?.calendarCode) ?? book.calendars[0];
  if (!policy || !calendar) throw new Error('The rule book has no time rule or no calendar');
  return { policy, calendar, why: exception?.code ?? (own ? 'service' : 'cityDefault') };
}

/** Best first. */
function fittingExceptions(exceptions: readonly TimeRuleException[], { serviceCode, kind, channel }: RuleQuestion): readonly TimeRuleException[] {
  const fitting = exceptions.filter(
    (exception) =>
      (exception.serviceCode ?? serviceCode) === serviceCode && (exception.kind ?? kind) === kind && (exception.channel ?? channel) === channel,
  );
  return fitting.length < 2 ? fitting : fitting.toSorted((one, other) => weightOf(other) - weightOf(one));
}

/** The number of fields set counts first, then which ones. */
function weightOf({ serviceCode, kind, channel }: TimeRuleException): number {
  const isSet = [serviceCode, kind, channel].map((field) => (field === null ? 0 : 1));
  const [service = 0, ofKind = 0, byChannel = 0] = isSet;
  return (service + ofKind + byChannel) * 8 + service * 4 + ofKind * 2 + byChannel;
}
