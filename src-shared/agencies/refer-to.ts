import type { Language, ReferralAgency } from '../domain/case.ts';
import { t } from '../language/language.ts';
import type { IsoDate } from '../util/time.ts';
import { listWords } from '../util/list-words.ts';
import type { Agency } from './agency.ts';

/** What a referral keeps of an entry of the directory: as it was told to the citizen that day. */
export function referralTo({ code, name, address, phone, hours }: Agency): Pick<Agency, 'code' | 'name' | 'address' | 'phone' | 'hours'> {
  return { code, name, address, phone, hours };
}

/**
 * Why nobody is referred to this agency on a day, in words that say what to do; null: nothing speaks against it. An entry without
 * address or phone number is of a directory older than that rule (AS-3; S2, Policy). `dayWords` says a day as staff read it.
 */
export function agencyProblem({ name, address, phone, from, until }: Agency, day: IsoDate, dayWords: (day: IsoDate) => string): string | null {
  const instead = t`Choose another one, or type name, address and phone of whoever answers now.`;
  if (from !== null && day < from) return t`${name} is in the directory from ${dayWords(from)} on only. ${instead}`;
  if (until !== null && day > until) return t`${name} was in the directory until ${dayWords(until)} only. ${instead}`;
  const missing = listWords([...(address.trim() === '' ? [t`address`] : []), ...(phone.trim() === '' ? [t`phone number`] : [])]);
  return missing === '' ? null : t`The directory has no ${missing} of ${name}, and the citizen needs it. Type it here; Administration keeps it for the next time.`;
}

type Told = Pick<ReferralAgency, 'name' | 'address' | 'phone' | 'hours'>;

const WORDS = {
  en: ({ name, address, phone, hours }: Told) => `${name} answers for this, not the city. Address: ${address}. Phone: ${phone}.${hours ? ` Hours: ${hours}.` : ''}`,
  es: ({ name, address, phone, hours }: Told) => `De esto se encarga ${name}, no la ciudad. Dirección: ${address}. Teléfono: ${phone}.${hours ? ` Horario: ${hours}.` : ''}`,
} as const;

/** What a citizen is told who is sent there: whom to turn to, with all that the written reply has to carry (S2, Policy). */
export function referredWords(agency: Told, language: Language): string {
  return WORDS[language](agency);
}
