import { t } from '../../../src-shared/language/language.ts';
import { type KeyboardEvent, type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import type { Agency } from '../../../src-shared/agencies/agency.ts';
import type { DraftRow } from '../../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { Action } from '../../app/keymap/action.ts';
import { useActions } from '../../app/keymap/use-actions.ts';
import { useRoute } from '../../app/routes.ts';
import { announce, showToast } from '../../ui/announce.tsx';
import { firstField } from '../draft/channel-habits.ts';
import { isEmptyDraft } from '../draft/draft.ts';
import type { ProblemField } from '../draft/find-problems.ts';
import { type IssueResult, issueNumber, joinCase, type JoinTarget, parkDraft, referAtOnce, resumeDraft } from '../intake-actions.ts';
import { CallBulletins } from '../bulletins/call-bulletins.tsx';
import { EmergencyStrip } from '../emergency/emergency-strip.tsx';
import { FILE_EVENTS } from '../files/draft-files.ts';
import { GuidePanel } from '../guides/guide-panel.tsx';
import { useIntake } from '../intake-store.ts';
import { CallersProvider } from './callers-context.tsx';
import { CallerSection } from './caller-section.tsx';
import { useStable } from '../../ui/use-stable.ts';
import { focusNextField } from '../../ui/field-focus.ts';
import { JUMP_FIELD_NAMES, JUMP_FIELDS } from './fields.ts';
import { IntakeFormProvider, useDraft, useIntakeForm, useServiceOfDraft } from './form-context.tsx';
import { FormFooter } from './form-footer.tsx';
import { FormHeader } from './form-header.tsx';
import { DraftMap } from './draft-map.tsx';
import { DraftScans } from './draft-scans.tsx';
import { MoreAboutCase } from './more-about-case.tsx';
import { MoreAboutCitizen } from './more-about-citizen.tsx';
import { ParkedDrafts } from './parked-drafts.tsx';
import { ReferralHint } from './referral-hint.tsx';
import { RequestSection } from './request-section.tsx';
import { SimilarCases } from './similar-cases.tsx';

/** One surface for everything a caller may say, in whatever order they say it. A fresh one for each draft. */
export function IntakeForm(): ReactElement {
  const draftId = useIntake((state) => state.draft.draftId);
  return (
    <IntakeFormProvider key={draftId}>
      <CallersProvider>
        <Form />
      </CallersProvider>
    </IntakeFormProvider>
  );
}

function Form(): ReactElement {
  const { fields } = useIntakeForm();
  const form = useRef<HTMLFormElement>(null);
  // As it was when the form appeared: choosing a channel later must not move the focus.
  const [startField] = useState(() => firstField(useIntake.getState().draft.channel));
  useEffect(() => void fields.focus(startField), [fields, startField]);
  useAskedAgain(() => void fields.focus('said'));
  const { issue, park, join, refer, resume } = useFormActions();
  return (
    <form className="intake" aria-label={t`New case`} ref={form} noValidate onSubmit={(event) => event.preventDefault()} onKeyDown={(event) => moveOn(event, form.current)} {...FILE_EVENTS}>
      {/* Shown below the header, and before it for Tab: from Received it goes straight to the citizen. */}
      <div>
        <EmergencyStrip />
        <CallBulletins onJoin={join} />
      </div>
      <FormHeader />
      <div className="intake-room">
        <div className="intake-columns">
          <div className="intake-column">
            <CallerSection />
          </div>
          <div className="intake-column">
            <RequestSection />
          </div>
          <div className="intake-column intake-rail">
            <ReferralHint onRefer={refer} />
            <GuidePanel />
            <SimilarCases onJoin={join} />
            <DraftScans />
            <DraftMap />
            <ParkedDrafts onResume={resume} />
          </div>
          <div className="intake-column">
            <MoreAboutCitizen />
          </div>
          <div className="intake-column">
            <MoreAboutCase />
          </div>
        </div>
      </div>
      <FormFooter issue={issue} park={park} />
    </form>
  );
}

/** The key that leads here, pressed here: back to where anything can be said. */
function useAskedAgain(onAsked: () => void): void {
  const route = useRoute();
  const before = useRef(route);
  useEffect(() => {
    if (before.current === route) return;
    before.current = route;
    onAsked();
  });
}

interface FormActions {
  readonly issue: Action;
  readonly park: Action;
  readonly join: (existing: JoinTarget) => void;
  readonly refer: (agency: Agency) => void;
  readonly resume: (row: DraftRow) => void;
}

/** The keys of the form, each with its visible control. */
function useFormActions(): FormActions {
  const { catalogue, fields, read } = useIntakeForm();
  const service = useServiceOfDraft();
  const isEmpty = useDraft(isEmptyDraft);
  /** What still stands in the line goes where it is shown to go, first. */
  const settled = useStable(async (take: () => Promise<IssueResult>) => {
    read().said.put();
    const result = await take();
    if (result.outcome === 'incomplete') goToProblem(result.field, fields.focus);
  });
  const actions = useMemo(
    (): FormActions => ({
      park: {
        id: 'newCase.park',
        label: t`Park draft`,
        isEnabled: !isEmpty,
        run: () => void parkDraft().then((isParked) => isParked && showToast(t`The draft is parked. Alt+1 resumes it.`)),
      },
      issue: { id: 'newCase.issue', label: t`Issue tracking number`, run: () => settled(() => issueNumber(catalogue)) },
      join: (existing) => settled(() => joinCase(catalogue, existing)),
      refer: (agency) => settled(() => referAtOnce(catalogue, agency)),
      resume: (row) => void resumeDraft(row),
    }),
    [catalogue, isEmpty, settled],
  );
  const jumps = JUMP_FIELD_NAMES.map((name): Action => ({ id: `newCase.go.${name}`, label: JUMP_FIELDS[name].label, run: () => void fields.focus(name), isKeyOnly: true }));
  const firstQuestion = service?.questions[0];
  const others: readonly Action[] = [
    { id: 'newCase.go.questions', label: t`Questions of the service`, isEnabled: firstQuestion !== undefined, run: () => void fields.focus(`answer:${firstQuestion?.code ?? ''}`), isKeyOnly: true },
    { id: 'newCase.go.similar', label: t`Similar cases nearby`, run: () => void fields.focus('similar'), isKeyOnly: true },
    { id: 'newCase.next', label: t`Next field`, run: null },
  ];
  useActions({ id: 'newCase', title: t`New case` }, [actions.issue, actions.park, ...jumps, ...others]);
  return actions;
}

function goToProblem(field: ProblemField, focus: (name: string) => boolean): void {
  // The sentences appear with the next paint; the field is there already.
  requestAnimationFrame(() => focus(field));
  announce(t`Not yet: something is missing. The focus is on the first field to mend.`);
}

/** Enter goes to the next field, as Tab does; Shift+Enter is a new line in a long text. */
function moveOn(event: KeyboardEvent<HTMLFormElement>, form: HTMLFormElement | null): void {
  const { target } = event;
  const isPlainEnter = event.key === 'Enter' && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.metaKey && !event.nativeEvent.isComposing;
  if (!isPlainEnter || !form || !(target instanceof Element) || !target.matches('input, select, textarea')) return;
  // In a combobox Enter has just taken an item, and goes on all the same.
  if (event.defaultPrevented && target.getAttribute('role') !== 'combobox') return;
  event.preventDefault();
  // After the next paint of what was taken: a service brings its questions, and the first of them is the next field.
  queueMicrotask(() => focusNextField(form, target));
}
