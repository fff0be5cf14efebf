import type { Catalogue, Staff } from '../catalogue/catalogue.ts';
import type { RuleBook } from '../catalogue/time-rules.ts';
import type { NewFact } from './fact.ts';
import type { RefusalDetails, RefusalReason } from './refusal.ts';

/** What a rule may look at besides the case and the command. Nothing here reads a clock, a disk or a network. */
export interface DecideContext {
  readonly catalogue: Catalogue;
  /** The member of staff who gave the command, as the catalogue at hand knows them; null when it does not. */
  readonly actor: Staff | null;
  /** The time rules as of a catalogue version, or the nearest kept; without it only those of `catalogue` are at hand. */
  readonly ruleBookFor?: (version: number) => RuleBook;
}

/** A rule's answer before the facts get their envelope. */
export type Ruling =
  | { readonly ok: true; readonly facts: readonly NewFact[] }
  | { readonly ok: false; readonly reason: RefusalReason; readonly details: RefusalDetails };

export function accept(...facts: readonly NewFact[]): Ruling {
  return { ok: true, facts };
}

export function refuse(reason: RefusalReason, details: RefusalDetails = {}): Ruling {
  return { ok: false, reason, details };
}
