/** What stands on a paper form: for staff in English, for the citizen in English and Spanish on the same slip, since nobody knows yet who will hold it. */
import type { ReceiptLanguage } from '../receipt/receipt-language.ts';

export interface SlipWords {
  readonly have: string;
  readonly numberLabel: string;
  readonly next: string;
  readonly pinLabel: string;
  readonly call: string;
  readonly say: string;
  readonly scan: string;
  readonly receivedLabel: string;
  readonly keep: string;
}

export const SLIP_WORDS: Readonly<Record<ReceiptLanguage, SlipWords>> = {
  en: {
    have: 'We have your request.',
    numberLabel: 'Your tracking number',
    next: 'Our computers are not working at the moment. We will enter your request under this number as soon as they do.',
    pinLabel: 'PIN',
    call: 'Questions? Call {phone}',
    say: 'and say your tracking number.',
    scan: 'From then on: scan to see your case. It asks for the PIN.',
    receivedLabel: 'Received',
    keep: 'Please keep this slip until your case is closed.',
  },
  es: {
    have: 'Recibimos su solicitud.',
    numberLabel: 'Su número de seguimiento',
    next: 'En este momento nuestras computadoras no funcionan. Registraremos su solicitud con este número en cuanto vuelvan a funcionar.',
    pinLabel: 'PIN',
    call: '¿Preguntas? Llame al {phone}',
    say: 'y diga su número de seguimiento.',
    scan: 'A partir de entonces: escanee para ver su caso. Le pedirá el PIN.',
    receivedLabel: 'Recibido',
    keep: 'Guarde este papel hasta que se cierre su caso.',
  },
};

/** For whoever fills the sheet in and whoever keys it in; in the order of New case. */
export const FORM_WORDS = {
  title: 'Request taken without a computer',
  office: 'The office keeps this part. Key it in under New case with its number when the computers are back.',
  formNumber: 'Form number',
  received: 'Received (date and time)',
  takenBy: 'Taken by (staff ID)',
  channel: 'How',
  channels: ['Counter', 'Phone', 'Letter', 'Other'],
  name: 'Name',
  anonymous: 'Wants to stay anonymous',
  phone: 'Phone',
  email: 'Email',
  address: 'Address',
  language: 'Language',
  languages: ['English', 'Español', 'Other:'],
  onBehalfOf: 'On behalf of (name, phone)',
  service: 'What it is about (service)',
  location: 'Where (street and number, crossing, landmark)',
  description: 'What they said',
  told: 'Answered at once? What they were told',
  urgent: 'Danger to people: told by phone to',
  keyedIn: 'Keyed in (date, staff ID)',
  cut: 'Cut here. The citizen keeps the part below.',
  againHead: 'PRINTED AGAIN',
  again: '{date}: use only if the first sheet was destroyed',
} as const;
