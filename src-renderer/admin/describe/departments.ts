import { staffName } from '../../../src-shared/catalogue/lookup.ts';
import { type SectionForm, textOf } from './section-form.ts';

export const DEPARTMENTS_FORM: SectionForm = {
  section: 'departments',
  title: 'Departments',
  about: 'Who does the work. The head is told of what is late; the contact for complaints is the one a complaint is given to.',
  groups: [
    {
      title: null,
      fields: [
        { kind: 'text', key: 'code', label: 'Code', isCode: true, hint: 'Short, such as STREETS. It stays for ever.' },
        { kind: 'text', key: 'name', label: 'Name', maxLength: 200 },
        { kind: 'text', key: 'phone', label: 'Phone', input: 'tel', maxLength: 60, hint: 'Stands on receipts and letters: whom to call.' },
        { kind: 'text', key: 'email', label: 'Email', input: 'email', maxLength: 254 },
        { kind: 'entry', key: 'headStaffId', label: 'Head of the department', from: 'staff', nothing: 'Nobody' },
        { kind: 'entry', key: 'complaintContactStaffId', label: 'Contact for complaints', from: 'staff', nothing: 'Nobody', hint: 'The department’s point of contact; complaints are given to them.' },
        { kind: 'yesNo', key: 'isActive', label: 'Takes cases', hint: 'Off: it keeps the cases it has, and none is given to it any more.' },
      ],
    },
  ],
  blank: { code: '', name: '', phone: '', email: '', headStaffId: null, complaintContactStaffId: null, isActive: true },
  detail: (entry, catalogue) => {
    const head = textOf(entry, 'headStaffId');
    return head === '' ? 'no head' : staffName(catalogue, head);
  },
  removal: 'both',
  excluded: {},
};
