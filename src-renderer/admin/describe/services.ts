import { t } from '../../../src-shared/language/language.ts';
import { departmentName } from '../../../src-shared/catalogue/lookup.ts';
import { COMPLAINT_ABOUT_LABELS, NATURE_LABELS } from '../../../src-shared/domain/labels.ts';
import { choicesOf, KINDS, orNothing } from './choices.ts';
import type { FieldGroup, ListField } from './field.ts';
import { type SectionForm, textOf } from './section-form.ts';

const QUESTIONS: ListField = {
  kind: 'list',
  key: 'questions',
  label: t`Questions to ask`,
  hint: t`Asked while the case is taken; the answers go to the department.`,
  one: t`question`,
  isOrdered: true,
  blank: { code: '', label: '', type: 'text', choices: [], isRequired: false },
  fields: [
    { kind: 'text', key: 'label', label: t`Question`, maxLength: 300 },
    { kind: 'choice', key: 'type', label: t`Answered by`, choices: choicesOf({ text: t`Words`, choice: t`One of a list`, yesNo: t`Yes or no` }) },
    { kind: 'text', key: 'code', label: t`Code`, hint: t`Short, such as lane. Answers are kept under it.` },
    { kind: 'yesNo', key: 'isRequired', label: t`Must be asked` },
    { kind: 'texts', key: 'choices', label: t`List to choose from`, hint: t`One a line; only for “One of a list”.`, rows: 3 },
  ],
};

const WHAT: FieldGroup = {
  title: null,
  fields: [
    { kind: 'text', key: 'code', label: t`Code`, isCode: true, hint: t`Short, such as POTHOLE. It stays for ever.` },
    { kind: 'text', key: 'name', label: t`Name for staff`, maxLength: 200 },
    { kind: 'localText', key: 'label', label: t`Name for citizens`, maxLength: 200 },
    { kind: 'text', key: 'serviceGroup', label: t`Group`, hint: t`Services of one group stand together in reports.`, maxLength: 200 },
    { kind: 'choice', key: 'kind', label: t`Kind of case`, choices: KINDS },
    { kind: 'choice', key: 'nature', label: t`What is asked for`, choices: choicesOf(NATURE_LABELS) },
    { kind: 'choice', key: 'complaintAbout', label: t`If a complaint: about`, choices: orNothing(t`No complaint`, choicesOf(COMPLAINT_ABOUT_LABELS)), hint: t`A complaint about somebody’s conduct is sealed, and a supervisor is told.` },
    { kind: 'yesNo', key: 'isActive', label: t`Offered in New case`, hint: t`Off: cases keep it, new ones cannot have it.` },
  ],
};

const WORK: FieldGroup = {
  title: t`Who does it, and by when`,
  fields: [
    { kind: 'entry', key: 'departmentCode', label: t`Department`, from: 'departments' },
    { kind: 'entry', key: 'policyCode', label: t`Time rule`, from: 'policies' },
    { kind: 'yesNo', key: 'isMajorRepair', label: t`Construction or major repair`, hint: t`It closes only with a completion date and a progress note.` },
    { kind: 'number', key: 'progressEveryBusinessDays', label: t`Reports progress every … business days`, isNullable: true, hint: t`Empty: as its time rule says.` },
    { kind: 'yesNo', key: 'needsLocation', label: t`Needs a location` },
    { kind: 'yesNo', key: 'isSurveyed', label: t`Citizens are asked how it went` },
  ],
};

export const SERVICES_FORM: SectionForm = {
  section: 'services',
  title: t`Services`,
  about: t`What citizens ask for: who does it, by when, what callers say for it and what the agent asks.`,
  groups: [
    WHAT,
    WORK,
    {
      title: t`On the phone`,
      fields: [
        { kind: 'texts', key: 'keywords', label: t`What callers say`, hint: t`Words and phrases by which the service is found, one a line. Capitals and accents do not matter.`, rows: 5, isFolded: true },
        { kind: 'texts', key: 'script', label: t`What the agent says first`, hint: t`One sentence a line.`, rows: 3 },
        QUESTIONS,
      ],
    },
    {
      title: t`The same thing twice`,
      fields: [
        { kind: 'number', key: 'duplicateRadiusMeters', label: t`Similar cases are looked for within … meters`, hint: t`0: only at the same place.` },
        { kind: 'number', key: 'duplicateDays', label: t`and so many days back`, hint: t`0: only of the same day.` },
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
