import { t } from '../../../src-shared/language/language.ts';
import { listOf, type SectionForm, textOf } from './section-form.ts';

export const LANDMARKS_FORM: SectionForm = {
  section: 'landmarks',
  title: t`Landmarks`,
  about: t`Places that callers name instead of an address: the library, a park, a bridge. They are offered at Location by any of their names.`,
  groups: [
    {
      title: null,
      fields: [
        { kind: 'text', key: 'code', label: t`Code`, isCode: true, hint: t`Short, such as LIBRARY. It stays for ever.` },
        { kind: 'text', key: 'name', label: t`Name`, maxLength: 200 },
        { kind: 'texts', key: 'otherNames', label: t`Also called`, hint: t`What callers say, one a line.`, rows: 4 },
        { kind: 'text', key: 'address', label: t`Address`, maxLength: 300 },
        { kind: 'corners', key: 'position', label: t`Position`, hint: t`Latitude, longitude, such as 26.5309, -80.0612. Empty: where its address is.` },
        { kind: 'yesNo', key: 'isActive', label: t`In use` },
      ],
    },
  ],
  blank: { code: '', name: '', otherNames: [], address: '', position: [], isActive: true },
  detail: (entry) => [textOf(entry, 'address'), ...listOf(entry, 'otherNames')].filter((part) => part !== '').join(' · '),
  removal: 'both',
  excluded: {},
};
