import { t } from '../../../src-shared/language/language.ts';
import type { Action, Scope } from './action.ts';
import { DIALOG_SCOPE, GLOBAL_SCOPE } from './action.ts';
import { isTyping, matchesChord } from './chord.ts';
import { keysFor, leaderOf } from './key-rules.ts';
import { keysOf } from './own-keys.ts';

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
  /** The action of this name, if it may be done now: for the menu. */
  offered(id: string, isInDialog: boolean): Action | null;
  subscribe(listener: () => void): () => void;
}

export interface KeysOfActions {
  /** As they are for whoever is signed in. */
  readonly now: (id: string) => readonly string[];
  /** As delivered. */
  readonly delivered: (id: string) => readonly string[];
}

const FROM_TABLE: KeysOfActions = { now: keysOf, delivered: (id) => keysFor(id, {}) };

/** Which actions exist at this moment, and what a key does. Two actions that could be meant by one key are refused. */
export function createActionRegistry(keys: KeysOfActions = FROM_TABLE): ActionRegistry {
  let groups: readonly ActionGroup[] = [];
  const listeners = new Set<() => void>();

  function setGroups(next: readonly ActionGroup[]): void {
    groups = next;
    for (const listener of listeners) listener();
  }

  return {
    register(group) {
      const conflict = findConflict([...groups, group], keys.delivered);
      if (conflict !== null) throw new Error(conflict);
      setGroups([...groups, group]);
      return () => setGroups(groups.filter((one) => one !== group));
    },
    groups: () => groups,
    find: ({ event, isInText, isInDialog }) =>
      actingActions(groups, isInDialog).find((action) => {
        if (action.run === null || action.isEnabled === false || (event.repeat && action.doesRepeat !== true)) return false;
        return keys.now(action.id).some((key) => matchesChord(event, key) && !(isInText && isTyping(key)));
      }) ?? null,
    offered: (id, isInDialog) => actingActions(groups, isInDialog).find((action) => action.id === id && action.run !== null && action.isEnabled !== false) ?? null,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What may act now, the newest first. While a dialog is open only its own actions do, and those that must work at any moment. */
function actingActions(groups: readonly ActionGroup[], isInDialog: boolean): readonly Action[] {
  const newestFirst = groups.toReversed();
  const dialog = newestFirst.find(isOfDialog);
  return newestFirst.flatMap((group) => {
    const isOut = isInDialog ? group !== dialog : isOfDialog(group);
    return isOut ? group.actions.filter(({ worksInDialogs }) => worksInDialogs === true) : group.actions;
  });
}

function isOfDialog({ scope }: ActionGroup): boolean {
  return scope.id === DIALOG_SCOPE.id;
}

/** A sentence naming the first key with two owners in scopes that are there together; null when there is none. */
export function findConflict(groups: readonly ActionGroup[], keysOfAction: (id: string) => readonly string[]): string | null {
  const owners = new Map<string, { action: Action; scope: Scope }>();
  for (const { scope, actions } of groups) {
    if (scope.id === DIALOG_SCOPE.id) continue; // while a dialog is open, nothing else acts
    for (const action of actions) {
      if (action.run === null) continue;
      for (const key of keysOfAction(action.id)) {
        const owner = owners.get(key);
        if (owner && leaderOf(owner.action.id) !== leaderOf(action.id)) return t`The key ${key} cannot be “${action.label}”: it is “${owner.action.label}” (${owner.scope.title}).`;
        owners.set(key, { action, scope });
      }
    }
  }
  return null;
}

/** The one registry of this window. */
export const actionRegistry = createActionRegistry();

/** Screens in the order they came, then what is everywhere; the parts of one screen together. */
export function inReadingOrder(groups: readonly ActionGroup[]): readonly ActionGroup[] {
  return ordered([...new Set(groups.map(({ scope }) => scope.id))].flatMap((id) => joined(groups.filter(({ scope }) => scope.id === id))));
}

/** Dialogs stay apart: they lie over each other. */
function joined(ofOneScope: readonly ActionGroup[]): readonly ActionGroup[] {
  const [first] = ofOneScope;
  return first === undefined || isOfDialog(first) ? ofOneScope : [{ scope: first.scope, actions: ofOneScope.flatMap(({ actions }) => actions) }];
}

function ordered(groups: readonly ActionGroup[]): readonly ActionGroup[] {
  const isGlobal = (group: ActionGroup): boolean => group.scope.id === GLOBAL_SCOPE.id;
  return [...groups.filter((group) => !isGlobal(group)), ...groups.filter(isGlobal)];
}
