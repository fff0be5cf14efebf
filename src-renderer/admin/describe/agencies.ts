import { type SectionForm, textOf } from './section-form.ts';

export const AGENCIES_FORM: SectionForm = {
  section: 'agencies',
  title: 'Outside agencies',
  about: 'Who answers for what the city does not. Name, address and phone go into every reply and slip that refers a citizen there.',
  groups: [
    {
      title: null,
      fields: [
        { kind: 'text', key: 'code', label: 'Code', isCode: true, hint: 'Short, such as COUNTY-ROADS. It stays for ever.' },
        { kind: 'text', key: 'name', label: 'Name', maxLength: 200 },
        { kind: 'text', key: 'address', label: 'Address', maxLength: 300 },
        { kind: 'text', key: 'phone', label: 'Phone', input: 'tel', maxLength: 60 },
        { kind: 'text', key: 'hours', label: 'Hours', maxLength: 300 },
        { kind: 'text', key: 'email', label: 'Email', input: 'email', maxLength: 254 },
        { kind: 'text', key: 'website', label: 'Website', input: 'url', maxLength: 300 },
      ],
    },
    {
      title: 'What it answers for',
      fields: [
        { kind: 'longText', key: 'handles', label: 'In words', hint: 'It is also found by them.', rows: 3, maxLength: 4_000 },
        { kind: 'entries', key: 'serviceCodes', label: 'Services', from: 'services', nothing: 'Only its words tell' },
        { kind: 'texts', key: 'placeWords', label: 'Places', hint: 'Roads or parts of the city it answers for, one a line, such as State Route 7. Empty: everywhere.', rows: 3, isFolded: true },
      ],
    },
    {
      title: 'When the entry holds',
      fields: [
        { kind: 'day', key: 'from', label: 'From', isNullable: true, hint: 'Empty: always.' },
        { kind: 'day', key: 'until', label: 'Until, this day included', isNullable: true, hint: 'Empty: without end.' },
      ],
    },
  ],
  blank: { code: '', name: '', address: '', phone: '', hours: '', handles: '', email: '', website: '', serviceCodes: [], placeWords: [], from: null, until: null },
  detail: (entry) => [textOf(entry, 'phone'), textOf(entry, 'handles')].filter(Boolean).join(' · '),
  removal: 'takeOut',
  excluded: {},
};
