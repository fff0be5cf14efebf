/** A small office for tests that tell one story: server, proxy, desks and books, all gone when the story is over. */
import { join } from 'node:path';
import { createRandom } from '../simulation/random.ts';
import { audit } from './audit.ts';
import { type Books, commandsOnDisk, openBooks } from './books.ts';
import { createDesk, type DeskProcess } from './desk-process.ts';
import type { CaseAnswer, CaseOrder } from './desk-protocol.ts';
import { createFaultyProxy, type FaultyProxy, type Front } from './faulty-proxy.ts';
import { QUICK_FAULTS } from './fault.ts';
import { type Ground, openGround } from './ground.ts';
import { createServerProcess, type ServerProcess } from './server-process.ts';
import { settle } from './settle.ts';

export interface Scenario {
  readonly ground: Ground;
  readonly proxy: FaultyProxy;
  readonly books: Books;
  /** Starts a server and leads the proxy to all that have been started. */
  startServer(name: string, databaseUrl?: string | null): Promise<ServerProcess>;
  /** After servers have come or gone. */
  leadToServers(): void;
  /** A desk at which calls can be taken. `from`: begins with that copy. */
  openDesk(name: string, front: Front, from?: string): Promise<DeskProcess>;
  /** Gives an order and notes the answer, which must be yes. */
  give(desk: DeskProcess, kind: CaseOrder['do'], caseId?: string | null): Promise<CaseOrder>;
  /** Takes some cases. */
  takeCases(desk: DeskProcess, count: number): Promise<readonly CaseOrder[]>;
  folder(name: string): string;
  /** A disk or database was destroyed: what none holds any more is struck from the books. Returns how many. */
  strike(server: ServerProcess): Promise<number>;
  /** Waits until everything is at rest and says what is not as it must be. */
  settleAndAudit(): Promise<readonly string[]>;
  close(): Promise<void>;
}

const SETTLE_TIMEOUT_MS = 180_000;

export function openScenario(seed = 1): Scenario {
  const ground = openGround();
  const proxy = createFaultyProxy({ random: createRandom(seed), faults: QUICK_FAULTS, tell: () => undefined });
  const books = openBooks();
  const servers: ServerProcess[] = [];
  const desks: DeskProcess[] = [];

  const leadToServers = (): void => proxy.setBackends(servers.flatMap((server) => server.port() ?? []));

  async function tryToGive(desk: DeskProcess, kind: CaseOrder['do'], caseId: string | null): Promise<{ order: CaseOrder; answer: CaseAnswer }> {
    const order = books.write(kind, caseId);
    const answer = await desk.give(order);
    books.note(order, desk.name, answer);
    return { order, answer };
  }

  async function give(desk: DeskProcess, kind: CaseOrder['do'], caseId: string | null = null): Promise<CaseOrder> {
    const { order, answer } = await tryToGive(desk, kind, caseId);
    if (!answer.ok) throw new Error(`${desk.name} refused ${kind}: ${answer.reason}`);
    return order;
  }

  return {
    ground,
    proxy,
    books,
    leadToServers,
    async startServer(name, databaseUrl = null) {
      const server = createServerProcess({ ground, name, databaseUrl });
      servers.push(server);
      await server.start();
      leadToServers();
      return server;
    },
    async openDesk(name, front, from) {
      const desk = createDesk({ ground, name, serverUrl: front.url, staff: 'agent', ...(from === undefined ? {} : { from }) });
      desks.push(desk);
      desk.start();
      await desk.untilReady();
      return desk;
    },
    give,
    async takeCases(desk, count) {
      const orders: CaseOrder[] = [];
      for (let index = 0; index < count; index += 1) orders.push(await give(desk, 'open'));
      return orders;
    },
    folder: (name) => join(ground.folder, name),
    async strike(server) {
      const results = await server.query<{ uid: string }>('SELECT uid FROM command_result');
      return books.strike(new Set([...results.map((row) => row.uid), ...desks.flatMap((desk) => commandsOnDisk(desk.dataDir))]));
    },
    async settleAndAudit() {
      await settle(desks, SETTLE_TIMEOUT_MS);
      return audit(books.entries(), desks);
    },
    async close() {
      await proxy.close();
      await ground.close();
    },
  };
}
