import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { createORPCClient } from '@orpc/client';
import { type ContractRouterClient, eventIterator, oc, type } from '@orpc/contract';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { type CallContext, createDataLink, type DataLink } from './data-link.ts';

const contract = {
  greet: oc.input(z.object({ name: z.string() })).output(type<string>()),
  never: oc.output(type<string>()),
  count: oc.output(eventIterator(type<number>())),
};
type Client = ContractRouterClient<typeof contract, CallContext>;

/** Stands in for the data process: answers on one end of a real message channel; the other end is the page's port. */
function startDataProcess(name: string): { readonly port: MessagePort; readonly end: () => void } {
  const router = implement(contract).router({
    greet: implement(contract).greet.handler(({ input }) => {
      if (input.name === 'nobody') throw new Error('there is no nobody');
      return `${name} greets ${input.name}`;
    }),
    never: implement(contract).never.handler(() => new Promise<string>(() => undefined)),
    count: implement(contract).count.handler(async function* count() {
      yield 1;
      await new Promise(() => undefined);
    }),
  });
  const { port1, port2 } = new MessageChannel();
  new RPCHandler(router).upgrade(port1);
  port1.start();
  const end = (): void => port1.close();
  onTestFinished(end);
  return { port: port2, end };
}

function connectedLink(): { readonly link: DataLink; readonly client: Client; readonly first: ReturnType<typeof startDataProcess> } {
  const link = createDataLink();
  const first = startDataProcess('first');
  link.connect(first.port);
  return { link, client: createORPCClient<Client>(link), first };
}

/** What a call is rejected with; listens at once, so that no rejection goes unheard. */
function rejectionOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    (answer) => Promise.reject(new Error(`answered: ${String(answer)}`)),
    (reason: unknown) => reason,
  );
}

describe('the line to the data process', () => {
  it('carries a call and its answer', async () => {
    expect(await connectedLink().client.greet({ name: 'Ana' })).toBe('first greets Ana');
  });

  it('lets a call wait for the first port', async () => {
    const link = createDataLink();
    const answer = createORPCClient<Client>(link).greet({ name: 'Ana' });
    link.connect(startDataProcess('late').port);
    expect(await answer).toBe('late greets Ana');
  });

  it('rejects what waits with dataRestarted when the port closes, and goes on with the next port', async () => {
    const { link, client, first } = connectedLink();
    const waiting = rejectionOf(client.never());
    await client.greet({ name: 'so that the first call has been sent' });
    first.end();
    expect(await waiting).toMatchObject({ kind: 'dataRestarted' });
    const next = client.greet({ name: 'Ana' });
    link.connect(startDataProcess('second').port);
    expect(await next).toBe('second greets Ana');
  });

  it('rejects what waits on the old port when a fresh one comes first', async () => {
    const { link, client } = connectedLink();
    const waiting = rejectionOf(client.never());
    await client.greet({ name: 'so that the first call has been sent' });
    link.connect(startDataProcess('second').port);
    expect(await waiting).toMatchObject({ kind: 'dataRestarted' });
  });

  it('ends a stream when the port closes', async () => {
    const { client, first } = connectedLink();
    const stream = await client.count();
    expect(await stream.next()).toMatchObject({ value: 1 });
    const next = rejectionOf(stream.next());
    first.end();
    expect(await next).toBeInstanceOf(Error);
  });

  it('gives up after the time-out, with a port and without', async () => {
    const timesOut = { kind: 'timedOut' };
    await expect(connectedLink().client.never(undefined, { context: { timeoutMs: 20 } })).rejects.toMatchObject(timesOut);
    const unconnected = createORPCClient<Client>(createDataLink());
    await expect(unconnected.greet({ name: 'Ana' }, { context: { timeoutMs: 20 } })).rejects.toMatchObject(timesOut);
  });

  it('says failed, with the cause, when the data process answers with an error', async () => {
    await expect(connectedLink().client.greet({ name: 'nobody' })).rejects.toMatchObject({ name: 'DataError', kind: 'failed', cause: { code: 'INTERNAL_SERVER_ERROR' } });
  });

  it('stops when the caller does, with the caller’s own reason', async () => {
    const caller = new AbortController();
    const answer = rejectionOf(connectedLink().client.never(undefined, { signal: caller.signal }));
    caller.abort('left the screen');
    expect(await answer).toBe('left the screen');
  });
});
