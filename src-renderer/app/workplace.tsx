import { createContext, type ReactElement, type ReactNode, useContext } from 'react';
import type { Catalogue, Staff } from '../../src-shared/catalogue/catalogue.ts';

/** What every screen may count on: the city's catalogue and who is signed in. */
export interface Workplace {
  readonly catalogue: Catalogue;
  readonly staff: Staff;
  /** The window is locked: the screens are kept, but nobody sees them. */
  readonly isLocked: boolean;
}

const WorkplaceContext = createContext<Workplace | null>(null);

export function WorkplaceProvider({ value, children }: { readonly value: Workplace; readonly children: ReactNode }): ReactElement {
  return <WorkplaceContext value={value}>{children}</WorkplaceContext>;
}

export function useWorkplace(): Workplace {
  const workplace = useContext(WorkplaceContext);
  if (workplace === null) throw new Error('useWorkplace: used outside the signed-in window');
  return workplace;
}

export const useCatalogue = (): Catalogue => useWorkplace().catalogue;
export const useStaff = (): Staff => useWorkplace().staff;
