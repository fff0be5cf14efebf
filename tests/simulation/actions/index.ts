import type { EventKind, EventOf, SimEvent } from '../story/event.ts';
import type { World } from '../world.ts';
import { command } from './command.ts';
import { copyStarts, diskFills, diskFreed, image, numbersGone, putBack, restart } from './disk.ts';
import { cutOff, late, reconnect } from './network.ts';
import { buckets, clock, staff } from './office.ts';
import { officeCommand } from './office-command.ts';
import { round } from './round.ts';
import { settle } from './settle.ts';
import { serverAnew, serverWatches, serverImage, serverPutBack, serverRestart, serverRestored } from './server.ts';

type Actions = { readonly [K in EventKind]: (world: World, event: EventOf<K>) => void | Promise<void> };

/** What every kind of event does. */
const ACTIONS: Actions = {
  ...{ command, officeCommand, settle, round },
  ...{ image, putBack, copyStarts, restart, diskFills, diskFreed, numbersGone },
  ...{ cutOff, reconnect, late },
  ...{ serverWatches, serverRestart, serverImage, serverRestored, serverPutBack, serverAnew },
  ...{ clock, buckets, staff },
};

/** Lets one event happen, and ends whatever it had set up to break. */
export async function happen(world: World, event: SimEvent): Promise<void> {
  const act = ACTIONS[event.do] as (world: World, event: SimEvent) => void | Promise<void>; // safe: each takes its own kind of event
  await act(world, event);
  world.server.stopAt(null);
  for (const { station } of world.desks) station.stopAt(null);
}
