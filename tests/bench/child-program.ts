/** A program of the bench's own in another process, asked one thing at a time over the channel Node gives it. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface ChildProgram<Order> {
  /** Rejects with what went wrong there, or when it has ended. */
  ask<Answer>(order: Order): Promise<Answer>;
  stop(): Promise<void>;
}

type Reply = { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly problem: string };

/** Starts `program`, a file of this folder, which answers `{ id, order }` with `{ id, answer }` or `{ id, problem }`. */
export function startProgram<Order>(program: string, args: readonly string[]): ChildProgram<Order> {
  const child = fork(join(import.meta.dirname, program), [...args], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;
  child.on('message', (message) => {
    const reply = message as Reply; // safe: the programs of this folder write no other
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('problem' in reply) asked?.reject(new Error(`${program} ${args.at(-1) ?? ''}: ${reply.problem}`));
    else asked?.resolve(reply.answer);
  });
  child.once('exit', (code, signal) => {
    for (const asked of waiting.values()) asked.reject(new Error(`${program} ${args.at(-1) ?? ''} ended (${code ?? signal})`));
    waiting.clear();
  });
  return {
    async ask<Answer>(order: Order): Promise<Answer> {
      lastId += 1;
      const asked = Promise.withResolvers<unknown>();
      waiting.set(lastId, asked);
      child.send({ id: lastId, order });
      return (await asked.promise) as Answer; // safe: each order has one kind of answer
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The other side: answers each order with what `carryOut` makes of it. */
export function answerOrders<Order>(carryOut: (order: Order) => unknown): void {
  process.on('disconnect', () => process.exit(0)); // the bench is gone
  process.on('message', (message) => {
    const { id, order } = message as { id: number; order: Order }; // safe: written by `ask`
    Promise.resolve(order)
      .then(carryOut)
      .then(
        (answer) => process.send?.({ id, answer: answer ?? null }),
        (error: unknown) => process.send?.({ id, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
      );
  });
}
