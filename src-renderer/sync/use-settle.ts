import { useState } from 'react';
import type { AttentionItem, SettleAction } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { data } from '../data/data-client.ts';
import { dataErrorSentence } from '../data/data-error.ts';
import { showToast } from '../ui/announce.tsx';

const DONE: Record<SettleAction, string> = { doItAnyway: 'Done anyway.', keepAsNote: 'Kept as a note on the case.', drop: 'Dropped.' };

export interface Settle {
  readonly settle: (item: AttentionItem, action: SettleAction) => void;
  /** Why the last choice could not be carried out; null when it could. */
  readonly problem: string | null;
}

/** Carries out what somebody decided about an entry; it stays in the list when that is refused too. `onSettled`: it is about to go. */
export function useSettle(onSettled: () => void): Settle {
  const [problem, setProblem] = useState<string | null>(null);
  async function run(item: AttentionItem, action: SettleAction): Promise<void> {
    try {
      const reply = await data.sync.settle({ seq: item.seq, action });
      setProblem(reply.ok ? null : reply.sentence);
      if (!reply.ok) return;
      showToast(DONE[action]);
      onSettled();
    } catch (error) {
      setProblem(dataErrorSentence(error));
    }
  }
  return { settle: (item, action) => void run(item, action), problem };
}
