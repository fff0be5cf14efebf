import { t } from '../../../src-shared/language/language.ts';
import { type RefObject, useState } from 'react';
import { dataErrorSentence } from '../../data/data-error.ts';
import { newCommandId } from '../../data/new-id.ts';
import { officeCommands } from '../../data/office.ts';
import { announce, showToast } from '../../ui/announce.tsx';
import type { Action } from '../../app/keymap/action.ts';
import { useActions } from '../../app/keymap/use-actions.ts';
import { useKnowledge } from '../knowledge-store.ts';
import { suggestAbout } from '../../app/suggest/suggest-store.ts';
import type { GuideList } from './use-guide-list.ts';

export interface GuideActions {
  readonly markRead: Action;
  readonly suggest: Action;
  readonly compare: Action;
  readonly problem: string | null;
}

interface Ground {
  readonly list: GuideList;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly listBox: RefObject<HTMLDivElement | null>;
  readonly move: (steps: number) => void;
}

/** The keys of the guides: search, choose, read, say so, propose something better. */
export function useGuideActions({ list, searchField, listBox, move }: Ground): GuideActions {
  const [problem, setProblem] = useState<string | null>(null);
  const { isComparing } = useKnowledge();
  const { current } = list;
  const isReadAlready = current !== null && current.readVersion !== null && current.readVersion >= current.guide.version;
  const hasEarlier = current !== null && current.readVersion !== null && current.readVersion < current.guide.version;

  function markRead(): void {
    if (current === null || isReadAlready) return;
    const { code, version, title } = current.guide;
    setProblem(null);
    officeCommands.run({ commandId: newCommandId(), type: 'office.readGuide', args: { guideCode: code, version } }).then(
      (reply) => {
        if (reply.ok) showToast(t`Read: ${title}`);
        else if (reply.reason !== 'nothingToChange') setProblem(reply.sentence);
      },
      (error: unknown) => setProblem(dataErrorSentence(error)),
    );
  }
  const actions = {
    markRead: { id: 'knowledge.markRead', label: t`I have read it`, isEnabled: current !== null && !isReadAlready, run: markRead },
    suggest: { id: 'knowledge.suggest', label: t`Suggest a change`, isEnabled: current !== null, run: () => current && suggestAbout({ kind: 'guide', code: current.guide.code }) },
    compare: {
      id: 'knowledge.compare',
      label: isComparing ? t`Back to the text` : t`What changed since version ${current?.readVersion ?? ''}`.trim(),
      isEnabled: hasEarlier || isComparing,
      run: () => useKnowledge.setState({ isComparing: !isComparing }),
    },
  } satisfies Record<string, Action>;
  const moving = (steps: number) => (): void => {
    move(steps);
    const title = document.querySelector('.knowledge-list [aria-current] .knowledge-option-title > span')?.textContent;
    if (listBox.current?.contains(document.activeElement) !== true && title) announce(title);
  };
  useActions({ id: 'knowledge.guides', title: t`Guides` }, [
    ...Object.values(actions),
    { id: 'knowledge.search', label: t`Search guides`, run: () => void (searchField.current?.focus(), searchField.current?.select()) },
    { id: 'knowledge.next', label: t`Next guide`, run: moving(1), doesRepeat: true, isKeyOnly: true },
    { id: 'knowledge.before', label: t`Guide before`, run: moving(-1), doesRepeat: true, isKeyOnly: true },
    { id: 'knowledge.open', label: t`To the text`, run: null },
  ]);
  return { ...actions, problem };
}
