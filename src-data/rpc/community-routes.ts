/** What the procedures of `community` do. */
import { implement } from '@orpc/server';
import { communityContract } from '../../src-shared/protocol/data-rpc/community-contract.ts';
import { cityNow } from '../clock/city-clock.ts';
import { communityCases } from '../community/community-cases.ts';
import { communityFigures } from '../community/community-figures.ts';
import { findContributors } from '../community/contributors.ts';
import { beginTownHallEntry, endTownHallEntry, townHallEntry } from '../community/town-hall-entry.ts';
import type { Workstation } from '../workstation.ts';

export function communityRoutes({ db, now, changes }: Pick<Workstation, 'db' | 'now' | 'changes'>) {
  const os = implement(communityContract);
  /** What is late is judged by the city's time, not by this computer's clock. */
  const atCity = () => cityNow(db, now());
  const entryChanged = (): void => changes.publish({ topic: 'drafts', caseIds: null });
  return os.router({
    figures: os.figures.handler(() => communityFigures(db, atCity())),
    cases: os.cases.handler(({ input }) => communityCases(db, input, atCity())),
    contributors: os.contributors.handler(({ input }) => findContributors(db, input)),
    entry: os.entry.handler(() => townHallEntry(db)),
    beginEntry: os.beginEntry.handler(({ input }) => {
      const entry = beginTownHallEntry(db, input.eventId, now());
      entryChanged();
      return entry;
    }),
    endEntry: os.endEntry.handler(() => {
      endTownHallEntry(db);
      entryChanged();
      return { ok: true } as const;
    }),
  });
}
