import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRandom } from '../simulation/random.ts';
import { createChunkHeaderFinder } from './chunk-headers.ts';
import { type Fault, FAULTS } from './fault.ts';
import { createFaultyProxy, type FaultyProxy, type Front } from './faulty-proxy.ts';

const CHUNKS = ['one '.repeat(400), 'two '.repeat(400), 'three'];

let seen: string[];
let servers: Server[];
let proxy: FaultyProxy;
let front: Front;

async function startServer(name: string): Promise<number> {
  const server = createServer((request, reply) => {
    seen.push(`${name} ${request.url ?? ''}`);
    for (const chunk of CHUNKS) reply.write(chunk);
    reply.end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port; // safe: it listens on TCP
}

/** The body, or `broken`, or `nothing` when no end came in the time a patient client waits here. */
async function ask(path: string, patienceMs = 10_000): Promise<string> {
  try {
    return await (await fetch(`${front.url}${path}`, { signal: AbortSignal.timeout(patienceMs) })).text();
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'nothing' : 'broken';
  }
}

beforeEach(async () => {
  [seen, servers] = [[], []];
  proxy = createFaultyProxy({ random: createRandom(1), faults: FAULTS, tell: () => undefined });
  proxy.setBackends([await startServer('a')]);
  front = await proxy.openFront('desk');
});
afterEach(async () => {
  await proxy.close();
  for (const server of servers) server.closeAllConnections();
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
});

describe('the proxy', () => {
  it.each<[Fault, string, number]>([
    ['requestLost', 'broken', 0],
    ['replyLost', 'broken', 1],
    ['replyCutInChunkHeader', 'broken', 1],
    ['delayed', CHUNKS.join(''), 1],
    ['slow', CHUNKS.join(''), 1],
    ['sentTwice', CHUNKS.join(''), 2],
  ])('%s: the client gets what it says, and the server has seen the request as often', async (fault, answer, times) => {
    front.spoilNext('/one', fault);
    expect(await ask('/one')).toBe(answer);
    expect(seen).toEqual(Array.from({ length: times }, () => 'a /one'));
    expect(await ask('/two')).toBe(CHUNKS.join('')); // the next one is well again
    expect(proxy.struck().get(fault)).toBe(1);
  });

  it('leaves a silent line open, and the client to its own patience', async () => {
    front.spoilNext('/one', 'silent');
    expect(await ask('/one', 300)).toBe('nothing');
    expect(seen).toEqual(['a /one']);
  });

  it('cuts one front off and not the other, in both ways there are, and joins it again', async () => {
    const other = await proxy.openFront('other');
    for (const partition of ['refused', 'silent'] as const) {
      front.setPartition(partition);
      expect(await ask('/cut', 300)).toBe(partition === 'refused' ? 'broken' : 'nothing');
      expect(await (await fetch(`${other.url}/whole`)).text()).toBe(CHUNKS.join(''));
      front.setPartition('none');
      await expect.poll(() => ask('/again')).toBe(CHUNKS.join('')); // the client may still hold a line that was reset
    }
    expect(seen).not.toContain('a /cut');
  });

  it('spreads connections over its backends and passes over one that is gone', async () => {
    const alive = [await startServer('b'), await startServer('c')];
    const gone = await startServer('d');
    await new Promise((resolve) => servers.pop()?.close(resolve));
    proxy.setBackends([...alive, gone]);
    for (let index = 0; index < 6; index += 1) {
      front.resetAll();
      await expect.poll(() => ask('/one')).toBe(CHUNKS.join(''));
    }
    expect(new Set(seen)).toEqual(new Set(['b /one', 'c /one']));
  });
});

describe('a chunk’s header', () => {
  const reply = Buffer.from('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nwiki\r\n1f\r\n0123456789012345678901234567890\r\n0\r\n\r\n');

  it.each([
    [0, reply.indexOf('4\r\nwiki') + 1],
    [1, reply.indexOf('1f\r\n') + 1],
    [2, reply.lastIndexOf('0\r\n\r\n') + 1],
  ])('is found after %i others, however the bytes come', (skip, end) => {
    const ends: number[] = [];
    for (let size = 1; size <= reply.length; size += 7) {
      const finder = createChunkHeaderFinder(skip);
      for (let at = 0; at < reply.length; at += size) {
        const found = finder.feed(reply.subarray(at, at + size));
        if (found !== null) ends.push(at + found);
        if (found !== null) break;
      }
    }
    expect(new Set(ends)).toEqual(new Set([end]));
  });

  it('is not found in a reply of known length, nor beyond the last chunk', () => {
    expect(createChunkHeaderFinder(3).feed(reply)).toBeNull();
    expect(createChunkHeaderFinder(0).feed(Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n4\r\nx'))).toBeNull();
  });
});
