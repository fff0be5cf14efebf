import { t } from '../../../src-shared/language/language.ts';
import { departmentName } from '../../../src-shared/catalogue/lookup.ts';
import { choicesOf, ROLE_LABELS } from './choices.ts';
import { listOf, type SectionForm, textOf } from './section-form.ts';

export const STAFF_FORM: SectionForm = {
  section: 'staff',
  title: t`Staff`,
  about: t`Who works here, for which departments, and what they may do. Whoever leaves is made inactive: their cases keep their name.`,
  groups: [
    {
      title: null,
      fields: [
        { kind: 'text', key: 'id', label: t`Staff ID`, isCode: true, hint: t`They sign in with it: small letters, digits and dots, such as a.rivera.` },
        { kind: 'text', key: 'name', label: t`Name`, maxLength: 200 },
        { kind: 'text', key: 'title', label: t`Title`, maxLength: 200 },
        { kind: 'text', key: 'email', label: t`Email`, input: 'email', hint: t`Lists and alarms go there. Empty: nowhere.` },
        { kind: 'yesNo', key: 'isActive', label: t`Works here`, hint: t`Off: cannot sign in, and no case is given to them.` },
      ],
    },
    {
      title: t`What they may do`,
      fields: [
        { kind: 'choices', key: 'roles', label: t`Roles`, choices: choicesOf(ROLE_LABELS) },
        { kind: 'entries', key: 'departmentCodes', label: t`Departments`, from: 'departments', nothing: t`Of no department` },
        { kind: 'yesNo', key: 'isSuperUser', label: t`Super user`, hint: t`One of the group that proposes how services and scripts get better.` },
        { kind: 'yesNo', key: 'isPerson', label: t`Is a person`, hint: t`Off for entries that stand for no one, such as an earlier system.` },
      ],
    },
  ],
  blank: { id: '', name: '', title: '', roles: ['agent'], departmentCodes: [], email: '', isSuperUser: false, isPerson: true, isActive: true },
  detail: (entry, catalogue) => {
    const departments = listOf(entry, 'departmentCodes').map((code) => departmentName(catalogue, String(code)));
    return [textOf(entry, 'title'), departments.join(', ')].filter(Boolean).join(' · ');
  },
  removal: 'deactivate',
  excluded: {},
};
