import { z } from 'zod';
import type { Case } from '../domain/case-document.ts';
import { accept, type Ruling } from '../domain/decision.ts';
import { ContactDirection, ContactMethod, ContactOutcome, type NewFact } from '../domain/fact.ts';
import { t } from '../language/language.ts';
import { freeText } from '../util/text.ts';
import type { UtcMs } from '../util/time.ts';
import { defineCommand } from './command.ts';

export const LogContactArgs = z
  .object({
    method: ContactMethod,
    direction: ContactDirection,
    outcome: ContactOutcome,
    /** Who was spoken or written to, when it was not the requester. */
    person: freeText(200),
    text: freeText(10_000),
  })
  .refine(
    ({ method, outcome }) => outcome === 'reached' || method === 'phone' || method === 'inPerson',
    { error: () => t`A letter, fax, email or text counts as delivered` },
  );

/**
 * Notes that the citizen and the city were in touch. Always allowed, also on a closed case.
 *
 * The first contact that reached the citizen is the response and stamps the case (S2, Step 3.3); it closes nothing.
 */
export const logContact = defineCommand({
  type: 'case.logContact',
  v: 1,
  args: LogContactArgs,
  decide(current, { args, madeAt }): Ruling {
    const contact: NewFact = { kind: 'contactLogged', ...args };
    const isResponse = args.direction === 'toCitizen' && args.outcome === 'reached' && isFirstResponse(current, madeAt);
    return isResponse ? accept(contact, { kind: 'responded' }) : accept(contact);
  },
});

/** Whether an answer given at `at` is the first one: also before one that reached the server earlier, from a desk that was not offline. */
export function isFirstResponse({ respondedAt }: Case, at: UtcMs): boolean {
  return respondedAt === null || at < respondedAt;
}
