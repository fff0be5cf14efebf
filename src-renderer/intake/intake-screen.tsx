import { serviceIndex } from '../../src-shared/catalogue/service-index.ts';
import { t } from '../../src-shared/language/language.ts';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useBusy } from '../app/busy.ts';
import { useTypeAhead } from '../app/keymap/type-ahead.ts';
import { type Route, useRoute } from '../app/routes.ts';
import { useCatalogue, useStaff } from '../app/workplace.tsx';
import { dataErrorSentence } from '../data/data-error.ts';
import { showToast } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { draftTitle, isEmptyDraft } from './draft/draft.ts';
import { tidyPhone } from './draft/phone-text.ts';
import { EventStrip } from './event/event-strip.tsx';
import { TownHallDialog } from './event/town-hall-dialog.tsx';
import { useTownHallRoute } from './event/use-town-hall-route.ts';
import { IntakeForm } from './form/intake-form.tsx';
import { openIntake, parkDraft, startNextCase } from './intake-actions.ts';
import { changeDraft, useIntake } from './intake-store.ts';
import { IssuedPanel } from './issued/issued-panel.tsx';
import './intake.css';

/** New case: the form while a case is taken, the number once it is. */
export function IntakeScreen(): ReactElement | null {
  const staff = useStaff();
  const typedBy = useIntake((intake) => intake.typedBy);
  // Not the stage itself: while a number is being issued nothing of the form changes but its button.
  const issued = useIntake(({ stage, issued: given }) => (stage === 'issued' ? given : null));
  const title = useIntake(({ draft }) => (isEmptyDraft(draft) ? null : draftTitle(draft)));
  const { problem, retry } = useOpening(staff.id);
  useEffect(() => leaveIssuedBehind, []);
  useAskedForNext();
  const isOpen = typedBy === staff.id;
  useTypeAhead(!isOpen && problem === null);
  useCallerPopUp(isOpen);
  const { isChoosing, stopChoosing } = useTownHallRoute(isOpen);
  useBusy(isOpen && issued === null && title !== null ? t`The draft “${title}” is open` : null);
  if (problem !== null && !isOpen) return <EmptyState title={t`The drafts could not be read`} action={<Button onPress={retry}>{t`Try again`}</Button>}>{problem}</EmptyState>;
  if (!isOpen) return null;
  return (
    <div className="intake-screen">
      <EventStrip />
      {issued === null ? <IntakeForm /> : <IssuedPanel issued={issued} />}
      {isChoosing && <TownHallDialog onClose={stopChoosing} />}
    </div>
  );
}

/** Reads the drafts of this workstation, once for each person. */
function useOpening(staffId: string): { readonly problem: string | null; readonly retry: () => void } {
  const catalogue = useCatalogue();
  const [problem, setProblem] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    openIntake(staffId, catalogue).catch((error: unknown) => setProblem(dataErrorSentence(error)));
  }, [staffId, catalogue, tries]);
  return { problem, retry: () => setTries(tries + 1) };
}

/** Reads the drafts while the person still looks elsewhere: the form is there with F2, and no key pressed after it goes astray. */
export function useReadyIntake(): void {
  const staff = useStaff();
  const catalogue = useCatalogue();
  useEffect(() => {
    openIntake(staff.id, catalogue).catch(() => undefined); // the screen tries again, and says what is wrong
    const idle = requestIdleCallback(() => serviceIndex(catalogue.services)); // the first letter that is typed finds it made
    return () => cancelIdleCallback(idle);
  }, [staff.id, catalogue]);
}

/** Whoever comes back to New case wants a new one, not the number before. */
function leaveIssuedBehind(): void {
  if (useIntake.getState().stage === 'issued') startNextCase();
}

/** The key for New case, pressed while a number is shown: the next one. */
function useAskedForNext(): void {
  const route = useRoute();
  const before = useRef(route);
  useEffect(() => {
    if (before.current !== route) leaveIssuedBehind();
    before.current = route;
  }, [route]);
}

/** Announcements that have begun a draft: coming back to the screen must not begin it again. */
const answered = new WeakSet<Route>();

/** The phone system announced a caller: their number begins a draft; one that is being typed is parked first. */
function useCallerPopUp(isOpen: boolean): void {
  const route = useRoute();
  const phone = route.screen === 'newCase' ? route.phone : undefined;
  useEffect(() => {
    if (!isOpen || phone === undefined || answered.has(route)) return;
    answered.add(route);
    void beginWith(phone);
  }, [isOpen, phone, route]);
}

async function beginWith(phone: string): Promise<void> {
  const { draft, stage } = useIntake.getState();
  if (stage === 'issued') startNextCase();
  else if (!isEmptyDraft(draft) && (await parkDraft())) showToast(t`The draft is parked. Alt+1 resumes it.`);
  if (!isEmptyDraft(useIntake.getState().draft)) return;
  changeDraft((empty) => ({ ...empty, channel: 'phone', phone: tidyPhone(phone) }));
  useIntake.setState({ searchedIn: 'phone' });
}
