import { t } from '../../../src-shared/language/language.ts';
import { type SectionForm, textOf } from './section-form.ts';

export const AGENCIES_FORM: SectionForm = {
  section: 'agencies',
  title: t`Outside agencies`,
  about: t`Who answers for what the city does not. Name, address and phone go into every reply and slip that refers a citizen there.`,
  groups: [
    {
      title: null,
      fields: [
        { kind: 'text', key: 'code', label: t`Code`, isCode: true, hint: t`Short, such as COUNTY-ROADS. It stays for ever.` },
        { kind: 'text', key: 'name', label: t`Name`, maxLength: 200 },
        { kind: 'text', key: 'address', label: t`Address`, maxLength: 300 },
        { kind: 'text', key: 'phone', label: t`Phone`, input: 'tel', maxLength: 60 },
        { kind: 'text', key: 'hours', label: t`Hours`, maxLength: 300 },
        { kind: 'text', key: 'email', label: t`Email`, input: 'email', maxLength: 254 },
        { kind: 'text', key: 'website', label: t`Website`, input: 'url', maxLength: 300 },
      ],
    },
    {
      title: t`What it answers for`,
      fields: [
        { kind: 'longText', key: 'handles', label: t`In words`, hint: t`It is also found by them.`, rows: 3, maxLength: 4_000 },
        { kind: 'entries', key: 'serviceCodes', label: t`Services`, from: 'services', nothing: t`Only its words tell` },
        { kind: 'texts', key: 'placeWords', label: t`Places`, hint: t`Roads or parts of the city it answers for, one a line, such as State Route 7. Empty: everywhere.`, rows: 3, isFolded: true },
      ],
    },
    {
      title: t`When the entry holds`,
      fields: [
        { kind: 'day', key: 'from', label: t`From`, isNullable: true, hint: t`Empty: always.` },
        { kind: 'day', key: 'until', label: t`Until, this day included`, isNullable: true, hint: t`Empty: without end.` },
      ],
    },
  ],
  blank: { code: '', name: '', address: '', phone: '', hours: '', handles: '', email: '', website: '', serviceCodes: [], placeWords: [], from: null, until: null },
  detail: (entry) => [textOf(entry, 'phone'), textOf(entry, 'handles')].filter(Boolean).join(' · '),
  removal: 'takeOut',
  excluded: {},
};
