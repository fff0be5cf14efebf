import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Route, useRoute } from '../../app/routes.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { officeQueries } from '../../data/office.ts';
import { showToast } from '../../ui/announce.tsx';
import { beginEntry } from './entry-actions.ts';

/** Wishes that have been answered: coming back to the screen must not ask again. */
const answered = new WeakSet<Route>();

/** Somebody came to enter a town hall: the one they chose begins, else they are asked which. `isOpen`: the drafts were read. */
export function useTownHallRoute(isOpen: boolean): { readonly isChoosing: boolean; readonly stopChoosing: () => void } {
  const route = useRoute();
  const catalogue = useCatalogue();
  const events = useQuery(officeQueries.office()).data?.office.events;
  const [isChoosing, setChoosing] = useState(false);
  const townHall = route.screen === 'newCase' ? route.townHall : undefined;
  useEffect(() => {
    if (!isOpen || townHall === undefined || events === undefined || answered.has(route)) return;
    answered.add(route);
    const event = events.find(({ id }) => id === townHall);
    if (event) void beginEntry(event, catalogue).then((why) => why !== null && showToast(why));
    else setChoosing(true);
  }, [isOpen, townHall, events, route, catalogue]);
  return { isChoosing, stopChoosing: () => setChoosing(false) };
}
