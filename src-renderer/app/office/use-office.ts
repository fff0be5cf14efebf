import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Bulletin, endOfBulletin } from '../../../src-shared/office/bulletin.ts';
import { bulletinsFor, type BulletinQuestion, isRunning } from '../../../src-shared/office/bulletins-for.ts';
import { EMPTY_OFFICE, type Office } from '../../../src-shared/office/office.ts';
import { unreadGuides } from '../../../src-shared/office/unread-guides.ts';
import { MINUTE_MS, type UtcMs, utcMs } from '../../../src-shared/util/time.ts';
import { officeQueries } from '../../data/office.ts';
import { useCatalogue, useStaff } from '../workplace.tsx';

/** The office's records as they are shown here; empty until they were read, which takes no longer than a frame. */
export function useOffice(): Office {
  return useQuery(officeQueries.office()).data?.office ?? EMPTY_OFFICE;
}

/** Ids of what the server does not have yet. */
export function useWaitingInOffice(): ReadonlySet<string> {
  return new Set(useQuery(officeQueries.office()).data?.waiting ?? []);
}

/** How many guides whoever is signed in still has to read. */
export function useUnreadCount(): number {
  return unreadGuides(useOffice(), useCatalogue(), useStaff().id).length;
}

/** The bulletins that run now, the newest first. One that ends goes at its moment, whether or not anything else happens. */
export function useRunningBulletins(): readonly Bulletin[] {
  const { bulletins } = useOffice();
  const now = useMomentOf(bulletins);
  return bulletins.filter((bulletin) => isRunning(bulletin, now)).toReversed();
}

/** The bulletins that say something about a call, the most precise first. */
export function useBulletinsFor(question: Omit<BulletinQuestion, 'at'>): readonly Bulletin[] {
  const office = useOffice();
  const at = useMomentOf(office.bulletins);
  return bulletinsFor(office, { ...question, at });
}

/** Timers stand still while the computer sleeps: what ended meanwhile goes this soon after it wakes. */
const LONGEST_WAIT_MS = MINUTE_MS / 2;

/** The present, renewed exactly when a bulletin begins or ends. */
function useMomentOf(bulletins: readonly Bulletin[]): UtcMs {
  const [now, setNow] = useState(() => utcMs(Date.now()));
  useEffect(() => {
    // After the last ring, not after the present: one that was posted since has begun already, and rings at once.
    const edges = bulletins.flatMap((bulletin) => [bulletin.from, endOfBulletin(bulletin)]).filter((moment) => moment > now);
    const wait = Math.max(0, Math.min(LONGEST_WAIT_MS, ...edges.map((moment) => moment - Date.now())));
    const timer = setTimeout(() => setNow(utcMs(Date.now())), wait);
    return () => clearTimeout(timer);
  }, [bulletins, now]);
  return now;
}
