import type { Catalogue, Staff } from '../catalogue/catalogue.ts';
import type { EntryPlace } from '../catalogue/catalogue-change.ts';
import type { UtcMs } from '../util/time.ts';
import type { NewOfficeFact } from './office-fact.ts';
import type { OfficeRefusal, OfficeRefusalReason } from './office-refusal.ts';

/** An entry of the catalogue that cases name, and how many do as far as the judge knows. */
export interface EntryInUse extends EntryPlace {
  readonly cases: number;
}

/** What a rule may look at besides the office and the command. Nothing here reads a clock, a disk or a network. */
export interface OfficeContext {
  readonly catalogue: Catalogue;
  /** Who gave the command, as the catalogue at hand knows them; null when it does not. */
  readonly actor: Staff | null;
  /** The judge's own clock; nothing is dated after it. Left out at a workstation, which has none better than the command's. */
  readonly now?: UtcMs;
  /** Of the entries the command takes out, those that cases name; left out when nobody has looked. */
  readonly inUse?: readonly EntryInUse[];
}

/** The same for a rule: an actor who may give commands at all. */
export interface RuleContext extends OfficeContext {
  readonly actor: Staff;
}

/** A rule's answer before the fact gets its envelope. `catalogue`: the next version; null: it stays as it is. */
export type OfficeRuling =
  | { readonly ok: true; readonly fact: NewOfficeFact; readonly catalogue: Catalogue | null }
  | ({ readonly ok: false } & OfficeRefusal);

export function acceptOffice(fact: NewOfficeFact, catalogue: Catalogue | null = null): OfficeRuling {
  return { ok: true, fact, catalogue };
}

export function refuseOffice(reason: OfficeRefusalReason, details: OfficeRefusal['details'] = {}): OfficeRuling {
  return { ok: false, reason, details };
}
