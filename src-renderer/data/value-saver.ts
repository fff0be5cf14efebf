/**
 * Keeps what is typed on disk while it is typed, so that a crash loses nothing but the last moment.
 *
 * At most one save runs at a time and the latest value always wins. A save begins within `DELAY_MS` of the first unsaved key, however
 * fast the typing goes on.
 */

/** A frame: what one key sets off goes as one save, and each key of a person's typing is on disk before the next. */
const DELAY_MS = 16;
const RETRY_MS = 1_000;

export type SaveState = 'saved' | 'saving' | 'failed';

export interface ValueSaver<Value> {
  /** The value has changed. */
  changed(value: Value): void;
  /** Saves now what is not saved yet; resolves when the disk has it or the save failed. */
  flush(): Promise<void>;
  /** Forgets what is not saved yet and waits for a save under way: afterwards nothing of it is written any more. */
  stop(): Promise<void>;
}

interface Surroundings<Value> {
  readonly save: (value: Value) => Promise<unknown>;
  readonly onState: (state: SaveState) => void;
  readonly setTimer?: (run: () => void, delayMs: number) => unknown;
}

export function createValueSaver<Value extends object>({ save, onState, setTimer = setTimeout }: Surroundings<Value>): ValueSaver<Value> {
  let unsaved: Value | null = null;
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

  /** True when the value is on disk. */
  async function saveOne(value: Value): Promise<boolean> {
    unsaved = null;
    onState('saving');
    try {
      await save(value);
      return true;
    } catch {
      unsaved ??= value; // unless something newer was typed meanwhile
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
    changed(value) {
      if (!unsaved) onState('saving');
      unsaved = value;
      wake(DELAY_MS);
    },
    flush,
    async stop() {
      unsaved = null;
      await running;
      unsaved = null; // a failed save had put its value back
    },
  };
}
