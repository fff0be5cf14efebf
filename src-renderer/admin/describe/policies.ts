import { t } from '../../../src-shared/language/language.ts';
import { limitWords } from '../../../src-shared/clock/ledger-sentences.ts';
import { TimeLimit } from '../../../src-shared/catalogue/time-rules.ts';
import { choiceWords } from '../../../src-shared/util/list-words.ts';
import { choicesOf, LIMIT_UNIT_LABELS } from './choices.ts';
import type { ListField } from './field.ts';
import { listOf, type SectionForm } from './section-form.ts';

/** Several limits of one promise: the earliest binds. */
function limits(key: string, label: string, hint: string): ListField {
  return {
    kind: 'list',
    key,
    label,
    hint,
    one: t`limit`,
    isTable: true,
    words: limitLine,
    blank: { amount: 2, unit: 'businessDays', source: '' },
    fields: [
      { kind: 'number', key: 'amount', label: t`Amount` },
      { kind: 'choice', key: 'unit', label: t`Counted in`, choices: choicesOf(LIMIT_UNIT_LABELS) },
      { kind: 'text', key: 'source', label: t`Policy it comes from`, maxLength: 200 },
    ],
  };
}

export const POLICIES_FORM: SectionForm = {
  section: 'policies',
  title: t`Time rules`,
  about: t`What the city promises and by when, counted from receipt. A case keeps the rules it was received with: a change holds for new cases.`,
  groups: [
    {
      title: null,
      fields: [
        { kind: 'text', key: 'code', label: t`Code`, isCode: true, hint: t`Short, such as WEEK. It stays for ever.` },
        { kind: 'text', key: 'name', label: t`Name`, maxLength: 200 },
        { kind: 'entry', key: 'calendarCode', label: t`Calendar`, from: 'calendars', hint: t`Says which hours and days count as working time.` },
      ],
    },
    {
      title: t`Promises, from receipt`,
      fields: [
        limits('respond', t`Answer within`, t`Of several the earliest binds; none promises nothing.`),
        limits('resolve', t`Finish within`, t`None: no date is promised for the work.`),
        limits('acknowledge', t`Acknowledge within`, t`For complaints: when the citizen has to have been told that it is being dealt with.`),
      ],
    },
    {
      title: t`On the way`,
      fields: [
        { kind: 'number', key: 'dueSoonHours', label: t`Due soon with … hours left` },
        { kind: 'number', key: 'progressEveryBusinessDays', label: t`Long works report progress every … business days`, isNullable: true, hint: t`Empty: not asked for, unless the service says so.` },
      ],
    },
  ],
  blank: { code: '', name: '', calendarCode: '', acknowledge: [], respond: [{ unit: 'elapsedHours', amount: 72, source: '' }], resolve: [], dueSoonHours: 24, progressEveryBusinessDays: null },
  detail: (entry) => {
    const [respond, resolve] = [limitsOf(entry['respond']), limitsOf(entry['resolve'])];
    const words = [respond === '' ? '' : t`answer within ${respond}`, resolve === '' ? '' : t`finish within ${resolve}`];
    return words.filter(Boolean).join(' · ') || t`promises nothing`;
  },
  order: t`A service without a time rule of its own goes by the first one.`,
  removal: 'takeOut',
  excluded: {},
};

/** `72 hours or 2 business days`. */
function limitsOf(value: unknown): string {
  const words = listOf({ value }, 'value').flatMap((limit) => {
    const parsed = TimeLimit.safeParse(limit);
    return parsed.success ? [limitWords(parsed.data)] : [];
  });
  return choiceWords(words);
}

/** `2 business days (CAS 2.3)`. */
function limitLine(limit: unknown): string {
  const parsed = TimeLimit.safeParse(limit);
  if (!parsed.success) return t`not complete yet`;
  return `${limitWords(parsed.data)}${parsed.data.source === '' ? '' : ` (${parsed.data.source})`}`;
}
