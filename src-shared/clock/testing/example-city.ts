/** The rules of the founding policies as one rule book, for worked examples: S2 and S3 as the demo city has them, and departments of its own. */
import { BusinessCalendar, RuleBook, type TimeLimit, WEEKDAYS, type WorkingHours } from '../../catalogue/time-rules.ts';

const OFFICE = [{ from: '08:00', to: '17:00' }];
const OFFICERS = [{ from: '07:00', to: '11:30' }, { from: '12:00', to: '15:30' }];
const CREWS = [{ from: '06:00', to: '16:00' }];
const AROUND_THE_CLOCK = [{ from: '00:00', to: '24:00' }];
const HOLIDAYS = [
  { date: '2026-10-12', name: 'Columbus Day', spanishName: 'Día de Colón', hours: [] },
  { date: '2026-11-11', name: 'Veterans Day', hours: [] },
  { date: '2026-11-26', name: 'Thanksgiving Day', hours: [] },
  { date: '2026-11-27', name: 'Day after Thanksgiving', hours: [] },
  { date: '2026-12-24', name: 'Christmas Eve', spanishName: 'Nochebuena', hours: [{ from: '08:00', to: '12:00' }] },
  { date: '2026-12-25', name: 'Christmas Day', hours: [] },
  { date: '2026-12-31', name: 'New Year’s Eve', hours: [{ from: '08:00', to: '12:00' }] },
  { date: '2027-01-01', name: 'New Year’s Day', hours: [] },
];

function calendar(code: string, hours: readonly WorkingHours[], closed: readonly string[], more: Partial<BusinessCalendar> = {}): BusinessCalendar {
  const week = Object.fromEntries(WEEKDAYS.map((day) => [day, closed.includes(day) ? [] : hours]));
  return BusinessCalendar.parse({ code, name: code, timeZone: 'America/New_York', week, exceptions: [], ...more });
}

const elapsed = (amount: number, source: string): TimeLimit => ({ unit: 'elapsedHours', amount, source });
const days = (amount: number, source: string): TimeLimit => ({ unit: 'businessDays', amount, source });
const working = (amount: number, source: string): TimeLimit => ({ unit: 'businessHours', amount, source });

/** Respond within 72 hours of receipt (S2, Step 2.3) and generally within two business days (S3, A.2). */
const RESPOND = [elapsed(72, 'CAS 2.3'), days(2, 'Customer service policy A.2')];
const policy = (code: string, calendarCode: string, limits: { readonly respond?: readonly TimeLimit[]; readonly resolve?: readonly TimeLimit[]; readonly acknowledge?: readonly TimeLimit[] }) => ({
  code,
  name: `Rule ${code}`,
  calendarCode,
  acknowledge: [],
  respond: RESPOND,
  resolve: [],
  ...limits,
});

export const EXAMPLE_BOOK: RuleBook = RuleBook.parse({
  version: 3,
  calendars: [
    calendar('CITY-HALL', OFFICE, ['saturday', 'sunday'], { exceptions: BusinessCalendar.shape.exceptions.parse(HOLIDAYS) }),
    calendar('OFFICERS', OFFICERS, ['saturday', 'sunday'], { exceptions: BusinessCalendar.shape.exceptions.parse(HOLIDAYS.filter(({ hours }) => hours.length === 0)) }),
    calendar('CREWS', CREWS, ['sunday']),
    calendar('ALWAYS', AROUND_THE_CLOCK, []),
    calendar('PHOENIX', OFFICE, ['saturday', 'sunday'], { timeZone: 'America/Phoenix' }),
    calendar('LORD-HOWE', OFFICE, ['saturday', 'sunday'], { timeZone: 'Australia/Lord_Howe' }),
  ],
  policies: [
    policy('STANDARD', 'CITY-HALL', {}),
    policy('WEEK', 'CITY-HALL', { resolve: [days(5, 'Public Works service levels 4.2')] }),
    policy('MONTHS', 'CITY-HALL', { resolve: [days(58, 'CAS 3.6')] }),
    policy('COMPLAINT', 'CITY-HALL', { acknowledge: [days(1, 'Customer service policy B.1')] }),
    policy('UNSAFE-BUILDING', 'OFFICERS', { resolve: [working(16, 'Code Compliance procedures 2.2')] }),
    policy('COLLECTION', 'CREWS', { resolve: [days(2, 'Solid Waste service levels 1.2')] }),
    policy('EMERGENCY', 'ALWAYS', { respond: [elapsed(4, 'Utilities emergency plan 1.1')], resolve: [working(24, 'Utilities emergency plan 1.1')] }),
    policy('DAY', 'ALWAYS', { resolve: [days(1, 'Utilities emergency plan 1.2')] }),
    policy('PHOENIX', 'PHOENIX', {}),
    policy('LORD-HOWE', 'LORD-HOWE', {}),
  ],
  exceptions: [{ code: 'ANY-COMPLAINT', serviceCode: null, kind: 'complaint', channel: null, policyCode: 'COMPLAINT' }],
  servicePolicies: Object.fromEntries(['STANDARD', 'WEEK', 'MONTHS', 'UNSAFE-BUILDING', 'COLLECTION', 'EMERGENCY', 'DAY', 'PHOENIX', 'LORD-HOWE'].map((code) => [code, code])),
  holdPauses: { CITIZEN: ['resolve'], PARTS: [], EVERYTHING: ['acknowledge', 'respond', 'resolve'] },
});
