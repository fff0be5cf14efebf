/**
 * One seed: a few stations and the server live through random work and random faults, then everything settles. The invariants
 * are checked after every event and at the end.
 *
 * The real domain core, the real station code on real SQLite, the real server code on real PostgreSQL, one random source, one
 * clock that only the story moves. PostgreSQL is the embedded one and no stand-in: half of what the server promises (order of
 * revisions, snapshots, unique keys, locks) is the database's, and a store of our own would only be asked to agree with us.
 */
import { HOUR_MS, MINUTE_MS } from '../../src-shared/util/time.ts';
import type { ClusterAddress } from '../../src-server/testing/fresh-database.ts';
import { happen } from './actions/index.ts';
import { freeDisk } from './actions/disk.ts';
import { letGo } from './actions/network.ts';
import { signInAdministrator } from './actions/office-command.ts';
import { quietRound } from './actions/round.ts';
import { type Broken, findBroken } from './invariants/index.ts';
import { isOnItsWay } from './invariants/office-view.ts';
import { isWaiting, viewStation } from './invariants/station-view.ts';
import type { PlantedBug } from './planted-bugs.ts';
import { withSeededCrypto } from './seeded-crypto.ts';
import type { SimEvent } from './story/event.ts';
import { tellEvent } from './story/tell-event.ts';
import { TYPED_WORDS } from './words.ts';
import { type Counts, createWorld, type World } from './world.ts';

export interface SimulationOptions {
  readonly cluster: ClusterAddress;
  readonly seed: number;
  readonly story: readonly SimEvent[];
  readonly bug?: PlantedBug | null;
  /** Only these invariants; null: all. */
  readonly only?: ReadonlySet<string> | null;
  readonly words?: readonly string[];
  /** Every second station speaks the protocol before. */
  readonly isMixed?: boolean;
}

export interface SimulationReport {
  readonly counts: Readonly<Counts>;
  /** Empty when all holds. */
  readonly broken: readonly Broken[];
  /** Id of the event after which something was broken; null: when everything had settled, or nothing was. */
  readonly brokenAt: number | null;
  /** What happened, a line each. */
  readonly told: readonly string[];
  /** The server's cases in the end, as canonical JSON by id. */
  readonly cases: ReadonlyMap<string, string>;
}

const SETTLING_ROUNDS = 8;

/** Lets a story happen. It ends with the first event after which something is broken. */
export async function simulate(options: SimulationOptions): Promise<SimulationReport> {
  const { cluster, seed, story, bug = null, only = null, words = TYPED_WORDS, isMixed = false } = options;
  const told: string[] = [];
  const world = await withSeededCrypto(`${seed} beginning`, () => createWorld({ cluster, seed, bug, words, isMixed, tell: (line) => void told.push(line) }));
  try {
    for (const event of story) {
      told.push(`${timeOf(world)} #${event.id} ${tellEvent(event, (index) => world.desk(index).station.name)}`);
      world.passTime(event.minutes);
      await withSeededCrypto(`${seed} ${event.id}`, () => happen(world, event));
      const broken = await findBroken(await world.look('step'), only);
      if (broken.length > 0) return await report(world, { broken, brokenAt: event.id, told });
    }
    told.push(`${timeOf(world)} the network is good again, and everybody syncs`);
    await withSeededCrypto(`${seed} end`, () => settle(world));
    const steps = await findBroken(await world.look('step'), only);
    const broken = [...steps, ...(await findBroken(await world.look('end'), only))];
    return await report(world, { broken, brokenAt: null, told });
  } finally {
    await world.dispose();
  }
}

function timeOf(world: World): string {
  const minutes = Math.round((world.now() - 1_795_000_000_000) / MINUTE_MS);
  return `day ${Math.floor(minutes / 1_440) + 1} ${String(Math.floor((minutes % 1_440) / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

async function settle(world: World): Promise<void> {
  for (const desk of world.desks) {
    desk.line.reconnect();
    freeDisk(desk);
    await letGo(world, desk);
  }
  for (let index = 0; index < SETTLING_ROUNDS && !(await isSettled(world)); index += 1) {
    for (const desk of world.desks) {
      world.passTime(HOUR_MS / MINUTE_MS);
      await signInAdministrator(world, desk); // else what was published there would wait for it for ever
      await quietRound(world, desk);
    }
  }
}

/** Everybody has the server's last revision and nothing to send: more rounds would change nothing. */
async function isSettled(world: World): Promise<boolean> {
  const { rows } = await world.server.pool().query<{ epoch: number; rev: number }>('SELECT epoch, rev FROM sync_clock');
  return world.desks.every(({ station }) => {
    const { epoch, cutRev, outbox, office } = viewStation(station);
    const isOfficeSettled = office.isOlder || office.rows.every((row) => !isOnItsWay(row) || row.code === 'buildsOnUnknown');
    return epoch === rows[0]?.epoch && cutRev === rows[0].rev && !outbox.some(isWaiting) && isOfficeSettled;
  });
}

async function report(world: World, outcome: Pick<SimulationReport, 'broken' | 'brokenAt' | 'told'>): Promise<SimulationReport> {
  const { life } = await world.look('step');
  world.counts.refused = life.results.filter((result) => result.status !== 'accepted').length;
  const cases = new Map([...life.cases].map(([id, versions]) => [id, versions.at(-1)?.text ?? '']));
  return { counts: world.counts, cases, ...outcome };
}
