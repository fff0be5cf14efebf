/** The people of a storm: who sits where, what they give their workstations to do, and what they do when one dies under their hands. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../simulation/random.ts';
import type { Books } from './books.ts';
import { createDesk, DeskGone, type DeskProcess } from './desk-process.ts';
import type { CaseOrder } from './desk-protocol.ts';
import type { FaultyProxy, Front } from './faulty-proxy.ts';
import type { Ground } from './ground.ts';
import { createServerProcess, type ServerProcess } from './server-process.ts';

export interface Seat {
  readonly desk: DeskProcess;
  readonly front: Front;
}

export interface Office {
  readonly ground: Ground;
  readonly books: Books;
  readonly random: Random;
  readonly server: ServerProcess;
  readonly tell: (line: string) => void;
  seats(): readonly Seat[];
  /** A few orders at whichever desks can take them; waits for all answers. */
  work(): Promise<void>;
  /** Kill -9, now and then while an order is being carried out. */
  killAtWork(seat: Seat): Promise<void>;
  /** A workstation with a copy of another's folder, at the same address. */
  addClone(seat: Seat, image: string): Seat;
  startServer(clockOffsetMs?: number): Promise<void>;
}

export interface OfficeOptions {
  readonly ground: Ground;
  readonly proxy: FaultyProxy;
  readonly books: Books;
  readonly random: Random;
  readonly desks: number;
  readonly tell: (line: string) => void;
}

const STAFF = ['agent', 'agent2'];
const KINDS: readonly CaseOrder['do'][] = ['open', 'open', 'open', 'note', 'note', 'edit', 'close', 'take', 'addCoReporter'];
/** Cases that people still come back to: the last ones, so that two desks meet at the same. */
const CASES_IN_MIND = 8;
const LONGEST_LIFE_AT_WORK_MS = 12;
const ORDERS_A_ROUND = 5;
const LONGEST_PAUSE_MS = 300;

/** Starts server and desks and waits until calls can be taken at all of them. */
export async function createOffice({ ground, proxy, books, random, desks, tell }: OfficeOptions): Promise<Office> {
  const server = createServerProcess({ ground, name: 'server', databaseUrl: null });
  const seats: Seat[] = [];
  const unanswered = new Map<DeskProcess, CaseOrder[]>();
  let inMind: string[] = [];

  async function startServer(clockOffsetMs = 0): Promise<void> {
    await server.start(clockOffsetMs);
    const port = server.port();
    proxy.setBackends(port === null ? [] : [port]);
  }

  async function nextOrder(desk: DeskProcess): Promise<CaseOrder> {
    // The page asks again for what was not answered, with the same id.
    const again = unanswered.get(desk)?.shift();
    if (again) return again;
    const kind = random.pick(KINDS);
    const caseId = kind === 'open' || inMind.length === 0 ? null : random.pick(inMind);
    const isKnown = caseId !== null && (await desk.ask({ do: 'show', caseId })) !== null;
    return isKnown ? books.write(kind, caseId) : books.write('open', null);
  }

  /** The next thing somebody does at a desk. The desk may be killed in the middle of it. */
  async function workAt(desk: DeskProcess): Promise<void> {
    let order: CaseOrder | null = null;
    try {
      order = await nextOrder(desk);
      const answer = await desk.give(order);
      books.note(order, desk.name, answer);
      tell(`  ${desk.name}: ${order.words}: ${answer.ok ? (answer.number ?? 'done') : answer.reason}`);
      if (answer.ok && order.do === 'open') inMind = [...inMind, order.caseId].slice(-CASES_IN_MIND);
    } catch (error) {
      if (!(error instanceof DeskGone)) throw error;
      if (!order) return;
      books.note(order, desk.name, null);
      tell(`  ${desk.name}: ${order.words}: no answer`);
      unanswered.set(desk, [...(unanswered.get(desk) ?? []), order]);
    }
  }

  function addSeat(name: string, front: Front, from?: string): Seat {
    const staff = STAFF[seats.length % STAFF.length] ?? 'agent';
    const desk = createDesk({ ground, name, serverUrl: front.url, staff, ...(from === undefined ? {} : { from }) });
    const seat = { desk, front };
    seats.push(seat);
    return seat;
  }

  await startServer();
  for (let index = 1; index <= desks; index += 1) addSeat(`desk ${index}`, await proxy.openFront(`desk ${index}`));
  for (const { desk } of seats) desk.start();
  await Promise.all(seats.map(({ desk }) => desk.untilReady()));

  return {
    ground,
    books,
    random,
    server,
    tell,
    seats: () => seats,
    startServer,
    async work() {
      const ready = seats.map(({ desk }) => desk).filter((desk) => desk.isReady());
      if (ready.length === 0) return;
      const count = 1 + random.below(ORDERS_A_ROUND);
      await Promise.all(Array.from({ length: count }, () => random.pick(ready)).map(workAt));
      // Somebody looks at the Sync screen and presses its button, or the storm would wait for patient machines.
      for (const desk of ready) if (random.chance(0.5)) void desk.ask({ do: 'syncNow' }).catch(() => undefined);
      await sleep(random.below(LONGEST_PAUSE_MS));
    },
    async killAtWork({ desk }) {
      const working = desk.isReady() && random.chance(0.7) ? workAt(desk) : Promise.resolve();
      await sleep(random.below(LONGEST_LIFE_AT_WORK_MS));
      await desk.kill();
      await working;
    },
    addClone(seat, image) {
      return addSeat(`${seat.desk.name} clone ${seats.length}`, seat.front, image);
    },
  };
}

/** Where copies of folders lie. */
export function imageFolder(ground: Ground, name: string): string {
  return join(ground.folder, `image-${name.replaceAll(' ', '-')}`);
}
