import type { ClockKind } from '../../../src-shared/domain/case-parts.ts';
import { choicesOf, KINDS, orNothing } from './choices.ts';
import { type SectionForm, textOf } from './section-form.ts';

const LATE_CLOCKS = choicesOf({ acknowledge: 'The acknowledgement', respond: 'The answer', resolve: 'The work', task: 'A task', followUp: 'A follow-up after a survey' } satisfies Record<ClockKind, string>);

export const ESCALATIONS_FORM: SectionForm = {
  section: 'escalations',
  title: 'Escalations',
  about: 'Who hears of a case that is late, and when. Every rule that fits tells its person once.',
  groups: [
    {
      title: null,
      fields: [
        { kind: 'text', key: 'code', label: 'Code', isCode: true, hint: 'Short, such as WORK-SUPERVISOR. Stands in the history of a case.' },
        { kind: 'text', key: 'name', label: 'Name', maxLength: 200 },
        { kind: 'yesNo', key: 'isActive', label: 'In use' },
      ],
    },
    {
      title: 'When this is late',
      fields: [
        { kind: 'choice', key: 'clock', label: 'What is late', choices: orNothing('Anything', LATE_CLOCKS) },
        { kind: 'entry', key: 'departmentCode', label: 'of the department', from: 'departments', nothing: 'Any department' },
        { kind: 'entry', key: 'serviceCode', label: 'for the service', from: 'services', nothing: 'Any service' },
        { kind: 'choice', key: 'kind', label: 'of the kind', choices: orNothing('Any kind', KINDS) },
      ],
    },
    {
      title: 'Then tell',
      fields: [
        { kind: 'target', key: 'target', label: 'Who is told' },
        { kind: 'number', key: 'afterAmount', label: 'So long after the promise was missed', hint: '0: at once.' },
        { kind: 'choice', key: 'afterUnit', label: 'counted in', choices: choicesOf({ elapsedHours: 'hours, day and night', businessDays: 'business days' }) },
      ],
    },
  ],
  blank: { code: '', name: '', clock: 'respond', departmentCode: null, serviceCode: null, kind: null, afterAmount: 0, afterUnit: 'elapsedHours', target: { to: 'supervisor' }, isActive: true },
  detail: (entry) => LATE_CLOCKS.find(({ value }) => value === textOf(entry, 'clock'))?.label ?? 'Anything late',
  removal: 'both',
  excluded: {},
};
