/** How a person likes the queue, kept at this workstation as their keys are: columns, the peek pane, saved views, what it begins with. */
import { z } from 'zod';
import { QueueGrouping, QueueSort, QueueView } from '../../src-shared/protocol/data-rpc/case-views.ts';

export const SavedQuestion = z.object({
  view: QueueView,
  filters: z.string().max(500),
  search: z.string().max(500),
  sort: QueueSort,
  groupBy: QueueGrouping.nullable(),
});
export type SavedQuestion = z.infer<typeof SavedQuestion>;

export const ChosenColumn = z.object({ id: z.string().max(40), width: z.enum(['narrow', 'normal', 'wide']) });
export type ChosenColumn = z.infer<typeof ChosenColumn>;

export const OwnView = z.object({ id: z.string().max(64), name: z.string().min(1).max(80), question: SavedQuestion, columns: z.array(ChosenColumn).max(20).nullable() });
export type OwnView = z.infer<typeof OwnView>;

const Habits = z.object({
  /** In their order; null: as delivered, fitted to the room there is. */
  columns: z.array(ChosenColumn).max(20).nullable().default(null),
  isPeeking: z.boolean().default(false),
  views: z.array(OwnView).max(50).default([]),
  firstView: SavedQuestion.extend({ savedViewId: z.string().max(64).nullable() }).nullable().default(null),
});
export type Habits = z.infer<typeof Habits>;

const storageKey = (staffId: string): string => `portreeve.queue.${staffId}`;

/** What cannot be read, because it is of another version, is as on the first day. */
export function readHabits(staffId: string): Habits {
  return parseHabits(globalThis.localStorage?.getItem(storageKey(staffId)) ?? null);
}

export function parseHabits(text: string | null): Habits {
  try {
    const parsed = Habits.safeParse(JSON.parse(text ?? '{}'));
    return parsed.success ? parsed.data : Habits.parse({});
  } catch {
    return Habits.parse({});
  }
}

export function keepHabits(staffId: string, habits: Habits): void {
  globalThis.localStorage?.setItem(storageKey(staffId), JSON.stringify(habits));
}
