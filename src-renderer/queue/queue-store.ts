import { create } from 'zustand';
import type { Role, Staff } from '../../src-shared/catalogue/catalogue.ts';
import type { QueueGrouping, QueueSort, QueueView } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { takeAsked } from '../app/queue-asked.ts';
import { type GridPosition, START_POSITION } from '../ui/case-grid/cursor.ts';
import { readHabits, type SavedQuestion } from './queue-habits.ts';

/** What the queue shows and where the person is in it; kept while other screens are shown. */
export interface QueueState {
  /** Whose queue it is: another person begins with their own. */
  readonly ownerId: string | null;
  readonly view: QueueView;
  /** The filters that stand as chips, as text of the query language. */
  readonly filters: string;
  /** What stands in the field behind them. */
  readonly search: string;
  readonly sort: QueueSort;
  readonly groupBy: QueueGrouping | null;
  /** Keys of groups that are folded up. */
  readonly closedGroups: readonly string[];
  /** The saved view that is shown as it was saved; null: one that comes with Portreeve, or one that was changed since. */
  readonly savedViewId: string | null;
  /** The saved view the question was begun from, also after it was changed; null: none. */
  readonly baseViewId: string | null;
  /** The last change of a shared view that is shown here; null: not known, or it is one's own. */
  readonly seenChange: string | null;
  readonly position: GridPosition;
}

/** Those who take cases see what is open; those who work them, what is their department's. */
const FIRST_VIEW: Record<Role, QueueView> = {
  agent: 'open',
  departmentStaff: 'myDepartment',
  departmentHead: 'myDepartment',
  cityManager: 'overdue',
  commission: 'open',
  hr: 'open',
  administrator: 'open',
};

const PLAIN = { filters: '', search: '', sort: 'due', groupBy: null, closedGroups: [], savedViewId: null, baseViewId: null, seenChange: null, position: START_POSITION } as const;

export function firstQueue(staff: Pick<Staff, 'id' | 'roles'>): QueueState {
  const [role = 'agent'] = staff.roles;
  const first = readHabits(staff.id).firstView;
  return { ...PLAIN, ownerId: staff.id, view: FIRST_VIEW[role], ...first, baseViewId: first?.savedViewId ?? null };
}

export const useQueueStore = create<QueueState>(() => ({ ...PLAIN, ownerId: null, view: 'open' }));

/** Called before the screen is shown: keeps the queue of the same person, begins anew for another. */
export function openQueueFor(staff: Staff, view: QueueView | null = null): void {
  if (useQueueStore.getState().ownerId !== staff.id) useQueueStore.setState(firstQueue(staff));
  if (view !== null) askQueue({ view, search: '', filters: '' }, LEAVE_VIEW);
}

/** Shows what was asked from elsewhere, if anything was. */
export function showAsked(): void {
  const asked = takeAsked();
  if (asked !== null) askQueue({ ...asked, search: '', sort: asked.view === 'all' ? 'receivedNewest' : 'due', groupBy: null }, LEAVE_VIEW);
}

export type QuestionParts = Pick<QueueState, 'view' | 'filters' | 'search' | 'sort' | 'groupBy'>;

/** Which saved view a question is: shown as saved. */
export interface OfView {
  readonly savedViewId: string | null;
  readonly baseViewId: string | null;
  readonly seenChange: string | null;
}
/** The question has nothing to do with the saved view that was shown. */
export const LEAVE_VIEW: OfView = { savedViewId: null, baseViewId: null, seenChange: null };

/** Asks another question; the cursor begins at the top of the new answer, and nothing is selected. `of` left out: the saved view is changed, not left. */
export function askQueue(question: Partial<QuestionParts>, of: Partial<OfView> = { savedViewId: null }): void {
  const isOtherGrouping = question.groupBy !== undefined && question.groupBy !== useQueueStore.getState().groupBy;
  useQueueStore.setState({ ...question, ...of, position: START_POSITION, ...(isOtherGrouping ? { closedGroups: [] } : {}) });
}

/** The question as it is asked now, to be saved. */
export function questionNow(): SavedQuestion {
  const { view, filters, search, sort, groupBy } = useQueueStore.getState();
  return { view, filters, search, sort, groupBy };
}

/** All that is asked beside the view: chips first, then what is being typed. */
export function searchText({ filters, search }: Pick<QueueState, 'filters' | 'search'>): string {
  return filters === '' ? search : search.trim() === '' ? `${filters} ` : `${filters} ${search}`;
}

export function moveInQueue(position: GridPosition): void {
  useQueueStore.setState({ position });
}

/** Folds a group up, or open again; the cursor stays where it is. */
export function toggleGroup(key: string): void {
  const { closedGroups } = useQueueStore.getState();
  useQueueStore.setState({ closedGroups: closedGroups.includes(key) ? closedGroups.filter((one) => one !== key) : [...closedGroups, key] });
}
