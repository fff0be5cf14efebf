/** A question for the queue from elsewhere in the window: shown once, so that whoever comes back finds the queue as they left it. */
import { create } from 'zustand';
import type { QueueView } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { goTo } from './routes.ts';

export interface AskedOfQueue {
  readonly view: QueueView;
  /** In the query language. */
  readonly filters: string;
}

export const useQueueAsked = create<{ readonly asked: AskedOfQueue | null }>(() => ({ asked: null }));

/** Opens the queue with a question, also when it is open already. */
export function askInQueue(asked: AskedOfQueue): void {
  useQueueAsked.setState({ asked });
  goTo({ screen: 'queue' });
}

/** What was asked and has not been shown yet; null: nothing. */
export function takeAsked(): AskedOfQueue | null {
  const { asked } = useQueueAsked.getState();
  if (asked !== null) useQueueAsked.setState({ asked: null });
  return asked;
}
