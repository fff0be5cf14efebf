import { create } from 'zustand';
import type { Catalogue, Staff } from '../../src-shared/catalogue/catalogue.ts';
import type { BoardQuestion } from '../../src-shared/protocol/data-rpc/overdue-views.ts';
import { type GridPosition, START_POSITION } from '../ui/case-grid/cursor.ts';

/** What the board shows and where the person is in it; kept while other screens are shown. */
export interface OverdueState extends BoardQuestion {
  /** Whose board it is: another person begins with their own. */
  readonly ownerId: string | null;
  readonly position: GridPosition;
}

const EMPTY: OverdueState = { ownerId: null, tab: 'overdue', departmentCode: null, sort: 'age', position: START_POSITION };

export const useOverdueStore = create<OverdueState>(() => EMPTY);

/** Those who answer for a department begin with it, the one they head before others; everybody else with all of them. */
export function firstDepartment(staff: Pick<Staff, 'id' | 'roles' | 'departmentCodes'>, catalogue: Pick<Catalogue, 'departments'>): string | null {
  if (!staff.roles.some((role) => role === 'departmentHead' || role === 'departmentStaff')) return null;
  const headed = catalogue.departments.find(({ headStaffId }) => headStaffId === staff.id);
  return headed?.code ?? staff.departmentCodes[0] ?? null;
}

/** Called before the screen is shown: keeps the board of the same person, begins anew for another. */
export function openBoardFor(staff: Staff, catalogue: Catalogue): void {
  if (useOverdueStore.getState().ownerId === staff.id) return;
  useOverdueStore.setState({ ...EMPTY, ownerId: staff.id, departmentCode: firstDepartment(staff, catalogue) });
}

/** Asks another question; the cursor begins at the top of the new answer, and nothing is selected. */
export function askBoard(question: Partial<BoardQuestion>): void {
  useOverdueStore.setState({ ...question, position: START_POSITION });
}

export function moveOnBoard(position: GridPosition): void {
  useOverdueStore.setState({ position });
}
