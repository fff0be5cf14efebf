import { Worker } from 'node:worker_threads';
import type { PrepareReply, PrepareTask } from './prepare-file.ts';

/** A file being made by a thread of its own. */
export interface Preparing {
  /** Rejects when the disk or the thread failed. */
  readonly done: Promise<Exclude<PrepareReply, { kind: 'progress' }>>;
  /** Ends the thread; what it had made is of no use. */
  stop(): Promise<void>;
}

/** `workerUrl`: the program of `prepare-file.ts`, as it is built. */
export function runPrepare(workerUrl: URL, task: PrepareTask, onProgress: (share: number) => void): Preparing {
  const worker = new Worker(workerUrl, { workerData: task });
  const done = new Promise<Exclude<PrepareReply, { kind: 'progress' }>>((resolve, reject) => {
    worker.on('message', (reply: PrepareReply) => {
      if (reply.kind === 'progress') onProgress(reply.share);
      else resolve(reply);
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread that prepares the records ended early')));
  });
  done.catch(() => undefined); // whoever stops it no longer listens
  return { done, stop: async () => void (await worker.terminate()) };
}
