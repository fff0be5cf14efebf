/** What the dialog “Change keys” lists. Pure. */
import { foldText } from '../../../src-shared/util/fold-text.ts';
import { chordLabel } from '../keymap/chord.ts';
import { DEFAULT_KEYS, type NamedActionId, NAMED_ACTION_IDS } from '../keymap/default-keys.ts';
import { isChangeable, keysFor, type OwnKeys } from '../keymap/key-rules.ts';
import { SCOPE_TITLES, type ScopeId } from '../keymap/scopes.ts';

export interface ChangeableGroup {
  readonly scope: ScopeId;
  readonly title: string;
  readonly ids: readonly NamedActionId[];
}

/** Actions by where they belong, those whose name, place or key has what is typed. */
export function changeableActions(typed: string, own: OwnKeys): readonly ChangeableGroup[] {
  const wanted = foldText(typed);
  const isWanted = (id: NamedActionId): boolean => {
    const { label, scope } = DEFAULT_KEYS[id];
    const words = [label, SCOPE_TITLES[scope], ...keysFor(id, own).flatMap((key) => [key, chordLabel(key)])];
    return words.some((word) => foldText(word).includes(wanted));
  };
  const ids = NAMED_ACTION_IDS.filter((id) => isChangeable(id) && isWanted(id));
  const scopes = [...new Set(ids.map((id) => DEFAULT_KEYS[id].scope))];
  return scopes.map((scope) => ({ scope, title: SCOPE_TITLES[scope], ids: ids.filter((id) => DEFAULT_KEYS[id].scope === scope) }));
}
