import { type RuleBook, ruleBookOf } from '../catalogue/time-rules.ts';
import type { DueQuestion } from '../clock/due-question.ts';
import { dueMoments } from '../clock/explain-due.ts';
import type { DecideContext } from '../domain/decision.ts';
import type { UtcMs } from '../util/time.ts';

/** What a case keeps of the promises made for it. */
export interface Promises {
  readonly catalogueVersion: number;
  readonly policyCode: string;
  readonly acknowledgeBy: UtcMs | null;
  readonly respondBy: UtcMs | null;
  readonly resolveBy: UtcMs | null;
}

/** What the city promises under a rule book. An open pause lasts until `asOf`; without pauses it does not matter. */
export function promisesFor(question: DueQuestion, book: RuleBook, asOf: UtcMs = question.receivedAt): Promises {
  const { policyCode, acknowledge, respond, resolve } = dueMoments(question, book, asOf);
  return { catalogueVersion: book.version, policyCode, acknowledgeBy: acknowledge, respondBy: respond, resolveBy: resolve };
}

/**
 * The promises under the version a case was received with, as long as that one knows the service, else under the newest: when what was
 * told at a workstation is judged later, and when received moment, service, kind or channel is put right.
 */
export function promisesAgain(question: DueQuestion, received: { readonly catalogueVersion: number }, context: DecideContext, asOf: UtcMs): Promises {
  const own = context.ruleBookFor?.(received.catalogueVersion);
  if (!own || !Object.hasOwn(own.servicePolicies, question.serviceCode)) return promisesFor(question, ruleBookOf(context.catalogue), asOf);
  return { ...promisesFor(question, own, asOf), catalogueVersion: received.catalogueVersion };
}
