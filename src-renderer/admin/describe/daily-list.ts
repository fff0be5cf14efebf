import type { SectionForm } from './section-form.ts';

export const DAILY_LIST_FORM: SectionForm = {
  section: 'dailyList',
  title: 'Daily list',
  about: 'The list of late cases that goes to every head of a department and to the City Manager’s office each working morning.',
  groups: [
    {
      title: null,
      fields: [
        { kind: 'yesNo', key: 'isOn', label: 'Sent every working morning' },
        { kind: 'time', key: 'at', label: 'At', hint: 'By the city’s clock.' },
        { kind: 'entry', key: 'calendarCode', label: 'On the working days of', from: 'calendars' },
        { kind: 'texts', key: 'alsoTo', label: 'Also to', hint: 'Further email addresses, one a line.', rows: 3 },
      ],
    },
  ],
  blank: { isOn: true, at: '07:00', calendarCode: '', alsoTo: [] },
  detail: () => '',
  removal: 'never',
  excluded: {},
};
