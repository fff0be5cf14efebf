import { createContext, type ReactElement, type ReactNode, useContext } from 'react';
import type { Section } from '../../../src-shared/catalogue/sections.ts';

/** An entry of another section, to be chosen. */
export interface Choosable {
  readonly code: string;
  readonly name: string;
  readonly detail: string;
  readonly isActive: boolean;
}

/** What the fields of a form have to know besides their values. */
export interface FormSurroundings {
  /** Of the draft: what was added and not published yet is among them. */
  readonly entriesOf: (section: Section) => readonly Choosable[];
  /** What is wrong at this very place; null: nothing, or nothing was typed there yet. */
  readonly problemAt: (path: string) => string | null;
  /** The same of the first thing that is wrong at or below the place. */
  readonly problemWithin: (path: string) => string | null;
  /** The entry has no code yet. */
  readonly isNew: boolean;
}

const FormContext = createContext<FormSurroundings | null>(null);

export function FormProvider({ value, children }: { readonly value: FormSurroundings; readonly children: ReactNode }): ReactElement {
  return <FormContext value={value}>{children}</FormContext>;
}

export function useForm(): FormSurroundings {
  const form = useContext(FormContext);
  if (form === null) throw new Error('useForm: used outside a form of Administration');
  return form;
}
