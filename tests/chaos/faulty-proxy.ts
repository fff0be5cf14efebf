/**
 * A TCP proxy that spoils what passes: the network of a bad week, between workstations and one or several servers.
 *
 * Loopback only. Each workstation gets a front, a listening address of its own, so that one office can be cut off alone; all
 * fronts lead to the same backends, balanced by connection: the one address behind which replicas stand. A backend that does not
 * take the connection is passed over. Faults are drawn from one seeded source, one draw an exchange (a request and its reply).
 */
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Random } from '../simulation/random.ts';
import { carry } from './carry.ts';
import { connectToAny } from './connect-to-any.ts';
import type { Fault } from './fault.ts';

/** `refused`: every connection is reset. `silent`: bytes go nowhere and nobody is told, as behind a dead router. */
export type Partition = 'none' | 'refused' | 'silent';

export interface Front {
  readonly url: string;
  setPartition(partition: Partition): void;
  /** Share of exchanges that are spoilt, 0 to 1. */
  setFaultRate(rate: number): void;
  /** The next exchange whose request line contains `path` gets this fault, whatever the rate. */
  spoilNext(path: string, fault: Fault): void;
  /** Resets every open connection, also those that have gone silent. */
  resetAll(): void;
}

export interface FaultyProxy {
  openFront(name: string): Promise<Front>;
  /** Ports of the servers on this computer; connections that are open stay where they are. */
  setBackends(ports: readonly number[]): void;
  /** How often each fault struck. */
  struck(): ReadonlyMap<Fault, number>;
  close(): Promise<void>;
}

export interface FaultyProxyOptions {
  readonly random: Random;
  /** Which faults are drawn; a fault named twice is drawn twice as often. */
  readonly faults: readonly Fault[];
  readonly tell: (line: string) => void;
}

export function createFaultyProxy({ random, faults, tell }: FaultyProxyOptions): FaultyProxy {
  const servers: Server[] = [];
  const sockets = new Set<Socket>();
  const struck = new Map<Fault, number>();
  let backends: readonly number[] = [];
  let turn = 0;

  function nextBackends(): readonly number[] {
    turn += 1;
    const first = backends.length === 0 ? 0 : turn % backends.length;
    return [...backends.slice(first), ...backends.slice(0, first)];
  }

  function track(socket: Socket, own: Set<Socket>): void {
    for (const set of [sockets, own]) {
      set.add(socket);
      socket.once('close', () => set.delete(socket));
    }
    socket.on('error', () => undefined); // a broken connection is this program's daily bread
  }

  async function openFront(name: string): Promise<Front> {
    const own = new Set<Socket>();
    const ordered: { path: string; fault: Fault }[] = [];
    let partition: Partition = 'none';
    let faultRate = 0;

    function drawFault(requestLine: string): Fault | null {
      const at = ordered.findIndex(({ path }) => requestLine.includes(path));
      const fault = at >= 0 ? (ordered.splice(at, 1)[0]?.fault ?? null) : random.chance(faultRate) ? random.pick(faults) : null;
      if (fault === null) return null;
      struck.set(fault, (struck.get(fault) ?? 0) + 1);
      tell(`  ${name}: ${requestLine.split(' ').slice(0, 2).join(' ')}: ${fault}`);
      return fault;
    }

    async function take(client: Socket): Promise<void> {
      track(client, own);
      if (partition === 'refused') return void client.resetAndDestroy();
      if (partition === 'silent') return;
      client.pause();
      const backend = await connectToAny(nextBackends());
      if (backend === null || client.destroyed) {
        backend?.destroy();
        return void client.resetAndDestroy();
      }
      track(backend, own);
      carry({ client, backend, random, drawFault, isSilent: () => partition === 'silent', connectAgain: () => connectToAny(nextBackends()) });
      client.resume();
    }

    const server = createServer((client) => void take(client));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    servers.push(server);
    const { port } = server.address() as AddressInfo; // safe: it listens on TCP
    const resetAll = (): void => {
      for (const socket of own) socket.resetAndDestroy();
    };
    return {
      url: `http://127.0.0.1:${port}`,
      setPartition(next) {
        const wasSilent = partition === 'silent';
        partition = next;
        if (next === 'refused' || (wasSilent && next === 'none')) resetAll();
      },
      setFaultRate: (rate) => void (faultRate = rate),
      spoilNext: (path, fault) => void ordered.push({ path, fault }),
      resetAll,
    };
  }

  return {
    openFront,
    setBackends: (ports) => void (backends = ports),
    struck: () => struck,
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}
