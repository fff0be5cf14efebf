/** What begins and ends the entry of a town hall. */
import { t } from '../../../src-shared/language/language.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import type { CommunityEvent } from '../../../src-shared/office/community-event.ts';
import { data } from '../../data/data-client.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { showToast } from '../../ui/announce.tsx';
import { isEmptyDraft } from '../draft/draft.ts';
import { parkDraft, startNextCase } from '../intake-actions.ts';
import { useIntake } from '../intake-store.ts';
import { runningEntry } from './read-entry.ts';

/** From now on each new draft is one of the event. A draft that is being typed is parked, unless it is of the event. Null: done; else why not. */
export async function beginEntry(event: CommunityEvent, catalogue: Catalogue): Promise<string | null> {
  const { draft, stage, entry } = useIntake.getState();
  if (entry?.event.id === event.id) return null;
  if (stage === 'issuing') return t`A number is being issued. Try again in a moment.`;
  const staysOpen = stage === 'typing' && !isEmptyDraft(draft) && draft.event?.id === event.id;
  try {
    if (stage === 'typing' && !isEmptyDraft(draft) && !staysOpen) {
      if (!(await parkDraft())) return useIntake.getState().failure;
      showToast(t`The draft is parked. Alt+1 resumes it.`);
    }
    await data.community.beginEntry({ eventId: event.id });
  } catch (error) {
    return dataErrorSentence(error);
  }
  useIntake.setState({ entry: runningEntry(event, catalogue) });
  if (!staysOpen) startNextCase();
  return null;
}

/** New drafts are ordinary ones again; one that is being typed stays what it is. Null: done; else why not. */
export async function endEntry(): Promise<string | null> {
  try {
    await data.community.endEntry();
  } catch (error) {
    return dataErrorSentence(error);
  }
  useIntake.setState({ entry: null });
  const { draft, stage } = useIntake.getState();
  if (stage === 'typing' && isEmptyDraft(draft)) startNextCase();
  return null;
}
