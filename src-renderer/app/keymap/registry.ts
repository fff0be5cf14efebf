import type { Action, Scope } from './action.ts';
import { DIALOG_SCOPE, GLOBAL_SCOPE } from './action.ts';
import { isTyping, matchesChord } from './chord.ts';

export interface ActionGroup {
  readonly scope: Scope;
  readonly actions: readonly Action[];
}

export interface Keystroke {
  readonly event: KeyboardEvent;
  /** The focus is where letters are text. */
  readonly isInText: boolean;
  /** A dialog is open: only its own actions act. */
  readonly isInDialog: boolean;
}

export interface ActionRegistry {
  /** Adds a group while something is shown; returns how to take it away. Throws when a key has an owner already. */
  register(group: ActionGroup): () => void;
  groups(): readonly ActionGroup[];
  /** What the keystroke does now; null when nothing. The newest group is asked first. */
  find(keystroke: Keystroke): Action | null;
  subscribe(listener: () => void): () => void;
}

/** Which actions exist at this moment, and what a key does. Two actions that could be meant by one key are refused. */
export function createActionRegistry(): ActionRegistry {
  let groups: readonly ActionGroup[] = [];
  const listeners = new Set<() => void>();

  function setGroups(next: readonly ActionGroup[]): void {
    groups = next;
    for (const listener of listeners) listener();
  }

  return {
    register(group) {
      const conflict = findConflict([...groups, group]);
      if (conflict !== null) throw new Error(conflict);
      setGroups([...groups, group]);
      return () => setGroups(groups.filter((one) => one !== group));
    },
    groups: () => groups,
    find: (keystroke) => findAction(groups, keystroke),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function findAction(groups: readonly ActionGroup[], keystroke: Keystroke): Action | null {
  const newestFirst = groups.toReversed();
  const dialog = newestFirst.find(isOfDialog);
  for (const group of newestFirst) {
    const isOut = keystroke.isInDialog ? group !== dialog : isOfDialog(group);
    const action = group.actions.find((one) => !(isOut && one.worksInDialogs !== true) && isMeant(one, keystroke));
    if (action) return action;
  }
  return null;
}

function isOfDialog({ scope }: ActionGroup): boolean {
  return scope.id === DIALOG_SCOPE.id;
}

function isMeant(action: Action, { event, isInText }: Keystroke): boolean {
  if (action.run === null || action.isEnabled === false || (event.repeat && action.doesRepeat !== true)) return false;
  return action.keys.some((key) => matchesChord(event, key) && !(isInText && isTyping(key)));
}

/** A sentence naming the first key with two owners in scopes that are there together; null when there is none. */
export function findConflict(groups: readonly ActionGroup[]): string | null {
  const owners = new Map<string, { action: Action; scope: Scope }>();
  for (const { scope, actions } of groups) {
    if (scope.id === DIALOG_SCOPE.id) continue; // while a dialog is open, nothing else acts
    for (const action of actions) {
      if (action.run === null) continue;
      for (const key of action.keys) {
        const owner = owners.get(key);
        if (owner && owner.action.id !== action.id) return `The key ${key} cannot be “${action.label}”: it is “${owner.action.label}” (${owner.scope.title}).`;
        owners.set(key, { action, scope });
      }
    }
  }
  return null;
}

/** The one registry of this window. */
export const actionRegistry = createActionRegistry();

/** Global first, then screens in the order they came. */
export function inReadingOrder(groups: readonly ActionGroup[]): readonly ActionGroup[] {
  const isGlobal = (group: ActionGroup): boolean => group.scope.id === GLOBAL_SCOPE.id;
  return [...groups.filter((group) => !isGlobal(group)), ...groups.filter(isGlobal)];
}
