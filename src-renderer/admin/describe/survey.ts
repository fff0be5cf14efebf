import type { SectionForm } from './section-form.ts';

export const SURVEY_FORM: SectionForm = {
  section: 'survey',
  title: 'Survey',
  about: 'The question asked once when a case is closed, and what becomes of a bad answer.',
  groups: [
    {
      title: null,
      fields: [
        { kind: 'yesNo', key: 'isOn', label: 'Citizens are asked how it went' },
        { kind: 'number', key: 'followUpAtOrBelow', label: 'The department follows up ratings of … and below', hint: '1 is worst, 5 is best.' },
        { kind: 'number', key: 'followUpBusinessDays', label: 'within … business days' },
        { kind: 'entry', key: 'calendarCode', label: 'Counted by', from: 'calendars' },
      ],
    },
  ],
  blank: { isOn: true, followUpAtOrBelow: 3, followUpBusinessDays: 3, calendarCode: '' },
  detail: () => '',
  removal: 'never',
  excluded: {},
};
