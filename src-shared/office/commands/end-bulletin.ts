import { z } from 'zod';
import { CommandId } from '../../util/ids.ts';
import { acceptOffice, type OfficeRuling, refuseOffice } from '../office-decision.ts';
import { defineOfficeCommand } from '../office-command.ts';
import { mayChangeBulletin } from '../office-permission.ts';

export const EndBulletinArgs = z.object({ bulletinId: CommandId });

/** Takes a bulletin off every screen before its time. Refuses: notFound, notPermitted, alreadyEnded. */
export const endBulletin = defineOfficeCommand({
  type: 'office.endBulletin',
  v: 1,
  args: EndBulletinArgs,
  buildsOn: ({ bulletinId }) => [bulletinId],
  decide(office, { args }, { actor }): OfficeRuling {
    const current = office.bulletins.find(({ id }) => id === args.bulletinId);
    if (!current) return refuseOffice('notFound', { what: 'bulletin' });
    if (!mayChangeBulletin(actor, current)) return refuseOffice('notPermitted');
    if (current.endedAt !== null) return refuseOffice('alreadyEnded', { what: 'bulletin' });
    return acceptOffice({ kind: 'bulletinEnded', bulletinId: current.id });
  },
});
