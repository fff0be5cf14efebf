import { z } from 'zod';
import { CommandId } from '../../util/ids.ts';
import { acceptOffice, type OfficeRuling, refuseOffice } from '../office-decision.ts';
import { defineOfficeCommand } from '../office-command.ts';
import { mayEndEvent } from '../office-permission.ts';

export const EndEventArgs = z.object({ eventId: CommandId });

/** Everything said at the event is entered: it is offered no more. Refuses: notFound, notPermitted, alreadyEnded. */
export const endEvent = defineOfficeCommand({
  type: 'office.endEvent',
  v: 1,
  args: EndEventArgs,
  buildsOn: ({ eventId }) => [eventId],
  decide(office, { args }, { actor }): OfficeRuling {
    const current = office.events.find(({ id }) => id === args.eventId);
    if (!current) return refuseOffice('notFound', { what: 'event' });
    if (!mayEndEvent(actor, current)) return refuseOffice('notPermitted');
    if (current.endedAt !== null) return refuseOffice('alreadyEnded', { what: 'event' });
    return acceptOffice({ kind: 'eventEnded', eventId: current.id });
  },
});
