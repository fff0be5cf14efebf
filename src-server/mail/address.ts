import type { MessageMethod } from './message.ts';

const MAX_EMAIL_LENGTH = 254;
const MAX_PUSH_LENGTH = 1_024;
/** One mailbox and nothing beside it: no list, no name, no line break that could become a header. */
const EMAIL = /^[^\s\p{Cc}@<>(),;:"[\]\\]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)*$/u;
const TELEPHONE = /^\+?[\d ().-]{5,30}$/;
const PUSH = /^[^\s\p{Cc}]+$/u;

/** Whether something could be sent there at all. Whether anybody reads it, only a try can tell. */
export function isAddress(method: MessageMethod, address: string): boolean {
  switch (method) {
    case 'email':
      return address.length <= MAX_EMAIL_LENGTH && EMAIL.test(address);
    case 'text':
      return TELEPHONE.test(address) && address.replaceAll(/\D/g, '').length >= 5;
    case 'push':
      return address.length <= MAX_PUSH_LENGTH && PUSH.test(address);
  }
}

const DOTS = '•••';

/** Enough of an address to recognise one's own: `h•••@city.example`, `•••0142`. */
export function maskAddress(method: MessageMethod, address: string): string {
  if (method === 'email') return maskEmail(address);
  if (method === 'push') return DOTS;
  const digits = address.replaceAll(/\D/g, '');
  return digits.length > 6 ? `${DOTS}${digits.slice(-4)}` : DOTS;
}

function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 1) return DOTS;
  const [first = ''] = address;
  return `${at > 2 ? first : ''}${DOTS}${address.slice(at)}`;
}
