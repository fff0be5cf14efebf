import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { Action, Scope } from './action.ts';
import { type ActionGroup, actionRegistry } from './registry.ts';

/**
 * Makes actions available while the component is shown.
 *
 * `actions` may be a new array at each render: the keys are taken anew only when what the F1 sheet shows of them has changed, and
 * `run` is always the newest.
 */
export function useActions(scope: Scope, actions: readonly Action[]): void {
  const newest = useRef(actions);
  useLayoutEffect(() => {
    newest.current = actions;
  });
  const shape = JSON.stringify(actions.map(({ id, label, keys, run, isEnabled, doesRepeat, isKeyOnly }) => ({ id, label, keys, hasRun: run !== null, isEnabled, doesRepeat, isKeyOnly })));
  useEffect(() => {
    const bound = newest.current.map((action): Action => ({ ...action, run: action.run && (() => newest.current.find(({ id }) => id === action.id)?.run?.()) }));
    return actionRegistry.register({ scope, actions: bound });
    // `shape` says when the actions differ; comparing the array itself would register at every render.
  }, [scope.id, shape]);
}

/** What can be done now, for the palette and the F1 sheet. */
export function useActionGroups(): readonly ActionGroup[] {
  return useSyncExternalStore(actionRegistry.subscribe, actionRegistry.groups);
}
