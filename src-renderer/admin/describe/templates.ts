import { t } from '../../../src-shared/language/language.ts';
import { checkTemplate } from '../../../src-shared/correspondence/check-template.ts';
import { EVENT_LABELS, FORM_LABELS, MAX_BODY_LENGTH, MAX_SUBJECT_LENGTH, MessageTemplate } from '../../../src-shared/correspondence/message-template.ts';
import { choicesOf, orNothing } from './choices.ts';
import { type SectionForm, textOf } from './section-form.ts';
import { withVersion } from './version-of-words.ts';

const EVENTS = orNothing(t`Chosen by hand`, choicesOf(EVENT_LABELS));
const FORMS = choicesOf(FORM_LABELS);

export const TEMPLATES_FORM: SectionForm = {
  section: 'templates',
  title: t`Letters and messages`,
  about: t`What the city writes to citizens, by itself and by hand. When its words change, a template gets a new version by itself; the mail log names it.`,
  groups: [
    {
      title: null,
      fields: [
        { kind: 'text', key: 'code', label: t`Code`, isCode: true, hint: t`Short, such as CLOSED-LETTER.` },
        { kind: 'text', key: 'name', label: t`Name`, maxLength: 200 },
        { kind: 'choice', key: 'event', label: t`Written when`, choices: EVENTS },
        { kind: 'choice', key: 'form', label: t`As`, choices: FORMS },
        { kind: 'yesNo', key: 'isActive', label: t`In use` },
      ],
    },
    {
      title: t`Words`,
      fields: [
        { kind: 'localText', key: 'subject', label: t`Subject`, maxLength: MAX_SUBJECT_LENGTH, hint: t`Of letters and mails; a text message has none.` },
        { kind: 'localText', key: 'body', label: t`Text`, rows: 12, maxLength: MAX_BODY_LENGTH, hint: t`An empty line begins a new paragraph. {{citizenName}} puts a field in; {{#location}} … {{/location}} stands only when the field says something.` },
      ],
    },
  ],
  blank: { code: '', name: '', event: null, form: 'letter', version: 1, subject: { en: '' }, body: { en: '' }, isActive: true },
  detail: (entry) => {
    const label = (choices: typeof FORMS, value: string): string => choices.find((choice) => choice.value === value)?.label ?? value;
    return [label(EVENTS, textOf(entry, 'event')), label(FORMS, textOf(entry, 'form'))].join(' · ');
  },
  order: t`Of several for one occasion and form, the first in use goes out by itself.`,
  removal: 'both',
  excluded: { version: t`rises by itself when subject or text change` },
  check: (entry) => {
    const template = MessageTemplate.safeParse(entry);
    if (!template.success) return [];
    return checkTemplate(template.data).map(({ language, part, message }) => ({ path: `${part}.${language}`, sentence: message }));
  },
  settle: (entry, published) => withVersion(entry, published, ['subject', 'body', 'form', 'event']),
};
