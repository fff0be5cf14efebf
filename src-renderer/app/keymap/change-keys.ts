/** Opens, changes and keeps a person's own keys. Apart from `own-keys.ts`, which the sign-in form loads too. */
import type { NamedActionId } from './default-keys.ts';
import { keysFor, type OwnKeys, refusalOf } from './key-rules.ts';
import { keysFileText, readKeptKeys } from './keymap-file.ts';
import { useOwnKeys } from './own-keys.ts';

const storageKey = (staffId: string): string => `portreeve.keys.${staffId}`;

/** The keys of whoever is signed in now, as they are kept at this workstation. */
export function openKeysOf(staffId: string): void {
  if (useOwnKeys.getState().staffId === staffId) return;
  useOwnKeys.setState({ staffId, own: readKeptKeys(localStorage.getItem(storageKey(staffId))) });
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

function keep(own: OwnKeys): void {
  const { staffId } = useOwnKeys.getState();
  useOwnKeys.setState({ own });
  if (staffId !== null) localStorage.setItem(storageKey(staffId), keysFileText(own));
}
