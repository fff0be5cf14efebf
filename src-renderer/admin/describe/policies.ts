import { limitWords } from '../../../src-shared/clock/ledger-sentences.ts';
import { TimeLimit } from '../../../src-shared/catalogue/time-rules.ts';
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
    one: 'limit',
    isTable: true,
    words: limitLine,
    blank: { amount: 2, unit: 'businessDays', source: '' },
    fields: [
      { kind: 'number', key: 'amount', label: 'Amount' },
      { kind: 'choice', key: 'unit', label: 'Counted in', choices: choicesOf(LIMIT_UNIT_LABELS) },
      { kind: 'text', key: 'source', label: 'Policy it comes from', maxLength: 200 },
    ],
  };
}

export const POLICIES_FORM: SectionForm = {
  section: 'policies',
  title: 'Time rules',
  about: 'What the city promises and by when, counted from receipt. A case keeps the rules it was received with: a change holds for new cases.',
  groups: [
    {
      title: null,
      fields: [
        { kind: 'text', key: 'code', label: 'Code', isCode: true, hint: 'Short, such as WEEK. It stays for ever.' },
        { kind: 'text', key: 'name', label: 'Name', maxLength: 200 },
        { kind: 'entry', key: 'calendarCode', label: 'Calendar', from: 'calendars', hint: 'Says which hours and days count as working time.' },
      ],
    },
    {
      title: 'Promises, from receipt',
      fields: [
        limits('respond', 'Answer within', 'Of several the earliest binds; none promises nothing.'),
        limits('resolve', 'Finish within', 'None: no date is promised for the work.'),
        limits('acknowledge', 'Acknowledge within', 'For complaints: when the citizen has to have been told that it is being dealt with.'),
      ],
    },
    {
      title: 'On the way',
      fields: [
        { kind: 'number', key: 'dueSoonHours', label: 'Due soon with … hours left' },
        { kind: 'number', key: 'progressEveryBusinessDays', label: 'Long works report progress every … business days', isNullable: true, hint: 'Empty: not asked for, unless the service says so.' },
      ],
    },
  ],
  blank: { code: '', name: '', calendarCode: '', acknowledge: [], respond: [{ unit: 'elapsedHours', amount: 72, source: '' }], resolve: [], dueSoonHours: 24, progressEveryBusinessDays: null },
  detail: (entry) => {
    const parts = [
      ['answer', limitsOf(entry['respond'])],
      ['finish', limitsOf(entry['resolve'])],
    ] as const;
    const words = parts.filter(([, limit]) => limit !== '').map(([what, limit]) => `${what} ${limit}`);
    return words.join(' · ') || 'promises nothing';
  },
  order: 'A service without a time rule of its own goes by the first one.',
  removal: 'takeOut',
  excluded: {},
};

/** `72 hours or 2 business days`. */
function limitsOf(value: unknown): string {
  return listOf({ value }, 'value')
    .flatMap((limit) => {
      const parsed = TimeLimit.safeParse(limit);
      return parsed.success ? [limitWords(parsed.data)] : [];
    })
    .join(' or ');
}

/** `2 business days (CAS 2.3)`. */
function limitLine(limit: unknown): string {
  const parsed = TimeLimit.safeParse(limit);
  if (!parsed.success) return 'not complete yet';
  return `${limitWords(parsed.data)}${parsed.data.source === '' ? '' : ` (${parsed.data.source})`}`;
}
