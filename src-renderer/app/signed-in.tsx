import type { ReactElement } from 'react';
import type { Catalogue, Staff } from '../../src-shared/catalogue/catalogue.ts';
import { LockScreen } from './session/lock-screen.tsx';
import { Shell } from './shell/shell.tsx';
import { WorkplaceProvider } from './workplace.tsx';

interface SignedInProps {
  readonly catalogue: Catalogue;
  /** Whose screens are shown; behind the lock, whose they were. */
  readonly staff: Staff;
  readonly isLocked: boolean;
}

/** Everything a person sees who is signed in: the program that is loaded while the password is typed. */
export function SignedIn({ catalogue, staff, isLocked }: SignedInProps): ReactElement {
  return (
    <WorkplaceProvider value={{ catalogue, staff, isLocked }}>
      <Shell key={staff.id} />
      <LockScreen catalogue={catalogue} lockedBy={isLocked ? staff : null} />
    </WorkplaceProvider>
  );
}
