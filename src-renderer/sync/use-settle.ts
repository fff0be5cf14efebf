import { t } from '../../src-shared/language/language.ts';
import { useState } from 'react';
import type { AttentionAction, AttentionItem } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { formatTrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import type { StaffId } from '../../src-shared/util/ids.ts';
import { data } from '../data/data-client.ts';
import { dataErrorSentence } from '../data/data-error.ts';
import { showToast } from '../ui/announce.tsx';
import { ACTION_WORDS, leftWords } from './attention-words.ts';

export interface Decision {
  readonly item: AttentionItem;
  readonly action: AttentionAction;
  /** Whom it is handed to; null for everything else. */
  readonly to: StaffId | null;
}

export interface Settle {
  readonly settle: (decision: Decision) => void;
  /** Why the last choice could not be carried out; null when it could. */
  readonly problem: string | null;
}

/** Carries out what somebody decided about an entry; it stays in the list when that is refused too. `onSettled`: it is about to go. */
export function useSettle(left: number, onSettled: (item: AttentionItem) => void): Settle {
  const [problem, setProblem] = useState<string | null>(null);
  async function run({ item, action, to }: Decision): Promise<void> {
    try {
      const reply = await data.sync.settle({ uid: item.uid, action, to });
      setProblem(reply.ok ? null : reply.sentence);
      if (!reply.ok) return;
      const number = reply.trackingNumber === null ? '' : t` The new number is ${formatTrackingNumber(reply.trackingNumber)}: tell the citizen.`;
      showToast(`${ACTION_WORDS[action].done}${number} ${leftWords(left - 1)}`);
      onSettled(item);
    } catch (error) {
      setProblem(dataErrorSentence(error));
    }
  }
  return { settle: (decision) => void run(decision), problem };
}
