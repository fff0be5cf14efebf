import { t } from '../../../src-shared/language/language.ts';
import type { ClockKind } from '../../../src-shared/domain/case-parts.ts';
import { choicesOf, KINDS, orNothing } from './choices.ts';
import { type SectionForm, textOf } from './section-form.ts';

const LATE_CLOCKS = choicesOf({ acknowledge: t`The acknowledgement`, respond: t`The answer`, resolve: t`The work`, task: t`A task`, followUp: t`A follow-up after a survey` } satisfies Record<ClockKind, string>);

export const ESCALATIONS_FORM: SectionForm = {
  section: 'escalations',
  title: t`Escalations`,
  about: t`Who hears of a case that is late, and when. Every rule that fits tells its person once.`,
  groups: [
    {
      title: null,
      fields: [
        { kind: 'text', key: 'code', label: t`Code`, isCode: true, hint: t`Short, such as WORK-SUPERVISOR. Stands in the history of a case.` },
        { kind: 'text', key: 'name', label: t`Name`, maxLength: 200 },
        { kind: 'yesNo', key: 'isActive', label: t`In use` },
      ],
    },
    {
      title: t`When this is late`,
      fields: [
        { kind: 'choice', key: 'clock', label: t`What is late`, choices: orNothing(t`Anything`, LATE_CLOCKS) },
        { kind: 'entry', key: 'departmentCode', label: t`of the department`, from: 'departments', nothing: t`Any department` },
        { kind: 'entry', key: 'serviceCode', label: t`for the service`, from: 'services', nothing: t`Any service` },
        { kind: 'choice', key: 'kind', label: t`of the kind`, choices: orNothing(t`Any kind`, KINDS) },
      ],
    },
    {
      title: t`Then tell`,
      fields: [
        { kind: 'target', key: 'target', label: t`Who is told` },
        { kind: 'number', key: 'afterAmount', label: t`So long after the promise was missed`, hint: t`0: at once.` },
        { kind: 'choice', key: 'afterUnit', label: t`counted in`, choices: choicesOf({ elapsedHours: t`hours, day and night`, businessDays: t`business days` }) },
      ],
    },
  ],
  blank: { code: '', name: '', clock: 'respond', departmentCode: null, serviceCode: null, kind: null, afterAmount: 0, afterUnit: 'elapsedHours', target: { to: 'supervisor' }, isActive: true },
  detail: (entry) => LATE_CLOCKS.find(({ value }) => value === textOf(entry, 'clock'))?.label ?? t`Anything late`,
  removal: 'both',
  excluded: {},
};
