/** A wait that somebody can end early. One waits at a time. */
export interface Pause {
  /** Resolves after `ms`, or when `end` is called. */
  wait(ms: number): Promise<void>;
  /** Nothing happens when nobody waits. */
  end(): void;
}

export function createPause(): Pause {
  let wakeUp: (() => void) | null = null;
  return {
    wait(ms) {
      return new Promise((resolve) => {
        const timer = setTimeout(wake, ms);
        function wake(): void {
          clearTimeout(timer);
          wakeUp = null;
          resolve();
        }
        wakeUp = wake;
      });
    },
    end: () => wakeUp?.(),
  };
}
