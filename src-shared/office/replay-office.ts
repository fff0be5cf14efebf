import type { Catalogue } from '../catalogue/catalogue.ts';
import { findStaff } from '../catalogue/lookup.ts';
import type { OfficeCommand } from './commands/index.ts';
import { decideOffice } from './decide-office.ts';
import type { Office } from './office.ts';

/**
 * What the screen shows: the server's office with the commands it has not confirmed yet on top, in the order given.
 *
 * A command that no longer fits is passed over; its refusal comes from the server. Changes of the catalogue are passed over
 * too: nothing of them is shown before the server has them.
 */
export function replayOffice(base: Office, pending: readonly OfficeCommand[], catalogue: Catalogue): Office {
  return pending.reduce<Office>((office, command) => {
    if (command.type === 'office.changeCatalogue') return office;
    const decision = decideOffice(office, command, { catalogue, actor: findStaff(catalogue, command.userId) ?? null });
    return decision.ok ? decision.next : office;
  }, base);
}

/** The catalogue as it will be when the waiting changes of it have reached the server, as far as they fit. */
export function replayCatalogue(base: Catalogue, office: Office, pending: readonly OfficeCommand[]): Catalogue {
  return pending.reduce<Catalogue>((catalogue, command) => {
    if (command.type !== 'office.changeCatalogue') return catalogue;
    const decision = decideOffice(office, command, { catalogue, actor: findStaff(catalogue, command.userId) ?? null });
    return decision.ok ? (decision.catalogue ?? catalogue) : catalogue;
  }, base);
}
