import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { SessionInfo } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { dataErrorSentence } from '../data/data-error.ts';
import { queries } from '../data/queries.ts';
import { loadScreens, useScreensProgram } from './screens-program.ts';
import { expectedCity, rememberCity } from './session/known-city.ts';
import { holdFor, useHeldSession } from './session/session-store.ts';
import { SignInScreen } from './session/sign-in-screen.tsx';
import { ConnectingScreen, OpeningScreen, RecordsProblemScreen, ScreensMissingScreen } from './session/waiting-screen.tsx';

const ASK_AGAIN_MS = 1_000;

/** What stands before the screens: open records, a catalogue from the server, somebody signed in. */
export function Gate(): ReactElement {
  const station = useQuery({ ...queries.stationInfo(), refetchInterval: ({ state }) => (state.data?.isReady === true ? false : ASK_AGAIN_MS) });
  const isReady = station.data?.isReady === true;
  const catalogue = useQuery({ ...queries.catalogue(), enabled: isReady, refetchInterval: ({ state }) => (state.data ? false : ASK_AGAIN_MS) });
  const session = useQuery({ ...queries.session(), enabled: isReady });
  const [expected] = useState(expectedCity);
  const failed = [station, catalogue, session].find((query) => query.isError && query.data === undefined);
  if (failed) return <RecordsProblemScreen sentence={dataErrorSentence(failed.error)} onRetry={() => void failed.refetch()} />;
  if (station.data && !isReady) return <ConnectingScreen station={station.data} />;
  const records = catalogue.data && session.data ? { catalogue: catalogue.data, session: session.data } : null;
  if (records === null && expected === null) return <OpeningScreen />;
  return <Entrance records={records} expected={expected ?? ''} />;
}

interface EntranceProps {
  /** Null until they are open. */
  readonly records: { readonly catalogue: Catalogue; readonly session: SessionInfo } | null;
  /** Name of the city whose records are being opened. */
  readonly expected: string;
}

/** The sign-in form, the same before and after the records are open; then the screens of whoever is signed in, or was before the lock. */
function Entrance({ records, expected }: EntranceProps): ReactElement {
  const { holder, isLocked: isHeldLocked } = useHeldSession();
  const { SignedIn, isMissing } = useScreensProgram();
  const staff = records?.session.staff ?? null;
  const cityName = records?.catalogue.city.name ?? expected;
  const isOpen = records !== null;
  useEffect(() => {
    if (staff !== null) holdFor(staff);
  }, [staff]);
  useEffect(() => {
    if (!isOpen) return;
    rememberCity(cityName);
    requestIdleCallback(() => void loadScreens()); // while the password is typed
  }, [isOpen, cityName]);
  const shown = staff ?? holder;
  if (records === null || shown === null) return <SignInScreen cityName={cityName} catalogue={records?.catalogue ?? null} lockedBy={null} />;
  if (SignedIn === null) return isMissing ? <ScreensMissingScreen /> : <OpeningScreen />;
  return <SignedIn catalogue={records.catalogue} staff={shown} isLocked={staff === null || isHeldLocked} />;
}
