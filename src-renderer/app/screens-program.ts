import { create } from 'zustand';
import type { SignedIn } from './signed-in.tsx';

interface ScreensProgram {
  /** Null until it is loaded. */
  readonly SignedIn: typeof SignedIn | null;
  /** Its file could not be read: it is missing, or damaged. */
  readonly isMissing: boolean;
}

/** The program behind the sign-in. Not by React's `lazy`, whose stand-in stays for 300 ms once it is shown. */
export const useScreensProgram = create<ScreensProgram>(() => ({ SignedIn: null, isMissing: false }));

/** Loads it. Never rejects: what went wrong stands in `useScreensProgram`. */
export async function loadScreens(load: () => Promise<{ readonly SignedIn: typeof SignedIn }> = () => import('./signed-in.tsx')): Promise<void> {
  try {
    const loaded = await load();
    useScreensProgram.setState({ SignedIn: loaded.SignedIn, isMissing: false });
  } catch {
    useScreensProgram.setState({ isMissing: true });
  }
}
