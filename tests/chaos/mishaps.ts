/** What happens to the office in a storm: one mishap a round, some of which last for a few rounds. */
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { DAY_MS } from '../../src-shared/util/time.ts';
import { commandsOnDisk } from './books.ts';
import type { DeskProcess } from './desk-process.ts';
import { imageFolder, type Office, type Seat } from './office.ts';

export const MISHAPS = [
  'killDesk',
  'endDesk',
  'killServer',
  'stopServer',
  'cutServerPower',
  'killPostmaster',
  'killBackend',
  'partition',
  'moveDeskClock',
  'moveServerClock',
  'takeDiskImage',
  'putDiskBack',
  'putDiskImageBack',
  'cloneDisk',
  'takeServerImage',
  'putServerBack',
  'backUpServer',
  'restoreServer',
] as const;
export type MishapName = (typeof MISHAPS)[number];

/** How often each comes, against the others. */
const WEIGHTS: Record<MishapName, number> = {
  killDesk: 6,
  endDesk: 1,
  killServer: 3,
  stopServer: 1,
  cutServerPower: 2,
  killPostmaster: 2,
  killBackend: 2,
  partition: 5,
  moveDeskClock: 2,
  moveServerClock: 1,
  takeDiskImage: 3,
  putDiskBack: 2,
  putDiskImageBack: 2,
  cloneDisk: 2,
  takeServerImage: 2,
  putServerBack: 1,
  backUpServer: 2,
  restoreServer: 1,
};

export interface Mishaps {
  /** One mishap, and the end of those whose time has come. */
  strike(round: number): Promise<void>;
  /** Ends all mishaps; every desk and the server run again, and the network is good. */
  heal(): Promise<void>;
  counts(): ReadonlyMap<MishapName, number>;
}

const MOST_CLONES = 3;
const LONGEST_ROUNDS = 4;
const FARTHEST_DAYS = 10;

