import { t } from '../../../src-shared/language/language.ts';
import { type SectionForm, textOf } from './section-form.ts';

export const GLOSSARY_FORM: SectionForm = {
  section: 'glossary',
  title: t`Short forms`,
  about: t`Short forms the city uses. One that stands here need not be explained in every closing note; any other one is asked about.`,
  groups: [
    {
      title: null,
      fields: [
        { kind: 'text', key: 'short', label: t`Short form`, isCode: true, maxLength: 40 },
        { kind: 'text', key: 'long', label: t`What it stands for`, maxLength: 200 },
      ],
    },
  ],
  blank: { short: '', long: '' },
  detail: (entry) => textOf(entry, 'long'),
  removal: 'takeOut',
  excluded: {},
};
