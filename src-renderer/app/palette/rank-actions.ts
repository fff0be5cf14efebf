import { fitsText } from '../../ui/find-staff.ts';
import type { Action } from '../keymap/action.ts';
import { type ActionGroup, inReadingOrder } from '../keymap/registry.ts';
import { fuzzyScore } from './fuzzy.ts';

/** What the palette lists for a typed text, best first; with nothing typed, the recent ones first and then all. */
export function rankActions(groups: readonly ActionGroup[], typed: string, recent: readonly string[]): readonly Action[] {
  const offered = inReadingOrder(groups)
    .flatMap(({ actions }) => actions)
    .filter(({ run, isEnabled, isKeyOnly }) => run !== null && isEnabled !== false && isKeyOnly !== true);
  const age = (action: Action): number => (recent.includes(action.id) ? recent.indexOf(action.id) : recent.length);
  return offered
    .map((action) => ({ action, score: typed.trim() === '' ? 1 : fuzzyScore(typed, action.label) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || age(a.action) - age(b.action))
    .map(({ action }) => action);
}

/** Whether an action is what the words say, not only letters of it in their order: then it stands above people of that name. */
export function isMeantBy(typed: string, { label }: Pick<Action, 'label'>): boolean {
  return fitsText(typed, [label]);
}
