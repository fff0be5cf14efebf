import { useCallback, useMemo } from 'react';
import { create } from 'zustand';
import { useStaff } from '../app/workplace.tsx';
import { type Habits, keepHabits, parseHabits, readHabits } from './queue-habits.ts';

const useHabitsStore = create<{ readonly ownerId: string | null; readonly habits: Habits }>(() => ({ ownerId: null, habits: parseHabits(null) }));

/** The habits of whoever is signed in, and how to change them. */
export function useHabits(): readonly [Habits, (change: Partial<Habits>) => void] {
  const { id } = useStaff();
  const { ownerId, habits } = useHabitsStore();
  const kept = useMemo(() => readHabits(id), [id]);
  const own = ownerId === id ? habits : kept;
  const change = useCallback(
    (part: Partial<Habits>): void => {
      const state = useHabitsStore.getState();
      const next = { ...(state.ownerId === id ? state.habits : readHabits(id)), ...part };
      useHabitsStore.setState({ ownerId: id, habits: next });
      keepHabits(id, next);
    },
    [id],
  );
  return [own, change];
}
