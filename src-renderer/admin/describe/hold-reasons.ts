import { t } from '../../../src-shared/language/language.ts';
import { listWords } from '../../../src-shared/util/list-words.ts';
import type { Clock } from '../../../src-shared/catalogue/time-rules.ts';
import { choicesOf } from './choices.ts';
import { listOf, type SectionForm } from './section-form.ts';

const CLOCK_CHOICES = choicesOf<Clock>({ acknowledge: t`Acknowledging`, respond: t`Answering`, resolve: t`Finishing` });

export const HOLD_REASONS_FORM: SectionForm = {
  section: 'holdReasons',
  title: t`Hold reasons`,
  about: t`Why a case may have to wait, and which of its clocks stand still meanwhile.`,
  groups: [
    {
      title: null,
      fields: [
        { kind: 'text', key: 'code', label: t`Code`, isCode: true, hint: t`Short, such as CITIZEN. It stays for ever.` },
        { kind: 'localText', key: 'label', label: t`Reason`, maxLength: 200 },
        { kind: 'choices', key: 'pauses', label: t`Clocks that stand still`, choices: CLOCK_CHOICES, hint: t`None: the case waits, and every date stays as it is.` },
      ],
    },
  ],
  blank: { code: '', label: { en: '' }, pauses: ['resolve'] },
  detail: (entry) => {
    const paused = CLOCK_CHOICES.filter(({ value }) => listOf(entry, 'pauses').includes(value)).map(({ label }) => label.toLowerCase());
    return paused.length === 0 ? t`stops no clock` : t`stops ${listWords(paused)}`;
  },
  order: t`They are offered in this order.`,
  removal: 'takeOut',
  excluded: {},
};
