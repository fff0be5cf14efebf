import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { t } from '../../../src-shared/language/language.ts';
import { officeQueries } from '../../data/office.ts';
import { showToast } from '../../ui/announce.tsx';
import { useStable } from '../../ui/use-stable.ts';
import { LEAVE_VIEW, questionNow, useQueueStore } from '../queue-store.ts';
import { followedView } from './followed-view.ts';
import type { SavedViews } from './use-saved-views.ts';

/** A list that shows a shared view as it was saved follows whoever changes it. What somebody has changed here for themselves stays. */
export function useFollowView(saved: SavedViews): void {
  const { savedViewId, seenChange } = useQueueStore();
  const { data: office } = useQuery(officeQueries.office());
  const view = saved.views.find(({ id }) => id === savedViewId) ?? null;
  const areKnown = office !== undefined;
  const look = useStable(() => {
    const outcome = followedView({ savedViewId, seenChange, question: questionNow() }, view, areKnown);
    if (outcome === 'nothing') return;
    if (outcome === 'ended' || view === null) {
      useQueueStore.setState(LEAVE_VIEW);
      return showToast(t`This view was taken out of the list. What it asked for stays until you choose another.`);
    }
    // At the first look after signing in nothing was seen yet: then it is only taken up.
    if (outcome === 'seen') return useQueueStore.setState({ seenChange: view.change?.id ?? null });
    saved.show(view);
    if (view.change?.isMine !== true) showToast(t`${view.change?.by ?? ''} has changed “${view.name}”: the list follows.`);
  });
  useEffect(() => look(), [look, savedViewId, seenChange, view?.change?.id, areKnown]);
}
