import type { SectionForm } from './section-form.ts';

export const DISPOSITIONS_FORM: SectionForm = {
  section: 'dispositions',
  title: 'Outcomes',
  about: 'What can have become of a case when it is closed. The citizen reads it too.',
  groups: [
    {
      title: null,
      fields: [
        { kind: 'text', key: 'code', label: 'Code', isCode: true, hint: 'Short, such as RESOLVED. It stays for ever.' },
        { kind: 'localText', key: 'label', label: 'Outcome', maxLength: 200 },
      ],
    },
  ],
  blank: { code: '', label: { en: '' } },
  detail: (entry) => {
    const { label } = entry;
    return typeof label === 'object' && label !== null && 'es' in label ? String(label.es) : 'not in Spanish yet';
  },
  order: 'They are offered in this order.',
  removal: 'takeOut',
  excluded: {},
};