export function createMishaps(office: Office, only: readonly MishapName[] | null): Mishaps {
  const { random, server, tell, ground } = office;
  const counts = new Map<MishapName, number>();
  const drawn = MISHAPS.filter((name) => only === null || only.includes(name)).flatMap((name) => Array.from({ length: WEIGHTS[name] }, () => name));
  const ends: { round: number; work: () => void | Promise<void> }[] = [];
  const images = new Map<Seat, string>();
  const serverImage = imageFolder(ground, 'server');
  let backup: string | null = null;
  let clones = 0;
  let now = 0;
  let serverClockOffsetMs = 0;
  let isServerDown = false;

  const lasting = (work: () => void | Promise<void>, longest = LONGEST_ROUNDS): void => void ends.push({ round: now + 1 + random.below(longest), work });

  async function bringServerBack(): Promise<void> {
    if (!isServerDown) return;
    isServerDown = false;
    await office.startServer(serverClockOffsetMs);
    tell('  the server is back');
  }

  async function takeServerDown(how: () => Promise<void>): Promise<void> {
    await bringServerBack();
    isServerDown = true;
    await how();
    lasting(bringServerBack, 2);
  }

  function bringBack({ desk }: Seat): void {
    if (!desk.isRunning()) desk.start();
  }

  /** What no outbox and no database holds any more is gone; the books are told. */
  async function strikeFromBooks(): Promise<void> {
    await bringServerBack();
    const results = await server.query<{ uid: string }>('SELECT uid FROM command_result');
    const onDisks = office.seats().flatMap(({ desk }) => commandsOnDisk(desk.dataDir));
    const struck = office.books.strike(new Set([...results.map((row) => row.uid), ...onDisks]));
    tell(`  ${struck} entries were there alone and are gone`);
  }

  async function putBack(how: (desk: DeskProcess, image: string) => void): Promise<void> {
    if (images.size === 0) return;
    const [seat, image] = random.pick([...images]);
    await office.killAtWork(seat);
    how(seat.desk, image);
    tell(`  ${seat.desk.name} gets its old disk back`);
    await strikeFromBooks();
    lasting(() => bringBack(seat));
  }

  const strikes: Record<MishapName, (seat: Seat) => void | Promise<void>> = {
    async killDesk(seat) {
      await office.killAtWork(seat);
      lasting(() => bringBack(seat));
    },
    async endDesk(seat) {
      if (seat.desk.isReady()) await seat.desk.end();
      lasting(() => bringBack(seat));
    },
    killServer: () => takeServerDown(server.kill),
    stopServer: () => takeServerDown(server.stop),
    cutServerPower: () => takeServerDown(server.cutPower),
    killPostmaster: () => server.killPostmaster(),
    killBackend: () => server.killBackend(),
    partition({ front }) {
      const isAll = random.chance(0.3);
      const kind = random.pick(['refused', 'silent'] as const);
      const fronts = isAll ? office.seats().map((one) => one.front) : [front];
      for (const one of fronts) one.setPartition(kind);
      lasting(() => {
        for (const one of fronts) one.setPartition('none');
      });
    },
    moveDeskClock({ desk }) {
      desk.setClock((random.below(2 * FARTHEST_DAYS) - FARTHEST_DAYS) * DAY_MS);
    },
    async moveServerClock() {
      serverClockOffsetMs = (random.below(2 * FARTHEST_DAYS) - FARTHEST_DAYS) * DAY_MS;
      await takeServerDown(server.stop);
    },
    async takeDiskImage(seat) {
      await seat.desk.kill();
      const image = imageFolder(ground, seat.desk.name);
      rmSync(image, { recursive: true, force: true });
      seat.desk.copyTo(image);
      images.set(seat, image);
      lasting(() => bringBack(seat));
    },
    putDiskBack: () => putBack((desk, image) => desk.putBack(image)),
    putDiskImageBack: () => putBack((desk, image) => desk.putImageBack(image)),
    cloneDisk() {
      if (images.size === 0 || clones >= MOST_CLONES) return;
      const [seat, image] = random.pick([...images]);
      clones += 1;
      const clone = office.addClone(seat, image);
      tell(`  ${clone.desk.name} begins with a copy of ${seat.desk.name}`);
      clone.desk.start();
    },
    async takeServerImage() {
      await takeServerDown(server.stop);
      execFileSync('rm', ['-rf', serverImage]);
      server.copyTo(serverImage);
    },
    async putServerBack() {
      if (!existsSync(serverImage)) return;
      await takeServerDown(server.cutPower);
      server.putBack(serverImage);
      backup = null; // those taken since lie in the folder that is gone
      await strikeFromBooks();
    },
    async backUpServer() {
      await bringServerBack();
      backup = await server.backUp();
    },
    async restoreServer() {
      if (backup === null) return;
      const file = backup;
      await takeServerDown(server.stop);
      await server.restore(file);
      tell('  the server is restored from its backup');
      await strikeFromBooks();
    },
  };

  async function endThose(isDue: (round: number) => boolean): Promise<void> {
    const due = ends.filter((end) => isDue(end.round));
    for (const end of due) ends.splice(ends.indexOf(end), 1);
    for (const end of due) await end.work();
  }

  return {
    counts: () => counts,
    async strike(round) {
      now = round;
      await endThose((due) => due <= round);
      const name = random.pick(drawn);
      const seat = random.pick(office.seats());
      counts.set(name, (counts.get(name) ?? 0) + 1);
      tell(`  ${name} (${seat.desk.name})`);
      await strikes[name](seat);
    },
    async heal() {
      await endThose(() => true);
      await bringServerBack();
      for (const { desk, front } of office.seats()) {
        front.setPartition('none');
        front.setFaultRate(0);
        front.resetAll();
        if (!desk.isRunning()) desk.start();
      }
      await Promise.all(office.seats().map(({ desk }) => desk.untilReady()));
    },
  };
}
