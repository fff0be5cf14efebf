import { z } from 'zod';
import { CommandId } from '../../util/ids.ts';
import { acceptOffice, type OfficeRuling, refuseOffice } from '../office-decision.ts';
import { defineOfficeCommand } from '../office-command.ts';
import { mayShareView } from '../shared-view-rights.ts';

export const EndViewArgs = z.object({ viewId: CommandId });

/** Takes a shared view out of every list. Refuses: notFound, notPermitted, alreadyEnded. */
export const endView = defineOfficeCommand({
  type: 'office.endView',
  v: 1,
  args: EndViewArgs,
  buildsOn: ({ viewId }) => [viewId],
  decide(office, { args }, { actor }): OfficeRuling {
    const current = office.views.find(({ id }) => id === args.viewId);
    if (!current) return refuseOffice('notFound', { what: 'view' });
    if (!mayShareView(actor, current.departmentCode)) return refuseOffice('notPermitted');
    if (current.endedAt !== null) return refuseOffice('alreadyEnded', { what: 'view' });
    return acceptOffice({ kind: 'viewEnded', viewId: current.id });
  },
});
