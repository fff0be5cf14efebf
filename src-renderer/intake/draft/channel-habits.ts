/** What differs between the ways a case can reach the city. */
import { type Channel, isWritten } from '../../../src-shared/domain/case.ts';

/** Where typing begins: with what is known first on this channel. */
export function firstField(channel: Channel): 'said' | 'name' | 'receivedText' {
  if (isWritten(channel)) return 'receivedText';
  return channel === 'phone' || channel === 'text' || channel === 'commissioner' ? 'said' : 'name';
}

/** Whether the citizen is there to be read the number and handed the receipt. */
export function isCitizenPresent(channel: Channel): boolean {
  return channel === 'phone' || channel === 'counter' || channel === 'event';
}
