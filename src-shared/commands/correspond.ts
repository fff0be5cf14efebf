import { z } from 'zod';
import { CorrespondenceEvent } from '../correspondence/message-template.ts';
import { Language, type ReferralAgency } from '../domain/case.ts';
import type { Case } from '../domain/case-document.ts';
import { numbersOf } from '../domain/case-numbers.ts';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import type { NewFact } from '../domain/fact.ts';
import { t } from '../language/language.ts';
import { Code } from '../util/ids.ts';
import { freeText, requiredText } from '../util/text.ts';
import { TrackingNumber } from '../tracking-number/tracking-number.ts';
import { defineCommand } from './command.ts';
import { isFirstResponse } from './log-contact.ts';

export const CorrespondArgs = z.object({
  method: z.enum(['letter', 'email', 'text']),
  /** The template it was made from; null: written freely. */
  templateCode: Code.nullable(),
  templateVersion: z.int().positive().nullable(),
  language: Language,
  trackingNumber: TrackingNumber,
  toName: freeText(200),
  toAddress: requiredText(400, () => t`Say where it goes`),
  subject: freeText(300),
  body: requiredText(20_000, () => t`Write the text`),
  /** Sent by the city's own notices, not written by a person: no answer in the sense of the 72 hours. */
  isAutomatic: z.boolean(),
  /** What it is about; null: nothing in particular, or nobody said. */
  event: CorrespondenceEvent.nullable().default(null),
});

/**
 * Sends a letter, mail or text to one citizen of the case and keeps what it said (S2, Step 3.3). The first one a person wrote is
 * the response; a letter that says only that the city has theirs, and its number, acknowledges (S3, B.1), and one that asks how it
 * went is neither.
 *
 * After a referral the citizen has to read whom to turn to: the first writing after it carries the agency's name, address and
 * phone (S2, Policy). Refuses: notANumberOfThisCase, agencyMissing.
 */
export const correspond = defineCommand({
  type: 'case.correspond',
  v: 1,
  args: CorrespondArgs,
  decide(current, { args, madeAt }): Ruling {
    if (!numbersOf(current).includes(args.trackingNumber)) return refuse('notANumberOfThisCase', { trackingNumber: args.trackingNumber });
    if (!args.isAutomatic && lacksAgency(current, args.body)) return refuse('agencyMissing', { agency: current.referral?.name ?? '' });
    const sent: NewFact = { kind: 'correspondenceSent', ...args };
    if (args.isAutomatic || args.event === 'survey') return accept(sent);
    if (saysReceived(args.event)) {
      const isTheirs = args.trackingNumber === current.trackingNumber; // who reported it too waits for nothing of the case's own
      return isTheirs && current.acknowledgedAt === null ? accept(sent, { kind: 'acknowledged', method: args.method, text: '' }) : accept(sent);
    }
    return isFirstResponse(current, madeAt) ? accept(sent, { kind: 'responded' }) : accept(sent);
  },
});

/** Whether a writing about this says only that the city has their case: it acknowledges, and is no answer. */
export function saysReceived(event: CorrespondenceEvent | null): boolean {
  return event === 'caseReceived' || event === 'acknowledged';
}

/** Whether the citizen still has to be told of the agency, and this text does not: then it may not go out. */
export function lacksAgency({ referral, history }: Pick<Case, 'referral' | 'history'>, body: string): boolean {
  if (referral === null) return false;
  const since = history.findLastIndex(({ kind }) => kind === 'referred');
  const wasTold = history.slice(since).some((fact) => fact.kind === 'correspondenceSent' && tellsAgency(referral, fact.body));
  return !wasTold && !tellsAgency(referral, body);
}

/** Whether a text has the agency's name, address and phone, each as it was noted with the referral. */
export function tellsAgency({ name, address, phone }: ReferralAgency, body: string): boolean {
  return [name, address, phone].every((part) => flat(body).includes(flat(part)));
}

/** Line breaks of an address in a letter are no difference. */
function flat(text: string): string {
  return text.replace(/[\s,]+/g, ' ').trim().toLowerCase();
}
