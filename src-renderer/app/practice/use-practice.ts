import { t } from '../../../src-shared/language/language.ts';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import type { PracticeCheckReply, PracticeStatus } from '../../../src-shared/protocol/data-rpc/practice-views.ts';
import { data } from '../../data/data-client.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { showToast } from '../../ui/announce.tsx';

const practiceStatus = () => queryOptions({ queryKey: ['practice', 'status'], queryFn: ({ signal }) => data.practice.status(undefined, { signal }), staleTime: Infinity });

interface PracticeScreen {
  /** The last check of the call that runs; null before the first. */
  readonly checked: PracticeCheckReply | null;
  readonly isHidden: boolean;
  readonly isAskingToReset: boolean;
}

const START: PracticeScreen = { checked: null, isHidden: false, isAskingToReset: false };
export const usePracticeScreen = create<PracticeScreen>(() => START);

export interface Practice {
  /** Undefined until it was read. */
  readonly status: PracticeStatus | undefined;
  readonly begin: (code: string) => void;
  readonly stop: () => void;
  readonly check: () => void;
  readonly reset: () => void;
}

/** The exercises of practice mode, and what can be done about them. */
export function usePractice(): Practice {
  const queryClient = useQueryClient();
  const status = useQuery(practiceStatus()).data ?? undefined;
  const keep = (next: PracticeStatus | null): void => void queryClient.setQueryData(practiceStatus().queryKey, next);
  const attempt = (work: () => Promise<void>) => (): void => void work().catch((error: unknown) => showToast(dataErrorSentence(error)));
  return {
    status,
    begin: (code) =>
      attempt(async () => {
        keep(await data.practice.begin({ code }));
        usePracticeScreen.setState(START);
      })(),
    stop: attempt(async () => {
      keep(await data.practice.stop());
      usePracticeScreen.setState(START);
    }),
    check: attempt(async () => {
      usePracticeScreen.setState({ checked: await data.practice.check(), isHidden: false });
      keep(await data.practice.status());
    }),
    reset: attempt(async () => {
      keep(await data.practice.reset());
      usePracticeScreen.setState(START);
      showToast(t`Practice begins anew.`);
    }),
  };
}
