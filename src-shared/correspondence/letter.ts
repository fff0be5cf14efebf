import { t } from '../language/language.ts';
import type { Language } from '../domain/case.ts';
import type { FilledMessage } from './fill-template.ts';
import { addressBlock, addressLines, widthEm, type AddressBlock } from './letter-address.ts';
import { LETTER_GEOMETRY, type LetterPaper } from './letter-geometry.ts';
import { letterWords } from './letter-words.ts';
import type { FieldValues } from './template-field.ts';

/** All that stands on one letter, as text. `letter-html.ts` lays it out and escapes it. */
export interface Letter {
  readonly language: Language;
  readonly paper: LetterPaper;
  readonly city: { readonly name: string; readonly lines: readonly string[] };
  /** Stands above the address where the envelope does not carry it. */
  readonly sender: string;
  readonly address: AddressBlock;
  readonly date: string;
  /** Says that this is not the letter itself but a later print of it; empty on the letter itself. */
  readonly copyNote: string;
  /** As it is shown, `48-2913-5062`; empty for a letter that belongs to no case. */
  readonly trackingNumber: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly signature: { readonly name: string; readonly lines: readonly string[] };
  /** The agency's slip at the end of a referral (AS-3). */
  readonly agency: LetterAgency | null;
}

export interface LetterAgency {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly hours: string;
}

/** Why a letter cannot go into a window envelope as it is. It can still be printed. */
export interface LetterProblem {
  readonly reason: 'noName' | 'noAddress' | 'addressTooLong';
  readonly message: string;
}

export interface MadeLetter {
  readonly letter: Letter;
  readonly problems: readonly LetterProblem[];
}

/**
 * The letter a filled message makes; `values` are those it was filled with.
 *
 * A referral gets the agency's slip. Problems concern the envelope only: print it all the same, or use a plain envelope.
 */
export function makeLetter(message: FilledMessage, values: FieldValues, paper: LetterPaper): MadeLetter {
  const lines = [values.citizenName, ...addressLines(values.citizenAddress)].filter((line) => line !== '');
  const address = addressBlock(lines, LETTER_GEOMETRY[paper].addressBox);
  const letter: Letter = {
    language: message.language,
    paper,
    city: cityOf(values),
    sender: senderOf(values),
    address,
    date: values.todayDate,
    copyNote: '',
    trackingNumber: values.trackingNumber,
    subject: message.subject,
    paragraphs: message.paragraphs,
    signature: signatureOf(values),
    agency: message.event === 'referred' ? agencyOf(values) : null,
  };
  return { letter, problems: problemsOf(values, address) };
}

/** The same letter printed once more, and saying so. `printedOn` is a day in the letter's language. */
export function copyOfLetter(letter: Letter, printedOn: string): Letter {
  return { ...letter, copyNote: letterWords(letter.language).copy.replace('{date}', printedOn) };
}

function cityOf(values: FieldValues): Letter['city'] {
  const reach = [values.cityPhone, values.cityWebsite].filter((part) => part !== '').join(' · ');
  return { name: values.cityName, lines: [values.cityOffice, oneLine(values.cityAddress), reach].filter((line) => line !== '') };
}

/** Three small lines above the address hold about this much. */
const SENDER_ROOM_EM = 88;

function senderOf(values: FieldValues): string {
  const address = oneLine(values.cityAddress);
  const whole = [values.cityName, address].filter((part) => part !== '').join(' · ');
  return widthEm(whole) <= SENDER_ROOM_EM ? whole : address;
}

function signatureOf(values: FieldValues): Letter['signature'] {
  const reach = [values.staffDepartmentName || values.departmentName, values.staffPhone || values.departmentPhone].filter((part) => part !== '').join(', ');
  return { name: values.staffName, lines: [values.staffName && values.staffTitle, reach].filter((line) => line !== '') };
}

function agencyOf(values: FieldValues): LetterAgency {
  return { name: values.agencyName, address: values.agencyAddress, phone: values.agencyPhone, hours: values.agencyHours };
}

function problemsOf(values: FieldValues, address: AddressBlock): readonly LetterProblem[] {
  const problems: LetterProblem[] = [];
  if (values.citizenName.trim() === '') {
    problems.push({ reason: 'noName', message: t`There is no name for the envelope. Add the citizen’s name to the case.` });
  }
  if (values.citizenAddress.trim() === '') {
    const message = t`This citizen has given no postal address. Add it to the case, or answer in another way.`;
    problems.push({ reason: 'noAddress', message });
  }
  if (!address.fits) {
    const message = t`The address is too long for the envelope’s window. Shorten it, or write it on a plain envelope.`;
    problems.push({ reason: 'addressTooLong', message });
  }
  return problems;
}

function oneLine(text: string): string {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '').join(', ');
}
