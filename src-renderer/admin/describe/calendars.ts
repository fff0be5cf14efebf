import { CalendarException } from '../../../src-shared/catalogue/time-rules.ts';
import { hoursText } from './hours-text.ts';
import { counted, listOf, type SectionForm } from './section-form.ts';

export const CALENDARS_FORM: SectionForm = {
  section: 'calendars',
  title: 'Calendars',
  about: 'Which hours and days count as working time: the week, the holidays, the short days.',
  groups: [
    {
      title: null,
      fields: [
        { kind: 'text', key: 'code', label: 'Code', isCode: true, hint: 'Short, such as CITY-HALL. It stays for ever.' },
        { kind: 'text', key: 'name', label: 'Name', maxLength: 200 },
        { kind: 'text', key: 'timeZone', label: 'Time zone', isTimeZone: true },
        { kind: 'week', key: 'week', label: 'Working hours', hint: 'Like 8:00-12:00, 13:00-17:00: a break stands between two stretches. Empty: closed.' },
      ],
    },
    {
      title: 'Days that differ',
      fields: [
        {
          kind: 'list',
          key: 'exceptions',
          label: 'Holidays, short days, days open',
          one: 'day',
          isTable: true,
          words: dayLine,
          blank: { date: '', name: '', hours: [], origin: 'city' },
          fields: [
            { kind: 'day', key: 'date', label: 'Date' },
            { kind: 'text', key: 'name', label: 'Name', maxLength: 200 },
            { kind: 'hours', key: 'hours', label: 'Working hours (empty: closed)' },
          ],
          excluded: { origin: 'says whether it came from the list of public holidays' },
        },
      ],
    },
  ],
  blank: {
    ...{ code: '', name: '', timeZone: 'America/New_York', exceptions: [] },
    week: {
      ...{ monday: [{ from: '08:00', to: '17:00' }], tuesday: [{ from: '08:00', to: '17:00' }], wednesday: [{ from: '08:00', to: '17:00' }] },
      ...{ thursday: [{ from: '08:00', to: '17:00' }], friday: [{ from: '08:00', to: '17:00' }], saturday: [], sunday: [] },
    },
  },
  detail: (entry) => counted(listOf(entry, 'exceptions').length, 'day that differs', 'days that differ'),
  removal: 'takeOut',
  excluded: {},
  settle: (entry) => ({ ...entry, exceptions: listOf(entry, 'exceptions').toSorted((one, other) => dateOf(one).localeCompare(dateOf(other))) }),
};

/** `2026-12-25 Christmas Day: closed`. */
function dayLine(exception: unknown): string {
  const parsed = CalendarException.safeParse(exception);
  if (!parsed.success) return 'not complete yet';
  return `${parsed.data.date} ${parsed.data.name}: ${hoursText(parsed.data.hours) || 'closed'}`;
}

function dateOf(exception: unknown): string {
  return typeof exception === 'object' && exception !== null && 'date' in exception ? String(exception.date) : '';
}
