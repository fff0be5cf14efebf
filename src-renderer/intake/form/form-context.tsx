import { createContext, type ReactElement, type ReactNode, useContext, useLayoutEffect, useMemo, useState } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Catalogue, Service } from '../../../src-shared/catalogue/catalogue.ts';
import { type Emergency, emergencyIn } from '../../../src-shared/said/emergency.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { useNow } from '../../ui/use-now.ts';
import type { IntakeDraft } from '../draft/draft.ts';
import { findJoinProblems, findProblems, type ProblemField, type Problems } from '../draft/find-problems.ts';
import { serviceOf } from '../draft/service-of-draft.ts';
import { type Said, useSaid } from '../said/use-said.ts';
import { changeDraft, draftSaver, type IntakeState, useIntake } from '../intake-store.ts';
import { createFieldFocus, type FieldFocus } from '../../ui/field-focus.ts';

/** What the parts of the form share, the same as long as a draft is open. */
export interface IntakeForm {
  readonly catalogue: Catalogue;
  readonly fields: FieldFocus;
  readonly set: (facts: Partial<IntakeDraft>) => void;
  /** A field was left: what it holds is on disk at once, and may be judged. */
  readonly leave: (field: string) => void;
  /** What follows from the draft at this moment, for what a key does. */
  readonly read: () => FormState;
  readonly state: StoreApi<FormState>;
}

/** What follows from the draft. */
export interface FormState {
  /** The line in which anything is said, understood. */
  readonly said: Said;
  /** The draft as it will be once the line is put: what is beside the form is ahead of the keys. */
  readonly ahead: IntakeDraft;
  /** The service once the line is put. */
  readonly serviceAhead: Service | null;
  /** What of the call may be an emergency; null: nothing that was heard. */
  readonly emergency: Emergency | null;
  /** The sentence at each field that is to be mended and was judged. */
  readonly shown: Problems;
}

const FormContext = createContext<IntakeForm | null>(null);

/** Fields whose text can be wrong in itself: judged when they are left, not only when the number is asked for. */
const JUDGED_WHEN_LEFT: ReadonlySet<string> = new Set(['receivedText', 'email', 'serviceText', 'formNumber']);

/**
 * Works out at each key what follows from the draft. Each part of the form looks at the little it shows (`useDraft`, `useFormState`), so
 * that a letter draws its own field and what depends on it, not the whole form.
 */
export function IntakeFormProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  const draft = useIntake((intake) => intake.draft);
  const tried = useIntake((intake) => intake.tried);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const problems = useMemo(() => findProblems(draft, catalogue, now), [draft, catalogue, now]);
  const { said, ahead } = useSaid(draft, catalogue);
  const heard = [draft.said, draft.description].join(' ');
  const emergency = useMemo(() => emergencyIn(heard), [heard]);
  const follows: FormState = { said, ahead, serviceAhead: serviceOf(ahead, catalogue), emergency, shown: shownProblems(problems, { draft, catalogue, now, tried, left }) };
  const [state] = useState(() => createStore<FormState>(() => follows));
  useLayoutEffect(() => state.setState(follows));
  const [fields] = useState(createFieldFocus);
  const form = useMemo(
    (): IntakeForm => ({
      catalogue,
      fields,
      set: (facts) => changeDraft((current) => ({ ...current, ...facts })),
      leave: (field) => {
        void draftSaver.flush();
        setLeft((before) => (before.has(field) ? before : new Set([...before, field])));
      },
      read: state.getState,
      state,
    }),
    [catalogue, fields, state],
  );
  return <FormContext value={form}>{children}</FormContext>;
}

export function useIntakeForm(): IntakeForm {
  const form = useContext(FormContext);
  if (form === null) throw new Error('useIntakeForm: used outside the form');
  return form;
}

/** What a part of the form shows of the draft. Drawn anew when that is another: `select` gives a value, or an object of values. */
export function useDraft<Selected>(select: (draft: IntakeDraft) => Selected): Selected {
  return useIntake(useShallow(({ draft }) => select(draft)));
}

/** What a part of the form shows of what follows from the draft, in the same way. */
export function useFormState<Selected>(select: (state: FormState) => Selected): Selected {
  return useStore(useIntakeForm().state, useShallow(select));
}

/** The sentence at a field; null while there is nothing to mend there, or nothing was tried yet. */
export function useProblem(field: ProblemField): string | null {
  return useFormState(({ shown }) => shown.get(field) ?? null);
}

/** The service that is chosen. */
export function useServiceOfDraft(): Service | null {
  const { catalogue } = useIntakeForm();
  return useDraft((draft) => serviceOf(draft, catalogue));
}

interface Shown {
  readonly draft: IntakeDraft;
  readonly catalogue: Catalogue;
  readonly now: UtcMs;
  readonly tried: IntakeState['tried'];
  readonly left: ReadonlySet<string>;
}

function shownProblems(problems: Problems, { draft, catalogue, now, tried, left }: Shown): Problems {
  if (tried === 'issue') return problems;
  const joining = tried === 'join' ? findJoinProblems(draft, catalogue, now) : null;
  const isJudged = (field: ProblemField): boolean => JUDGED_WHEN_LEFT.has(field) && left.has(field) && hasText(draft, field);
  return new Map([...problems].filter(([field]) => joining?.has(field) === true || isJudged(field)));
}

function hasText(draft: IntakeDraft, field: ProblemField): boolean {
  const value = field in draft ? draft[field as keyof IntakeDraft] : ''; // safe: just looked
  return typeof value === 'string' && value.trim() !== '';
}
