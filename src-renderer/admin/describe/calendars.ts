import { t } from '../../../src-shared/language/language.ts';
import { CalendarException } from '../../../src-shared/catalogue/time-rules.ts';
import { hoursText } from './hours-text.ts';
import { counted, listOf, type SectionForm } from './section-form.ts';

export const CALENDARS_FORM: SectionForm = {
  section: 'calendars',
  title: t`Calendars`,
  about: t`Which hours and days count as working time: the week, the holidays, the short days.`,
  groups: [
    {
      title: null,
      fields: [
        { kind: 'text', key: 'code', label: t`Code`, isCode: true, hint: t`Short, such as CITY-HALL. It stays for ever.` },
        { kind: 'text', key: 'name', label: t`Name`, maxLength: 200 },
        { kind: 'text', key: 'timeZone', label: t`Time zone`, isTimeZone: true },
        { kind: 'week', key: 'week', label: t`Working hours`, hint: t`Like 8:00-12:00, 13:00-17:00: a break stands between two stretches. Empty: closed.` },
      ],
    },
    {
      title: t`Days that differ`,
      fields: [
        {
          kind: 'list',
          key: 'exceptions',
          label: t`Holidays, short days, days open`,
          one: t`day`,
          isTable: true,
          words: dayLine,
          blank: { date: '', name: '', spanishName: null, hours: [], origin: 'city' },
          fields: [
            { kind: 'day', key: 'date', label: t`Date` },
            { kind: 'text', key: 'name', label: t`Name`, maxLength: 200 },
            { kind: 'text', key: 'spanishName', label: t`Name in Spanish`, maxLength: 200, isNullable: true },
            { kind: 'hours', key: 'hours', label: t`Working hours (empty: closed)` },
          ],
          excluded: { origin: t`says whether it came from the list of public holidays` },
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
  detail: (entry) => counted(listOf(entry, 'exceptions').length, t`day that differs`, t`days that differ`),
  removal: 'takeOut',
  excluded: {},
  settle: (entry) => ({ ...entry, exceptions: listOf(entry, 'exceptions').toSorted((one, other) => dateOf(one).localeCompare(dateOf(other))) }),
};

/** `2026-12-25 Christmas Day (Spanish: Navidad): closed`. */
function dayLine(exception: unknown): string {
  const parsed = CalendarException.safeParse(exception);
  if (!parsed.success) return t`not complete yet`;
  const { date, name, spanishName, hours } = parsed.data;
  const names = spanishName === null ? name : `${name} (${t`Spanish: ${spanishName}`})`;
  return `${date} ${names}: ${hoursText(hours) || t`closed`}`;
}

function dateOf(exception: unknown): string {
  return typeof exception === 'object' && exception !== null && 'date' in exception ? String(exception.date) : '';
}
