import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { admission, streamPlaces } from './admission.ts';

const busy = expect.objectContaining({ init: expect.objectContaining({ status: 503, code: 'serverBusy', retryAfterS: expect.any(Number) }) });

afterEach(() => {
  vi.useRealTimers();
});

describe('admission', () => {
  it('lets so many in at once and the next ones wait for a moment, first come first served; who waits too long is told when to come back', async () => {
    vi.useFakeTimers();
    const door = admission(2);
    const works = ['first', 'second', 'third', 'fourth'].map((name) => ({ name, ...Promise.withResolvers<string>() }));
    const began: string[] = [];
    const runs = Promise.allSettled(
      works.map((work) =>
        door.run(() => {
          began.push(work.name);
          return work.promise;
        }),
      ),
    );
    const late = Promise.allSettled([door.run(async () => 'fifth')]);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(began).toEqual(['first', 'second']);
    works[1]?.resolve('second');
    works[0]?.reject(new Error('inside'));
    await vi.advanceTimersByTimeAsync(0);
    expect(began).toEqual(['first', 'second', 'third', 'fourth']);
    await vi.advanceTimersByTimeAsync(1);
    expect(await late).toEqual([{ status: 'rejected', reason: busy }]);
    works[2]?.resolve('third');
    works[3]?.resolve('fourth');
    expect((await runs).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
    await expect(Promise.all([door.run(async () => 'in'), door.run(async () => 'in')])).resolves.toEqual(['in', 'in']);
  });

  it('sends away at once who finds too many waiting', async () => {
    const door = admission(1);
    const { promise, resolve } = Promise.withResolvers<void>();
    const inside = Array.from({ length: 5 }, () => door.run(() => promise));
    await expect(door.run(async () => 'one too many')).rejects.toThrow(busy);
    resolve();
    await Promise.all(inside);
  });

  it('lets others wait until no two are inside, and not for ever', async () => {
    const door = admission(9);
    await door.untilCalm(60_000);
    const works = [Promise.withResolvers<void>(), Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const inside = works.map((work) => door.run(() => work.promise));
    await door.untilCalm(5);
    let isCalm = false;
    const waiting = door.untilCalm(60_000).then(() => (isCalm = true));
    works[0]?.resolve();
    await inside[0];
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(isCalm).toBe(false);
    works[1]?.resolve();
    await waiting;
    await door.untilCalm(60_000); // one alone holds nobody up
    works[2]?.resolve();
    await Promise.all(inside);
  });
});

describe('the places of streamed answers', () => {
  const sockets: Socket[] = [];
  const ends: (() => void)[] = [];
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
    for (const end of ends.splice(0)) end();
  });

  it('are left once, however often that is said', async () => {
    const places = streamPlaces(1, () => 0);
    const leave = await places.enter(null);
    const second = places.enter(null);
    leave();
    const leaveSecond = await second;
    leave();
    let isIn = false;
    const third = places.enter(null).then(() => (isIn = true));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(isIn).toBe(false);
    leaveSecond();
    await third;
  });

  it('are taken from a reader that has stopped reading, by somebody who waits; not from one that reads, nor from one the server keeps waiting', async () => {
    let now = 0;
    const places = streamPlaces(3, () => now);
    const answering = new Map<string, Socket>();
    const server = createServer((request, response) => {
      void places.enter(response.socket).then((leave) => response.once('close', leave));
      if (request.url === '/slow') response.write('soon');
      else Readable.from(endless()).on('error', () => undefined).pipe(response);
      if (response.socket) answering.set(request.url ?? '', response.socket);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ends.push(() => void server.close());
    const ask = (path: string): Socket => {
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
      sockets.push(socket);
      socket.on('error', () => undefined).write(`GET ${path} HTTP/1.1\r\nhost: test\r\n\r\n`);
      return socket;
    };
    const stalled = ask('/stalled').pause();
    const reading = ask('/reading').resume();
    const kept = ask('/slow').resume();
    await expect.poll(() => answering.size).toBe(3);
    const taken = (): number => (answering.get('/stalled')?.bytesWritten ?? 0) - (answering.get('/stalled')?.writableLength ?? 0);
    // Until the system's own buffers are full, and for longer than the places are looked at.
    for (let before = -1; taken() !== before; ) {
      before = taken();
      await new Promise((resolve) => setTimeout(resolve, 1_500));
    }
    const tooLate = vi.fn<() => void>();
    const first = places.enter(null);
    first.catch(tooLate);
    places.enter(null).catch(tooLate);
    now += 19_999;
    const had = reading.bytesRead;
    await expect.poll(() => reading.bytesRead).toBeGreaterThan(had);
    now += 1;
    const closed = once(stalled, 'close');
    await first;
    stalled.resume();
    await closed;
    expect([reading.destroyed, kept.destroyed]).toEqual([false, false]);
    expect(tooLate).not.toHaveBeenCalled();
  });
});

async function* endless(): AsyncGenerator<string> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    yield 'x'.repeat(64 * 1024);
  }
}
