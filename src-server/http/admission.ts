import { serverBusy } from './problem.ts';

/** Lets a bounded number of requests of one kind work at once; the others are asked to come back. */
export interface Admission {
  /** Runs `work` if there is room, else throws a 503 with Retry-After. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Takes a place until the returned function is called; for answers that are streamed. Throws a 503 when full. */
  enter(): () => void;
}

export function admission(limit: number): Admission {
  let inside = 0;
  const enter = () => {
    if (inside >= limit) throw serverBusy();
    inside += 1;
    let isInside = true;
    return () => {
      if (isInside) inside -= 1;
      isInside = false;
    };
  };
  return {
    enter,
    async run(work) {
      const leave = enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
