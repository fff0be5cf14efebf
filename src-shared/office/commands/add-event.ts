import { z } from 'zod';
import { t } from '../../language/language.ts';
import { Code } from '../../util/ids.ts';
import { freeText, requiredText } from '../../util/text.ts';
import { IsoDate } from '../../util/time.ts';
import { acceptOffice, type OfficeRuling, refuseOffice } from '../office-decision.ts';
import { defineOfficeCommand } from '../office-command.ts';
import { mayAddEvent } from '../office-permission.ts';

export const AddEventArgs = z.object({
  name: requiredText(200, () => t`Give the event a name`),
  date: IsoDate,
  place: freeText(300),
  neighborhoodCode: Code.nullable(),
});

/**
 * A town hall or forum, so that what was said there can be entered under it (CE-1). The event's id is this command's.
 *
 * Refuses: notPermitted, unknownNeighborhood, alreadyDone.
 */
export const addEvent = defineOfficeCommand({
  type: 'office.addEvent',
  v: 1,
  args: AddEventArgs,
  buildsOn: () => [],
  decide(office, { uid, args }, { actor, catalogue }): OfficeRuling {
    const { neighborhoodCode } = args;
    if (!mayAddEvent(actor)) return refuseOffice('notPermitted');
    const isKnown = neighborhoodCode === null || catalogue.neighborhoods.some(({ code }) => code === neighborhoodCode);
    if (!isKnown) return refuseOffice('unknownNeighborhood', { neighborhoodCode });
    return office.events.some(({ id }) => id === uid) ? refuseOffice('alreadyDone') : acceptOffice({ kind: 'eventAdded', ...args });
  },
});
