import { canonicalJson } from '../../../src-shared/util/canonical-json.ts';
import type { SavedQuestion } from '../queue-habits.ts';
import type { SavedView } from './use-saved-views.ts';

/** What is shown of a saved view. */
export interface ShownView {
  /** Null: none, or it was changed here. */
  readonly savedViewId: string | null;
  readonly seenChange: string | null;
  readonly question: SavedQuestion;
}

/**
 * What becomes of the list when a shared view that it shows was changed or ended by somebody. `nothing`: it is as it was, or of no shared
 * view; `seen`: another change of what is not the question, as the name; `follow`: another question; `ended`: the list stays, without the view's name.
 */
export function followedView(shown: ShownView, view: SavedView | null, areKnown: boolean): 'nothing' | 'seen' | 'follow' | 'ended' {
  if (shown.savedViewId === null || !areKnown) return 'nothing';
  if (view === null) return 'ended';
  if (view.change === null || view.change.id === shown.seenChange) return 'nothing';
  return canonicalJson(view.question) === canonicalJson(shown.question) ? 'seen' : 'follow';
}
