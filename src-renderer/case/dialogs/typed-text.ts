/**
 * What is typed in a dialog of a case, kept until it is committed: Escape closes the dialog and loses nothing.
 *
 * The command's id is kept with it, so that a second try after a lost answer is the same command.
 */
import { useState } from 'react';
import { create } from 'zustand';
import type { CommandId } from '../../../src-shared/util/ids.ts';
import { newCommandId } from '../../data/new-id.ts';

interface Typed<Values> {
  readonly commandId: CommandId;
  readonly values: Values;
}

const useTypedTexts = create<{ readonly byDialog: ReadonlyMap<string, Typed<object>> }>(() => ({ byDialog: new Map() }));

export interface TypedForm<Values> extends Typed<Values> {
  readonly set: (change: Partial<Values>) => void;
  /** It is committed, or thrown away: the next time the dialog begins anew. */
  readonly forget: () => void;
}

/** `key` names person, case and dialog; `initial` is what the dialog begins with when nothing was kept from before. */
export function useTyped<Values extends object>(key: string, initial: () => Values): TypedForm<Values> {
  const kept = useTypedTexts(({ byDialog }) => byDialog.get(key)) as Typed<Values> | undefined; // safe: a key is one dialog's, with values of its own form
  const [fresh] = useState((): Typed<Values> => ({ commandId: newCommandId(), values: initial() }));
  const typed = kept ?? fresh;
  return { ...typed, set: (change) => keep(key, { ...typed, values: { ...typed.values, ...change } }), forget: () => forget(key) };
}

function keep(key: string, typed: Typed<object>): void {
  useTypedTexts.setState(({ byDialog }) => ({ byDialog: new Map(byDialog).set(key, typed) }));
}

function forget(key: string): void {
  useTypedTexts.setState(({ byDialog }) => ({ byDialog: new Map([...byDialog].filter(([other]) => other !== key)) }));
}
