import { createContext, type ReactElement, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Catalogue, Service } from '../../../src-shared/catalogue/catalogue.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { useNow } from '../../ui/use-now.ts';
import type { IntakeDraft } from '../draft/draft.ts';
import { findJoinProblems, findProblems, type ProblemField, type Problems } from '../draft/find-problems.ts';
import { serviceOf } from '../draft/service-of-draft.ts';
import { changeDraft, draftSaver, type IntakeState, useIntake } from '../intake-store.ts';
import { createFieldFocus, type FieldFocus } from '../../ui/field-focus.ts';

/** What every part of the form looks at. */
export interface IntakeForm {
  readonly draft: IntakeDraft;
  readonly catalogue: Catalogue;
  readonly service: Service | null;
  readonly now: UtcMs;
  readonly fields: FieldFocus;
  readonly set: (facts: Partial<IntakeDraft>) => void;
  /** The sentence at a field; null while there is nothing to mend there, or nothing was tried yet. */
  readonly problem: (field: ProblemField) => string | null;
  /** A field was left: what it holds is on disk at once, and may be judged. */
  readonly leave: (field: string) => void;
}

const FormContext = createContext<IntakeForm | null>(null);

/** Fields whose text can be wrong in itself: judged when they are left, not only when the number is asked for. */
const JUDGED_WHEN_LEFT: ReadonlySet<string> = new Set(['receivedText', 'email', 'serviceText']);

export function IntakeFormProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  const { draft, tried } = useIntake();
  const [fields] = useState(createFieldFocus);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const problems = useMemo(() => findProblems(draft, catalogue, now), [draft, catalogue, now]);
  const shown = shownProblems(problems, { draft, catalogue, now, tried, left });
  const form: IntakeForm = {
    draft,
    catalogue,
    service: serviceOf(draft, catalogue),
    now,
    fields,
    set: (facts) => changeDraft((current) => ({ ...current, ...facts })),
    problem: (field) => shown.get(field) ?? null,
    leave: (field) => {
      void draftSaver.flush();
      setLeft((before) => (before.has(field) ? before : new Set([...before, field])));
    },
  };
  return <FormContext value={form}>{children}</FormContext>;
}

export function useIntakeForm(): IntakeForm {
  const form = useContext(FormContext);
  if (form === null) throw new Error('useIntakeForm: used outside the form');
  return form;
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
