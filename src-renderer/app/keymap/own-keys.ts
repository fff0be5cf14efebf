import { create } from 'zustand';
import { isNamedAction } from './default-keys.ts';
import { keysFor, type OwnKeys } from './key-rules.ts';

interface OwnKeysState {
  /** Null: nobody is signed in, and every key is as delivered. */
  readonly staffId: string | null;
  readonly own: OwnKeys;
}

export const useOwnKeys = create<OwnKeysState>(() => ({ staffId: null, own: {} }));

/** The keys of an action now; the first is the one that is shown. */
export function keysOf(id: string): readonly string[] {
  return keysFor(id, useOwnKeys.getState().own);
}

/** The key an action is shown with: for hints beside fields. Empty when it has none. */
export function keyOf(id: string): string {
  return keysOf(id)[0] ?? '';
}

export function isChanged(id: string): boolean {
  return isNamedAction(id) && useOwnKeys.getState().own[id] !== undefined;
}
