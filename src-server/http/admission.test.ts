import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { admission, streamPlaces } from './admission.ts';

const busy = expect.objectContaining({ init: expect.objectContaining({ status: 503, code: 'serverBusy', retryAfterS: expect.any(Number) }) });

describe('admission', () => {
  it('lets so many in at once, sends the others away with a time to come back, and forgets who left', async () => {
    const door = admission(2);
    const first = Promise.withResolvers<string>();
    const second = Promise.withResolvers<string>();
    const inside = [door.run(() => first.promise), door.run(() => second.promise)];
    await expect(door.run(async () => 'third')).rejects.toThrow(busy);
    first.resolve('first');
    second.reject(new Error('inside'));
    expect((await Promise.allSettled(inside)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await expect(Promise.all([door.run(async () => 'in'), door.run(async () => 'in')])).resolves.toEqual(['in', 'in']);
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

  it('are left once, however often that is said', () => {
    const places = streamPlaces(1, () => 0);
    const leave = places.enter(null);
    expect(() => places.enter(null)).toThrow(busy);
    leave();
    places.enter(null);
    leave();
    expect(() => places.enter(null)).toThrow(busy);
  });

  it('are taken from a reader that has stopped reading, by somebody who waits; not from one that reads, nor from one the server keeps waiting', async () => {
    let now = 0;
    const places = streamPlaces(3, () => now);
    const pending: Socket[] = [];
    const server = createServer((request, response) => {
      response.once('close', places.enter(response.socket));
      if (request.url === '/slow') response.write('soon');
      else Readable.from(endless()).on('error', () => undefined).pipe(response);
      if (response.socket) pending.push(response.socket);
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
    await expect.poll(() => pending.length).toBe(3);
    const stuck = (): number => Math.max(...pending.map((socket) => socket.writableLength));
    let before = -1;
    while (stuck() === 0 || stuck() !== before) {
      before = stuck();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(() => places.enter(null)).toThrow(busy);
    now += 9_999;
    expect(() => places.enter(null)).toThrow(busy);
    const had = reading.bytesRead;
    await expect.poll(() => reading.bytesRead).toBeGreaterThan(had);
    now += 1;
    const closed = once(stalled.resume(), 'close');
    places.enter(null);
    await closed;
    expect([reading.destroyed, kept.destroyed]).toEqual([false, false]);
  });
});

async function* endless(): AsyncGenerator<string> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    yield 'x'.repeat(64 * 1024);
  }
}
