import type { Catalogue, Staff } from '../catalogue/catalogue.ts';
import { findStaff } from '../catalogue/lookup.ts';
import type { DecideContext } from '../domain/decision.ts';
import type { StaffId } from '../util/ids.ts';
import type { UtcMs } from '../util/time.ts';
import type { Office } from './office.ts';
import { actingFor, standInOf } from './stand-ins.ts';

/** What a case's rules have to know of who acts for whom at the moment a command is given (AS-2). Colleagues who have left act for nobody and are acted for by nobody. */
export function standInContext(
  office: Pick<Office, 'delegations'>,
  catalogue: Catalogue,
  { actorId, at }: { readonly actorId: StaffId; readonly at: UtcMs },
): Required<Pick<DecideContext, 'actsFor' | 'standInOf'>> {
  const active = (staffId: StaffId): readonly Staff[] => {
    const found = findStaff(catalogue, staffId);
    return found?.isActive ? [found] : [];
  };
  return {
    actsFor: office.delegations.length === 0 ? [] : actingFor(office, actorId, at).flatMap(active),
    standInOf: (staffId) => {
      const standIn = standInOf(office, staffId, at);
      return standIn !== null && active(standIn).length > 0 ? standIn : null;
    },
  };
}
