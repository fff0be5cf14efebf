import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import type { CommunityEvent } from '../../../src-shared/office/community-event.ts';
import { data } from '../../data/data-client.ts';
import { firstCarried } from '../draft/event-of-draft.ts';
import type { RunningEntry } from '../intake-store.ts';

/** The town hall that whoever is signed in was entering when the window closed; null: none, or one the office does not know any more. */
export async function readEntry(catalogue: Catalogue): Promise<RunningEntry | null> {
  const kept = await data.community.entry();
  if (kept === null) return null;
  const { office } = await data.office.get();
  const event = office.events.find(({ id }) => id === kept.eventId);
  return event ? runningEntry(event, catalogue) : null;
}

export function runningEntry(event: CommunityEvent, catalogue: Catalogue): RunningEntry {
  return { event, timeZone: catalogue.city.timeZone, carried: firstCarried(catalogue) };
}
