import { t } from '../../../src-shared/language/language.ts';
import type { SectionForm } from './section-form.ts';

export const SURVEY_FORM: SectionForm = {
  section: 'survey',
  title: t`Survey`,
  about: t`The question asked once when a case is closed, and what becomes of a bad answer.`,
  groups: [
    {
      title: null,
      fields: [
        { kind: 'yesNo', key: 'isOn', label: t`Citizens are asked how it went` },
        { kind: 'number', key: 'followUpAtOrBelow', label: t`The department follows up ratings of … and below`, hint: t`1 is worst, 5 is best.` },
        { kind: 'number', key: 'followUpBusinessDays', label: t`within … business days` },
        { kind: 'entry', key: 'calendarCode', label: t`Counted by`, from: 'calendars' },
      ],
    },
  ],
  blank: { isOn: true, followUpAtOrBelow: 3, followUpBusinessDays: 3, calendarCode: '' },
  detail: () => '',
  removal: 'never',
  excluded: {},
};
