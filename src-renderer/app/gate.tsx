import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { SessionInfo } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { dataErrorSentence } from '../data/data-error.ts';
import { queries } from '../data/queries.ts';
import { holdFor, useHeldSession } from './session/session-store.ts';
import { LockScreen } from './session/lock-screen.tsx';
import { SignInScreen } from './session/sign-in-screen.tsx';
import { ConnectingScreen, OpeningScreen, RecordsProblemScreen } from './session/waiting-screen.tsx';
import { Shell } from './shell/shell.tsx';
import { WorkplaceProvider } from './workplace.tsx';

const ASK_AGAIN_MS = 1_000;

/** What stands before the screens: open records, a catalogue from the server, somebody signed in. */
export function Gate(): ReactElement {
  const station = useQuery({ ...queries.stationInfo(), refetchInterval: ({ state }) => (state.data?.isReady === true ? false : ASK_AGAIN_MS) });
  const isReady = station.data?.isReady === true;
  const catalogue = useQuery({ ...queries.catalogue(), enabled: isReady, refetchInterval: ({ state }) => (state.data ? false : ASK_AGAIN_MS) });
  const session = useQuery({ ...queries.session(), enabled: isReady });
  const failed = [station, catalogue, session].find((query) => query.isError && query.data === undefined);
  if (failed) return <RecordsProblemScreen sentence={dataErrorSentence(failed.error)} onRetry={() => void failed.refetch()} />;
  if (station.data && !isReady) return <ConnectingScreen station={station.data} />;
  if (!catalogue.data || !session.data) return <OpeningScreen />;
  return <SignedInGate catalogue={catalogue.data} session={session.data} />;
}

/** The screens of whoever is signed in; behind the lock, those of whoever was. */
function SignedInGate({ catalogue, session }: { readonly catalogue: Catalogue; readonly session: SessionInfo }): ReactElement {
  const { holder, isLocked: isHeldLocked } = useHeldSession();
  const { staff } = session;
  useEffect(() => {
    if (staff !== null) holdFor(staff);
  }, [staff]);
  const shown = staff ?? holder;
  const isLocked = staff === null || isHeldLocked;
  if (shown === null) return <SignInScreen catalogue={catalogue} lockedBy={null} />;
  return (
    <WorkplaceProvider value={{ catalogue, staff: shown, isLocked }}>
      <Shell key={shown.id} />
      <LockScreen catalogue={catalogue} lockedBy={isLocked ? shown : null} />
    </WorkplaceProvider>
  );
}
