import { create } from 'zustand';
import type { CommunityQuestion } from '../../src-shared/protocol/data-rpc/community-views.ts';
import { type GridPosition, START_POSITION } from '../ui/case-grid/cursor.ts';

export type CommunityTab = 'neighborhoods' | 'contributors' | 'events';

/** The cases that are listed, and how many the figure said. */
export interface ShownCases {
  readonly question: CommunityQuestion;
  /** What they are: `Open cases of Old Harbor`. */
  readonly title: string;
}

/** What the screen shows; kept while other screens are shown. */
export interface CommunityState {
  /** Whose it is: another person begins anew. */
  readonly ownerId: string | null;
  readonly tab: CommunityTab;
  readonly shown: ShownCases | null;
  readonly position: GridPosition;
  /** Among contributors. */
  readonly search: string;
  /** Undefined: contributors of all neighborhoods; null: of none. */
  readonly neighborhoodCode: string | null | undefined;
}

const EMPTY: CommunityState = { ownerId: null, tab: 'neighborhoods', shown: null, position: START_POSITION, search: '', neighborhoodCode: undefined };

export const useCommunityStore = create<CommunityState>(() => EMPTY);

/** Called before the screen is shown: keeps that of the same person, begins anew for another. */
export function openCommunityFor(ownerId: string): void {
  if (useCommunityStore.getState().ownerId !== ownerId) useCommunityStore.setState({ ...EMPTY, ownerId });
}

/** Another tab begins without a list of cases. */
export function showTab(tab: CommunityTab): void {
  if (useCommunityStore.getState().tab !== tab) useCommunityStore.setState({ tab, shown: null, position: START_POSITION });
}

export function showCases(shown: ShownCases | null): void {
  useCommunityStore.setState({ shown, position: START_POSITION });
}

/** The contributors of one neighborhood. */
export function showContributorsOf(neighborhoodCode: string | null): void {
  useCommunityStore.setState({ tab: 'contributors', shown: null, position: START_POSITION, search: '', neighborhoodCode });
}

export function findContributors(change: Partial<Pick<CommunityState, 'search' | 'neighborhoodCode'>>): void {
  useCommunityStore.setState(change);
}

export function moveInCases(position: GridPosition): void {
  useCommunityStore.setState({ position });
}
