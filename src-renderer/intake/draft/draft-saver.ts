/**
 * Keeps the draft on disk while it is typed, so that a crash loses nothing but the last moment.
 *
 * At most one save runs at a time and the latest draft always wins. A save begins within `DELAY_MS` of the first unsaved key, however
 * fast the typing goes on.
 */
import type { IntakeDraft } from './draft.ts';

const DELAY_MS = 120;
const RETRY_MS = 1_000;

export type SaveState = 'saved' | 'saving' | 'failed';

export interface DraftSaver {
  /** The draft has changed. */
  changed(draft: IntakeDraft): void;
  /** Saves now what is not saved yet; resolves when the disk has it or the save failed. */
  flush(): Promise<void>;
  /** Forgets what is not saved yet and waits for a save under way: afterwards nothing of this draft is written any more. */
  stop(): Promise<void>;
}

interface Surroundings {
  readonly save: (draft: IntakeDraft) => Promise<unknown>;
  readonly onState: (state: SaveState) => void;
  readonly setTimer?: (run: () => void, delayMs: number) => unknown;
}

export function createDraftSaver({ save, onState, setTimer = setTimeout }: Surroundings): DraftSaver {
  let unsaved: IntakeDraft | null = null;
  let running: Promise<void> | null = null;
  let isTimerSet = false;

  function wake(delayMs: number): void {
    if (isTimerSet) return;
    isTimerSet = true;
    setTimer(() => {
      isTimerSet = false;
      void flush();
    }, delayMs);
  }

  /** True when the draft is on disk. */
  async function saveOne(draft: IntakeDraft): Promise<boolean> {
    unsaved = null;
    onState('saving');
    try {
      await save(draft);
      return true;
    } catch {
      unsaved ??= draft; // unless something newer was typed meanwhile
      onState('failed');
      wake(RETRY_MS);
      return false;
    }
  }

  async function saveAll(): Promise<void> {
    while (unsaved) {
      if (!(await saveOne(unsaved))) return;
    }
    onState('saved');
  }

  function flush(): Promise<void> {
    running ??= saveAll().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    changed(draft) {
      if (!unsaved) onState('saving');
      unsaved = draft;
      wake(DELAY_MS);
    },
    flush,
    async stop() {
      unsaved = null;
      await running;
      unsaved = null; // a failed save had put its draft back
    },
  };
}
