import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { findStaff } from '../../../src-shared/catalogue/lookup.ts';
import type { Suggestion } from '../../../src-shared/office/suggestion.ts';

/** Open ones first, among them those of the super users, whose task it is; then the newest. */
export function inOrder(suggestions: readonly Suggestion[], catalogue: Catalogue): readonly Suggestion[] {
  const rank = ({ state, by }: Suggestion): number => (state === 'open' ? 2 : 0) + (findStaff(catalogue, by)?.isSuperUser === true ? 1 : 0);
  return suggestions.toSorted((a, b) => rank(b) - rank(a) || b.at - a.at);
}
