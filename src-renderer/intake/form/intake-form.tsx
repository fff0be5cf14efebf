import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import type { Agency } from '../../../src-shared/agencies/agency.ts';
import type { DraftRow } from '../../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { Action } from '../../app/keymap/action.ts';
import { useActions } from '../../app/keymap/use-actions.ts';
import { announce, showToast } from '../../ui/announce.tsx';
import { firstField } from '../draft/channel-habits.ts';
import { isEmptyDraft } from '../draft/draft.ts';
import type { ProblemField } from '../draft/find-problems.ts';
import { type IssueResult, issueNumber, joinCase, type JoinTarget, parkDraft, referAtOnce, resumeDraft } from '../intake-actions.ts';
import { CallBulletins } from '../bulletins/call-bulletins.tsx';
import { GuidePanel } from '../guides/guide-panel.tsx';
import { useIntake } from '../intake-store.ts';
import { CallerSection } from './caller-section.tsx';
import { focusNextField } from '../../ui/field-focus.ts';
import { JUMP_FIELD_NAMES, JUMP_FIELDS, QUESTIONS_KEY, SIMILAR_KEY } from './fields.ts';
import { IntakeFormProvider, useIntakeForm } from './form-context.tsx';
import { FormFooter } from './form-footer.tsx';
import { FormHeader } from './form-header.tsx';
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
      <Form />
    </IntakeFormProvider>
  );
}

function Form(): ReactElement {
  const { draft, fields } = useIntakeForm();
  const form = useRef<HTMLFormElement>(null);
  // As it was when the form appeared: choosing a channel later must not move the focus.
  const [startField] = useState(() => firstField(draft.channel));
  useEffect(() => void fields.focus(startField), [fields, startField]);
  const { issue, park, join, refer, resume } = useFormActions();
  return (
    <form className="intake" aria-label="New case" ref={form} noValidate onSubmit={(event) => event.preventDefault()} onKeyDown={(event) => moveOn(event, form.current)}>
      <FormHeader park={park} />
      <CallBulletins onJoin={join} />
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
      <FormFooter issue={issue} />
    </form>
  );
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
  const { draft, catalogue, fields, service } = useIntakeForm();
  const goOn = (result: IssueResult): void => {
    if (result.outcome === 'incomplete') goToProblem(result.field, fields.focus);
  };
  const park: Action = {
    id: 'newCase.park',
    label: 'Park draft',
    keys: ['Ctrl+B'],
    isEnabled: !isEmptyDraft(draft),
    run: () => void parkDraft().then((isParked) => isParked && showToast('The draft is parked. Alt+1 resumes it.')),
  };
  const issue: Action = { id: 'newCase.issue', label: 'Issue tracking number', keys: ['Ctrl+Enter'], run: () => void issueNumber(catalogue).then(goOn) };
  const jumps = JUMP_FIELD_NAMES.map((name): Action => ({ id: `newCase.go.${name}`, label: JUMP_FIELDS[name].label, keys: [JUMP_FIELDS[name].key], run: () => void fields.focus(name), isKeyOnly: true }));
  const firstQuestion = service?.questions[0];
  const others: readonly Action[] = [
    { id: 'newCase.go.questions', label: 'Questions of the service', keys: [QUESTIONS_KEY], isEnabled: firstQuestion !== undefined, run: () => void fields.focus(`answer:${firstQuestion?.code ?? ''}`), isKeyOnly: true },
    { id: 'newCase.go.similar', label: 'Similar cases nearby', keys: [SIMILAR_KEY], run: () => void fields.focus('similar'), isKeyOnly: true },
    { id: 'newCase.next', label: 'Next field', keys: ['Enter', 'Tab'], run: null },
  ];
  useActions({ id: 'newCase', title: 'New case' }, [issue, park, ...jumps, ...others]);
  return {
    issue,
    park,
    join: (existing) => void joinCase(catalogue, existing).then(goOn),
    refer: (agency) => void referAtOnce(catalogue, agency).then(goOn),
    resume: (row) => void resumeDraft(row),
  };
}

function goToProblem(field: ProblemField, focus: (name: string) => boolean): void {
  // The sentences appear with the next paint; the field is there already.
  requestAnimationFrame(() => focus(field));
  announce('Not yet: something is missing. The focus is on the first field to mend.');
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
