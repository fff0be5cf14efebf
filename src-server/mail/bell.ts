/** Wakes those who wait for something to do. */
export interface Bell {
  /** Ends every wait, also the next one of somebody who is at work just now. */
  ring(): void;
  /** Resolves after `ms`, or when the bell rings. `heard` is what `ringing` said before the work that found nothing more to do. */
  wait(ms: number, heard: number): Promise<void>;
  /** How often it has rung. */
  readonly ringing: number;
}

/** Its timers keep no process alive. */
export function openBell(): Bell {
  let rung = 0;
  const waiting = new Set<() => void>();
  return {
    get ringing() {
      return rung;
    },
    ring() {
      rung += 1;
      for (const wake of [...waiting]) wake();
    },
    wait(ms, heard) {
      if (rung !== heard) return Promise.resolve();
      return new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        timer.unref();
        waiting.add(wake);
      });
    },
  };
}
