import { choicesOf } from './choices.ts';
import { type SectionForm, textOf } from './section-form.ts';

export const CITY_FORM: SectionForm = {
  section: 'city',
  title: 'City',
  about: 'What stands on receipts, letters and mails, and the clock the city goes by.',
  groups: [
    {
      title: null,
      fields: [
        { kind: 'text', key: 'name', label: 'Name of the city', maxLength: 200 },
        { kind: 'text', key: 'departmentLine', label: 'Office that answers', hint: 'The second line of receipts and letters, such as Customer Service.', maxLength: 200 },
        { kind: 'text', key: 'address', label: 'Postal address', hint: 'Also the sender in a letter’s window.', maxLength: 300 },
        { kind: 'text', key: 'phone', label: 'Phone', input: 'tel', maxLength: 60 },
        { kind: 'text', key: 'website', label: 'Website', input: 'url', maxLength: 300 },
        { kind: 'text', key: 'statusUrl', label: 'Page where citizens look up a case', hint: 'The receipt’s QR code leads there. Empty: the code holds the bare number.', input: 'url', isNullable: true },
      ],
    },
    {
      title: 'Clock and language',
      fields: [
        { kind: 'text', key: 'timeZone', label: 'Time zone', hint: 'Every time on screen and paper is in it.', isTimeZone: true },
        { kind: 'choice', key: 'defaultLanguage', label: 'Language of the city', choices: choicesOf({ en: 'English', es: 'Spanish' }) },
        { kind: 'text', key: 'locale', label: 'Way of writing dates and numbers', hint: 'A language and a country, such as en-US.', maxLength: 20 },
      ],
    },
  ],
  blank: {},
  detail: (entry) => textOf(entry, 'address'),
  removal: 'never',
  excluded: {},
};
