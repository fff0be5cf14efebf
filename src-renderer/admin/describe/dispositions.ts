import { t } from '../../../src-shared/language/language.ts';
import type { SectionForm } from './section-form.ts';

export const DISPOSITIONS_FORM: SectionForm = {
  section: 'dispositions',
  title: t`Outcomes`,
  about: t`What can have become of a case when it is closed. The citizen reads it too.`,
  groups: [
    {
      title: null,
      fields: [
        { kind: 'text', key: 'code', label: t`Code`, isCode: true, hint: t`Short, such as RESOLVED. It stays for ever.` },
        { kind: 'localText', key: 'label', label: t`Outcome`, maxLength: 200 },
      ],
    },
  ],
  blank: { code: '', label: { en: '' } },
  detail: (entry) => {
    const { label } = entry;
    return typeof label === 'object' && label !== null && 'es' in label ? String(label.es) : t`not in Spanish yet`;
  },
  order: t`They are offered in this order.`,
  removal: 'takeOut',
  excluded: {},
};
