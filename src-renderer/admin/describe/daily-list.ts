import { t } from '../../../src-shared/language/language.ts';
import type { SectionForm } from './section-form.ts';

export const DAILY_LIST_FORM: SectionForm = {
  section: 'dailyList',
  title: t`Daily list and monthly report`,
  about: t`The list of late cases that goes to every head of a department and to the City Manager’s office each working morning, and the report of a finished month that goes to them and the Commission on the first working morning of the next.`,
  groups: [
    {
      title: null,
      fields: [
        { kind: 'yesNo', key: 'isOn', label: t`Daily list sent every working morning` },
        { kind: 'yesNo', key: 'isMonthlyReportSent', label: t`Monthly report sent on the first working morning`, hint: t`The figures are kept as they were sent.` },
        { kind: 'time', key: 'at', label: t`At`, hint: t`By the city’s clock.` },
        { kind: 'entry', key: 'calendarCode', label: t`On the working days of`, from: 'calendars' },
        { kind: 'texts', key: 'alsoTo', label: t`Also to`, hint: t`Further email addresses, one a line: for both, of the whole city, without sealed cases.`, rows: 3 },
      ],
    },
  ],
  blank: { isOn: true, at: '07:00', calendarCode: '', alsoTo: [], isMonthlyReportSent: true },
  detail: () => '',
  removal: 'never',
  excluded: {},
};
