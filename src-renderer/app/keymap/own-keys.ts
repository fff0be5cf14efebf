import { create } from 'zustand';
import { isNamedAction, type NamedActionId } from './default-keys.ts';
import { keysFor, type OwnKeys, refusalOf } from './key-rules.ts';
import { keysFileText, readKeptKeys } from './keymap-file.ts';

interface OwnKeysState {
  /** Null: nobody is signed in, and every key is as delivered. */
  readonly staffId: string | null;
  readonly own: OwnKeys;
}

export const useOwnKeys = create<OwnKeysState>(() => ({ staffId: null, own: {} }));

const storageKey = (staffId: string): string => `portreeve.keys.${staffId}`;

/** The keys of whoever is signed in now, as they are kept at this workstation. */
export function openKeysOf(staffId: string): void {
  if (useOwnKeys.getState().staffId === staffId) return;
  useOwnKeys.setState({ staffId, own: readKeptKeys(localStorage.getItem(storageKey(staffId))) });
}

/** The keys of an action now; the first is the one that is shown. */
export function keysOf(id: string): readonly string[] {
  return keysFor(id, useOwnKeys.getState().own);
}

/** The key an action is shown with: for hints beside fields. Empty when it has none. */
export function keyOf(id: string): string {
  return keysOf(id)[0] ?? '';
}

/** Gives an action one key instead of all it had; a sentence when it cannot be. */
export function giveKey(id: NamedActionId, chord: string): string | null {
  const { own } = useOwnKeys.getState();
  const refusal = refusalOf(id, chord, { ...own, [id]: [] });
  if (refusal === null) keep({ ...own, [id]: [chord] });
  return refusal;
}

/** Takes all keys of an action away. */
export function takeKeys(id: NamedActionId): void {
  keep({ ...useOwnKeys.getState().own, [id]: [] });
}

/** As delivered again; a sentence when another action has its key meanwhile. */
export function resetKeys(id: NamedActionId): string | null {
  const { [id]: _changed, ...others } = useOwnKeys.getState().own;
  const refusal = keysFor(id, others).map((key) => refusalOf(id, key, others)).find((sentence) => sentence !== null);
  if (refusal !== undefined) return refusal;
  keep(others);
  return null;
}

export function resetAllKeys(): void {
  keep({});
}

/** A whole set, already judged. */
export function takeOwnKeys(own: OwnKeys): void {
  keep(own);
}

export function isChanged(id: string): boolean {
  return isNamedAction(id) && useOwnKeys.getState().own[id] !== undefined;
}

function keep(own: OwnKeys): void {
  const { staffId } = useOwnKeys.getState();
  useOwnKeys.setState({ own });
  if (staffId !== null) localStorage.setItem(storageKey(staffId), keysFileText(own));
}
