import { describe, expect, it } from 'vitest';
import { must } from '../util/assert.ts';
import { BusinessCalendar, HoldReason, policyFor, type RuleBook, type RuleQuestion, ServicePolicy, TimeLimit, TimeRuleException, WEEKDAYS } from './time-rules.ts';

const week = (hours: unknown) => Object.fromEntries(WEEKDAYS.map((day) => [day, day === 'sunday' ? [] : hours]));
const calendar = { code: 'CITY', name: 'City Hall', timeZone: 'America/New_York', week: week([{ from: '08:00', to: '17:00' }]), exceptions: [] };
const exceptionOn = (date: string, hours: unknown = []) => ({ date, name: 'A day', hours });
const sentenceOf = (value: unknown): string | undefined => BusinessCalendar.safeParse(value).error?.issues[0]?.message;

describe('a calendar', () => {
  it.each([
    ['a stretch that ends before it begins', { week: week([{ from: '17:00', to: '08:00' }]) }, /end after they start/],
    ['stretches that overlap', { week: week([{ from: '08:00', to: '12:30' }, { from: '12:00', to: '17:00' }]) }, /none begins before the one before has ended/],
    ['stretches out of order', { week: week([{ from: '13:00', to: '17:00' }, { from: '08:00', to: '12:00' }]) }, /none begins before/],
    ['no working day in the week', { week: week([]) }, /open on at least one day of the week/],
    ['a time of day that is none', { week: week([{ from: '8:00', to: '17:00' }]) }, /looks like 08:00/],
    ['a zone that is not known', { timeZone: 'America/Palm_Beach' }, /looks like America\/New_York/],
    ['two entries for one date', { exceptions: [exceptionOn('2026-12-25'), exceptionOn('2026-12-25', [{ from: '08:00', to: '12:00' }])] }, /same date/],
    ['an entry for a date that is none', { exceptions: [exceptionOn('2026-02-30')] }, /date/i],
  ])('is refused with %s', (_what, changes, sentence) => {
    expect(sentenceOf({ ...calendar, ...changes })).toMatch(sentence);
  });

  it('may be open around the clock, and stretches may meet', () => {
    const hours = [{ from: '00:00', to: '12:00' }, { from: '12:00', to: '24:00' }];
    expect(BusinessCalendar.parse({ ...calendar, week: week(hours), exceptions: [exceptionOn('2028-02-29', hours)] }).exceptions[0]?.origin).toBe('city');
  });
});

describe('a time rule', () => {
  const limit = { unit: 'businessDays', amount: 2, source: 'A.2' };

  it('takes whole business days, and parts of hours', () => {
    expect(TimeLimit.safeParse({ ...limit, amount: 1.5 }).error?.issues[0]?.message).toMatch(/whole days/);
    expect(TimeLimit.safeParse({ ...limit, unit: 'businessHours', amount: 1.5 }).success).toBe(true);
    expect([0, -1, 1e9, Infinity].filter((amount) => TimeLimit.safeParse({ ...limit, amount }).success)).toEqual([]);
  });

  it('calls a case due soon a day before, and asks for no reports, unless it says otherwise', () => {
    const policy = ServicePolicy.parse({ code: 'R', name: 'R', calendarCode: 'CITY', acknowledge: [], respond: [limit], resolve: [] });
    expect(policy).toMatchObject({ dueSoonHours: 24, progressEveryBusinessDays: null });
    expect(HoldReason.parse({ code: 'H', label: { en: 'H' } }).pauses).toEqual(['resolve']);
  });
});

describe('which time rule a case is under', () => {
  const policy = (code: string) => ServicePolicy.parse({ code, name: code, calendarCode: code === 'OTHER' ? 'NIGHT' : 'CITY', acknowledge: [], respond: [], resolve: [] });
  const exception = (code: string, on: Partial<TimeRuleException>, policyCode = code) => TimeRuleException.parse({ code, serviceCode: null, kind: null, channel: null, policyCode, ...on });
  const codes = ['FIRST', 'OWN', 'S', 'K', 'C', 'SK', 'SC', 'KC', 'SKC', 'SECOND-C', 'OTHER'];
  const all = [
    exception('SECOND-C', { channel: 'letter' }),
    exception('KC', { kind: 'complaint', channel: 'fax' }),
    exception('C', { channel: 'fax' }),
    exception('K', { kind: 'complaint' }),
    exception('S', { serviceCode: 'X' }),
    exception('SC', { serviceCode: 'X', channel: 'fax' }),
    exception('SK', { serviceCode: 'X', kind: 'complaint' }),
  ];
  const book = (exceptions: readonly TimeRuleException[]): RuleBook => ({
    version: 1,
    policies: codes.map(policy),
    calendars: [BusinessCalendar.parse(calendar), BusinessCalendar.parse({ ...calendar, code: 'NIGHT' })],
    exceptions: [...exceptions],
    servicePolicies: { X: 'OWN', Y: 'OWN', Z: 'GONE' },
    holdPauses: {},
  });
  const choose = (exceptions: readonly TimeRuleException[], of: RuleQuestion) => policyFor(book(exceptions), of);

  it.each([
    { name: 'more fields set win', exceptions: all, why: 'SK', of: { serviceCode: 'X', kind: 'complaint', channel: 'fax' } },
    { name: 'all three win over two', exceptions: [...all, exception('SKC', { serviceCode: 'X', kind: 'complaint', channel: 'fax' })], why: 'SKC', of: { serviceCode: 'X', kind: 'complaint', channel: 'fax' } },
    { name: 'the service wins over the kind', exceptions: all.filter(({ code }) => code.length === 1), why: 'S', of: { serviceCode: 'X', kind: 'complaint', channel: 'fax' } },
    { name: 'the kind wins over the channel', exceptions: all.filter(({ code }) => code.length === 1), why: 'K', of: { serviceCode: 'Y', kind: 'complaint', channel: 'fax' } },
    { name: 'service and channel win over kind and channel', exceptions: all.filter(({ code }) => code !== 'SK'), why: 'SC', of: { serviceCode: 'X', kind: 'complaint', channel: 'fax' } },
    { name: 'the earlier in the list wins among equals', exceptions: [exception('C', { channel: 'letter' }), ...all], why: 'C', of: { serviceCode: 'Y', kind: 'inquiry', channel: 'letter' } },
    { name: 'none fits: the service’s own', exceptions: all, why: 'service', of: { serviceCode: 'Y', kind: 'inquiry', channel: 'phone' } },
    { name: 'an exception to a rule that is gone is passed over', exceptions: [exception('GONE', { kind: 'inquiry' })], why: 'service', of: { serviceCode: 'Y', kind: 'inquiry', channel: 'phone' } },
    { name: 'the service’s own rule is gone: the city’s first', exceptions: [], why: 'cityDefault', of: { serviceCode: 'Z', kind: 'inquiry', channel: 'phone' } },
  ] as const)('$name', ({ exceptions, why, of }) => {
    const answer = choose(exceptions, of);
    expect([answer.why, answer.policy.code]).toEqual([why, why === 'service' ? 'OWN' : why === 'cityDefault' ? 'FIRST' : why]);
  });

  it('brings its own calendar', () => {
    expect(must(choose([exception('OTHER', { kind: 'inquiry' })], { serviceCode: 'Y', kind: 'inquiry', channel: 'phone' }).calendar, 'one').code).toBe('NIGHT');
  });

  it('needs an exception to say for what it is', () => {
    expect(TimeRuleException.safeParse({ code: 'E', serviceCode: null, kind: null, channel: null, policyCode: 'OWN' }).success).toBe(false);
  });
});
