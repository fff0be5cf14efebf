import type { PlainJob } from './run-once.ts';

/** Several jobs as one: they share a lock and never run at the same time on two servers. One that fails does not keep the next from running. */
export function oneAfterTheOther(name: string, jobs: readonly PlainJob[]): PlainJob {
  return {
    name,
    async work(signal) {
      const details: Record<string, unknown> = {};
      const failures: unknown[] = [];
      for (const job of jobs) {
        try {
          Object.assign(details, await job.work(signal));
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw failures[0];
      return details;
    },
  };
}
