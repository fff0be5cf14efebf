import { t } from '../../../src-shared/language/language.ts';
import { staffName } from '../../../src-shared/catalogue/lookup.ts';
import { type SectionForm, textOf } from './section-form.ts';

export const DEPARTMENTS_FORM: SectionForm = {
  section: 'departments',
  title: t`Departments`,
  about: t`Who does the work. The head is told of what is late; the contact for complaints is the one a complaint is given to.`,
  groups: [
    {
      title: null,
      fields: [
        { kind: 'text', key: 'code', label: t`Code`, isCode: true, hint: t`Short, such as STREETS. It stays for ever.` },
        { kind: 'text', key: 'name', label: t`Name`, maxLength: 200 },
        { kind: 'text', key: 'phone', label: t`Phone`, input: 'tel', maxLength: 60, hint: t`Stands on receipts and letters: whom to call.` },
        { kind: 'text', key: 'email', label: t`Email`, input: 'email', maxLength: 254 },
        { kind: 'entry', key: 'headStaffId', label: t`Head of the department`, from: 'staff', nothing: t`Nobody` },
        { kind: 'entry', key: 'complaintContactStaffId', label: t`Contact for complaints`, from: 'staff', nothing: t`Nobody`, hint: t`The department’s point of contact; complaints are given to them.` },
        { kind: 'yesNo', key: 'isActive', label: t`Takes cases`, hint: t`Off: it keeps the cases it has, and none is given to it any more.` },
      ],
    },
  ],
  blank: { code: '', name: '', phone: '', email: '', headStaffId: null, complaintContactStaffId: null, isActive: true },
  detail: (entry, catalogue) => {
    const head = textOf(entry, 'headStaffId');
    return head === '' ? t`no head` : staffName(catalogue, head);
  },
  removal: 'both',
  excluded: {},
};
