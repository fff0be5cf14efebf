import { create } from 'zustand';
import type { Role, Staff } from '../../src-shared/catalogue/catalogue.ts';
import type { QueueSort, QueueView } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { type GridPosition, START_POSITION } from '../ui/case-grid/cursor.ts';

/** What the queue shows and where the person is in it; kept while other screens are shown. */
export interface QueueState {
  /** Whose queue it is: another person begins with their own. */
  readonly ownerId: string | null;
  readonly view: QueueView;
  readonly search: string;
  readonly sort: QueueSort;
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

export function firstQueue(staff: Pick<Staff, 'id' | 'roles'>): QueueState {
  const [role = 'agent'] = staff.roles;
  return { ownerId: staff.id, view: FIRST_VIEW[role], search: '', sort: 'due', position: START_POSITION };
}

export const useQueueStore = create<QueueState>(() => ({ ownerId: null, view: 'open', search: '', sort: 'due', position: START_POSITION }));

/** Called before the screen is shown: keeps the queue of the same person, begins anew for another. */
export function openQueueFor(staff: Staff, view: QueueView | null = null): void {
  if (useQueueStore.getState().ownerId !== staff.id) useQueueStore.setState(firstQueue(staff));
  if (view !== null) askQueue({ view, search: '' });
}

/** Asks another question; the cursor begins at the top of the new answer, and nothing is selected. */
export function askQueue(question: Partial<Pick<QueueState, 'view' | 'search' | 'sort'>>): void {
  useQueueStore.setState({ ...question, position: START_POSITION });
}

export function moveInQueue(position: GridPosition): void {
  useQueueStore.setState({ position });
}
