import type { StaffId } from '../../src-shared/util/ids.ts';
import type { MessageMethod } from './message.ts';

/** A member of staff, whatever their address is today. */
export function staffRecipient(staffId: StaffId): string {
  return `staff:${staffId}`;
}

/** Somebody known by an address only: a citizen who stands on a case twice is told once. Capitals and the writing of a number make no other person. */
export function addressRecipient(method: MessageMethod, address: string): string {
  const trimmed = address.trim().normalize('NFC');
  if (method === 'email') return `email:${trimmed.toLowerCase()}`;
  if (method === 'text') return `text:${trimmed.replaceAll(/[^\d+]/g, '')}`;
  return `push:${trimmed}`;
}

/** The member of staff a key stands for; null when it is somebody else's. */
export function staffOfRecipient(recipientKey: string): string | null {
  return /^staff:(.+)$/.exec(recipientKey)?.[1] ?? null;
}
