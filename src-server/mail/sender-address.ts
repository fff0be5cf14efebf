import { domainToASCII } from 'node:url';
import addressparser from 'nodemailer/lib/addressparser';
import { isAddress } from './address.ts';
import type { Sender } from './compose-mail.ts';

/** Reads `City of Example <no-reply@city.example>` or a bare address; null when it is not exactly one. */
export function readSender(text: string): Sender | null {
  const [only, ...more] = addressparser(text);
  if (only === undefined || more.length > 0 || only.address === undefined) return null;
  const { name, address } = only;
  return isAddress('email', address) && domainToASCII(address.slice(address.lastIndexOf('@') + 1)) !== '' ? { name, address } : null;
}

/** The sender's domain as it stands in Message-IDs. */
export function domainOf({ address }: Sender): string {
  return domainToASCII(address.slice(address.lastIndexOf('@') + 1));
}
