import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { Action, Scope } from './action.ts';
import { type ActionGroup, actionRegistry } from './registry.ts';

/** What the palette and the F1 sheet show of an action, and whether its key does anything. */
type Shape = Omit<Action, 'run'> & { readonly doesRun: boolean };

/**
 * Makes actions available while the component is shown.
 *
 * `actions` may be a new array at each render: the keys are taken anew only when the shape of an action has changed, and `run` is
 * always the newest.
 */
export function useActions({ id, title }: Scope, actions: readonly Action[]): void {
  const newest = useRef(actions);
  useLayoutEffect(() => {
    newest.current = actions;
  });
  const shapes = JSON.stringify(actions.map(({ run, ...action }): Shape => ({ ...action, doesRun: run !== null })));
  useEffect(() => {
    const parsed = JSON.parse(shapes) as readonly Shape[]; // safe: written just above
    const run = (actionId: string) => (): void => newest.current.find((action) => action.id === actionId)?.run?.();
    return actionRegistry.register({ scope: { id, title }, actions: parsed.map(({ doesRun, ...action }) => ({ ...action, run: doesRun ? run(action.id) : null })) });
  }, [id, title, shapes]);
}

/** What can be done now, for the palette and the F1 sheet. */
export function useActionGroups(): readonly ActionGroup[] {
  return useSyncExternalStore(actionRegistry.subscribe, actionRegistry.groups);
}
