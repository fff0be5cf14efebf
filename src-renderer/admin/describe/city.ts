import { t } from '../../../src-shared/language/language.ts';
import { choicesOf } from './choices.ts';
import { type SectionForm, textOf } from './section-form.ts';

export const CITY_FORM: SectionForm = {
  section: 'city',
  title: t`City`,
  about: t`What stands on receipts, letters and mails, and the clock the city goes by.`,
  groups: [
    {
      title: null,
      fields: [
        { kind: 'text', key: 'name', label: t`Name of the city`, maxLength: 200 },
        { kind: 'text', key: 'departmentLine', label: t`Office that answers`, hint: t`The second line of receipts and letters, such as Customer Service.`, maxLength: 200 },
        { kind: 'text', key: 'address', label: t`Postal address`, hint: t`Also the sender in a letter’s window.`, maxLength: 300 },
        { kind: 'text', key: 'phone', label: t`Phone`, input: 'tel', maxLength: 60 },
        { kind: 'text', key: 'website', label: t`Website`, input: 'url', maxLength: 300 },
        { kind: 'text', key: 'statusUrl', label: t`Page where citizens look up a case`, hint: t`The receipt’s QR code leads there. Empty: the code holds the bare number.`, input: 'url', isNullable: true },
      ],
    },
    {
      title: t`On receipts`,
      fields: [
        { kind: 'localText', key: 'receiptHead', label: t`Under the name of the city`, hint: t`Each line is a line on paper, such as opening hours. Empty: nothing.`, rows: 2, maxLength: 800 },
        { kind: 'localText', key: 'receiptFoot', label: t`At the foot`, hint: t`Empty: “Please keep this receipt until your case is closed.”`, rows: 2, maxLength: 800 },
      ],
    },
    {
      title: t`Clock and language`,
      fields: [
        { kind: 'text', key: 'timeZone', label: t`Time zone`, hint: t`Every time on screen and paper is in it.`, isTimeZone: true },
        { kind: 'choice', key: 'defaultLanguage', label: t`Language of the city`, choices: choicesOf({ en: t`English`, es: t`Spanish` }) },
        { kind: 'text', key: 'locale', label: t`Way of writing dates and numbers`, hint: t`A language and a country, such as en-US.`, maxLength: 20 },
      ],
    },
  ],
  blank: {},
  detail: (entry) => textOf(entry, 'address'),
  removal: 'never',
  excluded: {},
};
