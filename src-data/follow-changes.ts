/** Work that begins when something else of the workstation has changed. Each is stopped by its controller. */
import type { TransferLoop } from './attachments/transfer-loop.ts';
import type { CityPlacesKeeper } from './places/city-places.ts';
import type { ChangeFeed } from './rpc/change-feed.ts';

/** Files travel when the cases are through: whatever sync does may be the moment. */
export function followSync(changes: ChangeFeed, { transfers, isOnline, onTurned }: { readonly transfers: TransferLoop; readonly isOnline: () => boolean; readonly onTurned: () => void }): AbortController {
  const ending = new AbortController();
  let wasOnline = false;
  void (async () => {
    for await (const { topic } of changes.subscribe(ending.signal)) {
      if (topic !== 'sync' && topic !== 'cases' && topic !== 'session') continue;
      if (isOnline() && !wasOnline) transfers.online();
      else transfers.nudge();
      if (isOnline() !== wasOnline) onTurned(); // what is said of files depends on it
      wasOnline = isOnline();
    }
  })();
  return ending;
}

/** A new catalogue may name another list of addresses; a file that has come may be it. */
export function followPlaces(changes: ChangeFeed, places: CityPlacesKeeper): AbortController {
  const ending = new AbortController();
  void places.look();
  void (async () => {
    for await (const { topic } of changes.subscribe(ending.signal)) if (topic === 'catalogue' || topic === 'files') void places.look();
  })();
  return ending;
}
