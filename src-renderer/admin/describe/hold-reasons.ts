import type { Clock } from '../../../src-shared/catalogue/time-rules.ts';
import { choicesOf } from './choices.ts';
import { listOf, type SectionForm } from './section-form.ts';

const CLOCK_CHOICES = choicesOf<Clock>({ acknowledge: 'Acknowledging', respond: 'Answering', resolve: 'Finishing' });

export const HOLD_REASONS_FORM: SectionForm = {
  section: 'holdReasons',
  title: 'Hold reasons',
  about: 'Why a case may have to wait, and which of its clocks stand still meanwhile.',
  groups: [
    {
      title: null,
      fields: [
        { kind: 'text', key: 'code', label: 'Code', isCode: true, hint: 'Short, such as CITIZEN. It stays for ever.' },
        { kind: 'localText', key: 'label', label: 'Reason', maxLength: 200 },
        { kind: 'choices', key: 'pauses', label: 'Clocks that stand still', choices: CLOCK_CHOICES, hint: 'None: the case waits, and every date stays as it is.' },
      ],
    },
  ],
  blank: { code: '', label: { en: '' }, pauses: ['resolve'] },
  detail: (entry) => {
    const paused = CLOCK_CHOICES.filter(({ value }) => listOf(entry, 'pauses').includes(value)).map(({ label }) => label.toLowerCase());
    return paused.length === 0 ? 'stops no clock' : `stops ${paused.join(' and ')}`;
  },
  order: 'They are offered in this order.',
  removal: 'takeOut',
  excluded: {},
};
