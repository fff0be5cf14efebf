import { t } from '../../src-shared/language/language.ts';
import type { DataToMain, MainToData } from '../../src-shared/protocol/data-process.ts';

/** A question is answered within this time or counts as unanswered. A backup of a million cases takes its time. */
const DRAFTS_TIMEOUT_MS = 2_000;
const BACKUP_TIMEOUT_MS = 600_000;

type Answer = Extract<DataToMain, { type: 'drafts.result' | 'backup.result' }>;

/** Main's questions to the data process. */
export interface DataRequests {
  /** Null when nobody answered: unknown is not none. */
  countOpenDrafts(): Promise<number | null>;
  /** Null when the copy was written; else a sentence with what went wrong. */
  exportBackup(path: string): Promise<string | null>;
  /** Takes a message that may be an answer. */
  receive(message: DataToMain): void;
  /** The process is gone: nothing waits any longer. */
  processEnded(): void;
}

export function createDataRequests(post: (message: MainToData) => boolean): DataRequests {
  const pending = new Map<number, (answer: Answer | null) => void>();
  let lastId = 0;

  function ask(makeMessage: (id: number) => MainToData, timeoutMs: number): Promise<Answer | null> {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        settle(id, null);
      }, timeoutMs);
      pending.set(id, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      if (!post(makeMessage(id))) settle(id, null);
    });
  }

  function settle(id: number, answer: Answer | null): void {
    const resolve = pending.get(id);
    pending.delete(id);
    resolve?.(answer);
  }

  return {
    async countOpenDrafts() {
      const answer = await ask((id) => ({ type: 'drafts.count', id }), DRAFTS_TIMEOUT_MS);
      return answer?.type === 'drafts.result' ? answer.open : null;
    },
    async exportBackup(path) {
      const answer = await ask((id) => ({ type: 'backup.export', id, path }), BACKUP_TIMEOUT_MS);
      if (answer?.type === 'backup.result') return answer.message;
      return t`The copy was not finished. Try again, or copy the whole data folder by hand.`;
    },
    receive(message) {
      if (message.type === 'drafts.result' || message.type === 'backup.result') settle(message.id, message);
    },
    processEnded() {
      for (const id of [...pending.keys()]) settle(id, null);
    },
  };
}
