import { t } from '../../../src-shared/language/language.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { staffName } from '../../../src-shared/catalogue/lookup.ts';
import { type Delegation, endOfDelegation } from '../../../src-shared/office/delegation.ts';
import type { Office } from '../../../src-shared/office/office.ts';
import { delegationsAt, standInOf } from '../../../src-shared/office/stand-ins.ts';
import { dayOf, timeOfDay } from '../../../src-shared/util/moment.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';

/** `Kwame Johnson is away until Fri 27 Nov; Svetlana Petrov stands in.` Null: they are here. */
export function awayWords(office: Pick<Office, 'delegations'>, catalogue: Catalogue, staffId: string, now: UtcMs): string | null {
  const delegation = delegationsAt(office, now).find(({ fromStaffId }) => fromStaffId === staffId);
  if (!delegation) return null;
  const standIn = standInOf(office, delegation.fromStaffId, now) ?? delegation.toStaffId;
  return t`${staffName(catalogue, staffId)} is away until ${endWords(delegation, catalogue, now)}; ${staffName(catalogue, standIn)} stands in.`;
}

/** `Fri 27 Nov 08:00`. */
export function endWords(delegation: Delegation, catalogue: Catalogue, now: UtcMs): string {
  const { timeZone } = catalogue.city;
  const end = endOfDelegation(delegation);
  return `${dayOf(end, now, timeZone)} ${timeOfDay(end, timeZone)}`;
}

export interface DelegationGroups {
  readonly now: readonly Delegation[];
  readonly coming: readonly Delegation[];
  /** Newest first. */
  readonly over: readonly Delegation[];
}

/** Who stands in now, who will, who did. */
export function groupDelegations({ delegations }: Pick<Office, 'delegations'>, now: UtcMs): DelegationGroups {
  const open = delegations.filter((delegation) => now < endOfDelegation(delegation));
  const byStart = (one: Delegation, other: Delegation): number => one.from - other.from;
  return {
    now: open.filter(({ from }) => from <= now).toSorted((one, other) => endOfDelegation(one) - endOfDelegation(other)),
    coming: open.filter(({ from }) => from > now).toSorted(byStart),
    over: delegations.filter((delegation) => endOfDelegation(delegation) <= now).toSorted((one, other) => endOfDelegation(other) - endOfDelegation(one)),
  };
}
