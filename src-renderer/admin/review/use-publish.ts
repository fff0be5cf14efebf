import { t } from '../../../src-shared/language/language.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { utcMs } from '../../../src-shared/util/time.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { newCommandId } from '../../data/new-id.ts';
import { officeCommands } from '../../data/office.ts';
import { announce } from '../../ui/announce.tsx';
import { changeDraft, useAdminStore } from '../admin-store.ts';
import { changeSetOf } from '../draft/draft.ts';

export interface Publishing {
  readonly isPending: boolean;
  /** Why it was refused or failed. */
  readonly problem: string | null;
  /** The note is missing. */
  readonly isNoteMissing: boolean;
  readonly publish: () => void;
}

/** Publishes the draft: it goes on its way to the server, and out of the list of what is not published. */
export function usePublish(catalogue: Catalogue): Publishing {
  const queryClient = useQueryClient();
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const note = useAdminStore((state) => state.draft.note);
  /** The same when an answer was lost; another after a refusal. */
  const commandId = useRef(newCommandId());

  async function send(): Promise<void> {
    const { changes, orders, note: reason } = useAdminStore.getState().draft;
    setPending(true);
    setProblem(null);
    try {
      const id = commandId.current;
      const reply = await officeCommands.publish({ ...changeSetOf({ changes, orders }, catalogue), commandId: id, note: reason });
      commandId.current = newCommandId();
      if (!reply.ok) return setProblem(reply.sentence);
      changeDraft((draft) => ({ ...draft, changes: [], orders: [], note: '', sent: [...draft.sent, { commandId: id, note: reason, at: utcMs(Date.now()), changes, orders }] }));
      setTried(false);
      announce(t`Published. It holds everywhere as soon as the server has it.`);
      await queryClient.invalidateQueries({ queryKey: ['office'] });
    } catch (error) {
      setProblem(dataErrorSentence(error));
    } finally {
      setPending(false);
    }
  }
  function publish(): void {
    setTried(true);
    if (note.trim() !== '' && !isPending) void send();
  }
  return { isPending, problem, isNoteMissing: isTried && note.trim() === '', publish };
}
