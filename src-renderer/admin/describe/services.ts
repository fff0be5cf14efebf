import { departmentName } from '../../../src-shared/catalogue/lookup.ts';
import { COMPLAINT_ABOUT_LABELS, NATURE_LABELS } from '../../../src-shared/domain/labels.ts';
import { choicesOf, KINDS, orNothing } from './choices.ts';
import type { FieldGroup, ListField } from './field.ts';
import { type SectionForm, textOf } from './section-form.ts';

const QUESTIONS: ListField = {
  kind: 'list',
  key: 'questions',
  label: 'Questions to ask',
  hint: 'Asked while the case is taken; the answers go to the department.',
  one: 'question',
  isOrdered: true,
  blank: { code: '', label: '', type: 'text', choices: [], isRequired: false },
  fields: [
    { kind: 'text', key: 'label', label: 'Question', maxLength: 300 },
    { kind: 'choice', key: 'type', label: 'Answered by', choices: choicesOf({ text: 'Words', choice: 'One of a list', yesNo: 'Yes or no' }) },
    { kind: 'text', key: 'code', label: 'Code', hint: 'Short, such as lane. Answers are kept under it.' },
    { kind: 'yesNo', key: 'isRequired', label: 'Must be asked' },
    { kind: 'texts', key: 'choices', label: 'List to choose from', hint: 'One a line; only for “One of a list”.', rows: 3 },
  ],
};

const WHAT: FieldGroup = {
  title: null,
  fields: [
    { kind: 'text', key: 'code', label: 'Code', isCode: true, hint: 'Short, such as POTHOLE. It stays for ever.' },
    { kind: 'text', key: 'name', label: 'Name for staff', maxLength: 200 },
    { kind: 'localText', key: 'label', label: 'Name for citizens', maxLength: 200 },
    { kind: 'text', key: 'serviceGroup', label: 'Group', hint: 'Services of one group stand together in reports.', maxLength: 200 },
    { kind: 'choice', key: 'kind', label: 'Kind of case', choices: KINDS },
    { kind: 'choice', key: 'nature', label: 'What is asked for', choices: choicesOf(NATURE_LABELS) },
    { kind: 'choice', key: 'complaintAbout', label: 'If a complaint: about', choices: orNothing('No complaint', choicesOf(COMPLAINT_ABOUT_LABELS)), hint: 'A complaint about somebody’s conduct is sealed, and a supervisor is told.' },
    { kind: 'yesNo', key: 'isActive', label: 'Offered in New case', hint: 'Off: cases keep it, new ones cannot have it.' },
  ],
};

const WORK: FieldGroup = {
  title: 'Who does it, and by when',
  fields: [
    { kind: 'entry', key: 'departmentCode', label: 'Department', from: 'departments' },
    { kind: 'entry', key: 'policyCode', label: 'Time rule', from: 'policies' },
    { kind: 'yesNo', key: 'isMajorRepair', label: 'Construction or major repair', hint: 'It closes only with a completion date and a progress note.' },
    { kind: 'number', key: 'progressEveryBusinessDays', label: 'Reports progress every … business days', isNullable: true, hint: 'Empty: as its time rule says.' },
    { kind: 'yesNo', key: 'needsLocation', label: 'Needs a location' },
    { kind: 'yesNo', key: 'isSurveyed', label: 'Citizens are asked how it went' },
  ],
};

export const SERVICES_FORM: SectionForm = {
  section: 'services',
  title: 'Services',
  about: 'What citizens ask for: who does it, by when, what callers say for it and what the agent asks.',
  groups: [
    WHAT,
    WORK,
    {
      title: 'On the phone',
      fields: [
        { kind: 'texts', key: 'keywords', label: 'What callers say', hint: 'Words and phrases by which the service is found, one a line. Capitals and accents do not matter.', rows: 5, isFolded: true },
        { kind: 'texts', key: 'script', label: 'What the agent says first', hint: 'One sentence a line.', rows: 3 },
        QUESTIONS,
      ],
    },
    {
      title: 'The same thing twice',
      fields: [
        { kind: 'number', key: 'duplicateRadiusMeters', label: 'Similar cases are looked for within … meters', hint: '0: only at the same place.' },
        { kind: 'number', key: 'duplicateDays', label: 'and so many days back', hint: '0: only of the same day.' },
      ],
    },
  ],
  blank: {
    ...{ code: '', name: '', label: { en: '' }, serviceGroup: '', departmentCode: '', policyCode: '', kind: 'serviceRequest', nature: 'action' },
    ...{ keywords: [], script: [], questions: [], needsLocation: true, isMajorRepair: false, complaintAbout: null, duplicateRadiusMeters: 100 },
    ...{ duplicateDays: 30, progressEveryBusinessDays: null, isSurveyed: true, isActive: true },
  },
  detail: (entry, catalogue) => departmentName(catalogue, textOf(entry, 'departmentCode')),
  removal: 'both',
  excluded: {},
};
