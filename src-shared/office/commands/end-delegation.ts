import { z } from 'zod';
import { findStaff } from '../../catalogue/lookup.ts';
import { CommandId } from '../../util/ids.ts';
import { acceptOffice, type OfficeRuling, refuseOffice } from '../office-decision.ts';
import { defineOfficeCommand } from '../office-command.ts';
import { mayEndDelegation } from '../office-permission.ts';

export const EndDelegationArgs = z.object({ delegationId: CommandId });

/** Whoever was away is back, or somebody else has to stand in. Refuses: notFound, notPermitted, alreadyEnded. */
export const endDelegation = defineOfficeCommand({
  type: 'office.endDelegation',
  v: 1,
  args: EndDelegationArgs,
  buildsOn: ({ delegationId }) => [delegationId],
  decide(office, { args }, { actor, catalogue }): OfficeRuling {
    const current = office.delegations.find(({ id }) => id === args.delegationId);
    if (!current) return refuseOffice('notFound', { what: 'delegation' });
    if (!mayEndDelegation(actor, current, findStaff(catalogue, current.fromStaffId) ?? null)) return refuseOffice('notPermitted');
    if (current.endedAt !== null) return refuseOffice('alreadyEnded', { what: 'delegation' });
    return acceptOffice({ kind: 'delegationEnded', delegationId: current.id });
  },
});
