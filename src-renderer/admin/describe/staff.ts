import { departmentName } from '../../../src-shared/catalogue/lookup.ts';
import { choicesOf, ROLE_LABELS } from './choices.ts';
import { listOf, type SectionForm, textOf } from './section-form.ts';

export const STAFF_FORM: SectionForm = {
  section: 'staff',
  title: 'Staff',
  about: 'Who works here, for which departments, and what they may do. Whoever leaves is made inactive: their cases keep their name.',
  groups: [
    {
      title: null,
      fields: [
        { kind: 'text', key: 'id', label: 'Staff ID', isCode: true, hint: 'They sign in with it: small letters, digits and dots, such as a.rivera.' },
        { kind: 'text', key: 'name', label: 'Name', maxLength: 200 },
        { kind: 'text', key: 'title', label: 'Title', maxLength: 200 },
        { kind: 'text', key: 'email', label: 'Email', input: 'email', hint: 'Lists and alarms go there. Empty: nowhere.' },
        { kind: 'yesNo', key: 'isActive', label: 'Works here', hint: 'Off: cannot sign in, and no case is given to them.' },
      ],
    },
    {
      title: 'What they may do',
      fields: [
        { kind: 'choices', key: 'roles', label: 'Roles', choices: choicesOf(ROLE_LABELS) },
        { kind: 'entries', key: 'departmentCodes', label: 'Departments', from: 'departments', nothing: 'Of no department' },
        { kind: 'yesNo', key: 'isSuperUser', label: 'Super user', hint: 'One of the group that proposes how services and scripts get better.' },
        { kind: 'yesNo', key: 'isPerson', label: 'Is a person', hint: 'Off for entries that stand for no one, such as an earlier system.' },
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
