import { create } from 'zustand';
import type { Staff } from '../../../src-shared/catalogue/catalogue.ts';
import { data } from '../../data/data-client.ts';
import { resetRoutes } from '../routes.ts';

interface HeldSession {
  /**
   * Whose screens are kept in this window. While nobody is signed in, or until they sign in again, the window is locked: the screens
   * stay as they are, unseen.
   */
  readonly holder: Staff | null;
}

export const useHeldSession = create<HeldSession>(() => ({ holder: null }));

/** Someone is signed in. Another person than before begins at the start, with nothing of the one before. */
export function holdFor(staff: Staff): void {
  const { holder } = useHeldSession.getState();
  if (holder === staff) return;
  if (holder?.id !== staff.id) resetRoutes();
  useHeldSession.setState({ holder: staff });
}

/** Hides the screens and keeps them: whoever signs in again as the same person is where they were. */
export async function lock(): Promise<void> {
  await data.session.signOut();
}

/** Gives the screens up. Drafts are kept by the records. */
export async function signOut(): Promise<void> {
  useHeldSession.setState({ holder: null });
  await data.session.signOut();
}
