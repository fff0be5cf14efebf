import type { Catalogue, Staff } from '../catalogue/catalogue.ts';
import type { RuleBook } from '../catalogue/time-rules.ts';
import type { CaseId, StaffId } from '../util/ids.ts';
import type { UtcMs } from '../util/time.ts';
import type { Case } from './case-document.ts';
import type { NewFact } from './fact.ts';
import type { RefusalDetails, RefusalReason } from './refusal.ts';

/** What a rule may look at besides the case and the command. Nothing here reads a clock, a disk or a network. */
export interface DecideContext {
  readonly catalogue: Catalogue;
  /** The member of staff who gave the command, as the catalogue at hand knows them; null when it does not. */
  readonly actor: Staff | null;
  /** The time rules as of a catalogue version, or the nearest kept; without it only those of `catalogue` are at hand. */
  readonly ruleBookFor?: (version: number) => RuleBook;
  /** Colleagues who are away and have named the actor to act for them at this moment (AS-2): what they may do, the actor may. */
  readonly actsFor?: readonly Staff[];
  /** Who stands in for somebody at this moment; null: nobody does, they are there themselves. */
  readonly standInOf?: (staffId: StaffId) => StaffId | null;
  /**
   * Another case as the judge has it, null when there is none: for what concerns two. Without it only the case itself is looked
   * at, as when a command is shown again on top of a newer version.
   */
  readonly caseOf?: (caseId: CaseId) => Case | null;
  /** The judge's own clock; the workstation has none better than the command's. Lateness is never stated beyond it. */
  readonly now?: UtcMs;
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
