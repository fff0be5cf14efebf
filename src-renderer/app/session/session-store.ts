import { create } from 'zustand';
import type { Staff } from '../../../src-shared/catalogue/catalogue.ts';
import { data } from '../../data/data-client.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { showToast } from '../../ui/announce.tsx';
import { resetRoutes } from '../routes.ts';

interface HeldSession {
  /** Whose screens are kept in this window, also while nobody is signed in: they stay as they are, unseen. */
  readonly holder: Staff | null;
  /** Locked at the press of the key, before the records have heard of it. */
  readonly isLocked: boolean;
}

export const useHeldSession = create<HeldSession>(() => ({ holder: null, isLocked: false }));

/** Someone is signed in. Another person than before begins at the start, with nothing of the one before. */
export function holdFor(staff: Staff): void {
  const { holder } = useHeldSession.getState();
  if (holder?.id !== staff.id) resetRoutes();
  useHeldSession.setState({ holder: staff });
}

/** Hides the screens and keeps them: whoever signs in again as the same person is where they were. */
export function lock(): void {
  useHeldSession.setState({ isLocked: true });
  // Should the records not hear of it, the window is locked all the same, and the password is asked as ever.
  data.session.signOut().catch(() => undefined);
}

/** A password was right. */
export function unlock(): void {
  useHeldSession.setState({ isLocked: false });
}

/** Gives the screens up. Drafts are kept by the records. */
export function signOut(): void {
  data.session.signOut().then(
    () => useHeldSession.setState({ holder: null }),
    (error: unknown) => showToast(dataErrorSentence(error)),
  );
}
