/** Everything a story happens to: the server, the stations with their wires, the time, and what is known of them all. */
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { SIM_CITY } from './sim-city.ts';
import { MINUTE_MS, utcMs } from '../../src-shared/util/time.ts';
import { catalogueOfVersion } from '../../src-data/cases/catalogue.ts';
import { ruleBooks } from '../../src-data/cases/rule-book-table.ts';
import type { ClusterAddress } from '../../src-server/testing/fresh-database.ts';
import type { GivenCommand, Look } from './invariants/invariant.ts';
import { type Life, lifeFrom, lookAgain, newLife } from './invariants/ledger.ts';
import { uidOf } from '../../src-server/recovery/recover-case.ts';
import { baseOf, type StationView, viewStation } from './invariants/station-view.ts';
import { OWN_RANGE_DIGITS } from './actions/own-range.ts';
import type { PlantedBug } from './planted-bugs.ts';
import { createSimServer, type SimServer } from './server/sim-server.ts';
import { createSimStation, type DiskImage, type SimStation } from './station/sim-station.ts';
import { createLine, type Exchange, type Line } from './wire/line.ts';

export interface WorldOptions {
  readonly cluster: ClusterAddress;
  readonly seed: number;
  readonly bug: PlantedBug | null;
  /** What people type. */
  readonly words: readonly string[];
  /** Every second station speaks the protocol of the version before. */
  readonly isMixed: boolean;
  readonly tell: (line: string) => void;
}

/** One computer on a desk. */
export interface Desk {
  readonly station: SimStation;
  readonly line: Line;
  /** Rounds that wait for an answer held up on its way. */
  readonly waiting: Set<Promise<void>>;
}

export interface Counts {
  commands: number;
  officeCommands: number;
  refused: number;
  kills: number;
  serverKills: number;
  disksPutBack: number;
  forks: number;
  epochs: number;
  restores: number;
  exchanges: number;
}

export interface World {
  readonly desks: Desk[];
  readonly server: SimServer;
  readonly words: readonly string[];
  readonly counts: Counts;
  readonly bug: PlantedBug | null;
  readonly tell: (line: string) => void;
  /** By command id; those that were lost with every disk that held them are taken out again. */
  readonly given: Map<string, GivenCommand>;
  /** Numbers, and beginnings of numbers, that may rightly be given out twice: they were free on a disk that was copied. */
  readonly copiedNumbers: Set<string>;
  readonly numbersGivenTwice: string[];
  noteGiven(command: GivenCommand): void;
  noteOfficeGiven(uid: string): void;
  /** The number stands on a paper form: only the case that is keyed in from it may get it. */
  noteOnPaper(number: string): void;
  now(): number;
  passTime(minutes: number): void;
  shiftServerClock(ms: number): void;
  catalogue(): Catalogue;
  setCatalogue(catalogue: Catalogue): void;
  /** The desk an event means; there is always one. */
  desk(index: number): Desk;
  addDesk(name: string, disk?: DiskImage): Desk;
  /** Notes that the event did something at this desk. */
  touch(desk: Desk): void;
  /** The desk's disk is another one now. */
  forgetView(desk: Desk): void;
  /** The present life of the server's database, kept as a copy. */
  keepLife(): void;
  beginLife(from: 'copy' | 'nothing', name: string): void;
  /** Takes commands that no disk and no server holds any more out of what is expected. */
  forgetDestroyed(): Promise<void>;
  /** What changed since the look before; at the end, everything. */
  look(when: Look['when']): Promise<Look>;
  dispose(): Promise<void>;
}

const BEGINNING = 1_795_000_000_000;
const DESK_NAMES = ['Counter 1', 'Phone 2', 'Streets 3'];

export async function createWorld(options: WorldOptions): Promise<World> {
  const { bug, tell } = options;
  let now = BEGINNING;
  let serverOffsetMs = 0;
  let catalogue: Catalogue = SIM_CITY;
  const server = await createSimServer({
    cluster: options.cluster,
    seed: options.seed,
    now: () => utcMs(now + serverOffsetMs),
    catalogue: () => catalogue,
    ...(bug?.server ? { rewrite: bug.server } : {}),
    schemaChange: bug?.schema ?? null,
  });
  const desks: Desk[] = [];
  const lives: Life[] = [newLife('the server')];
  let copy: Life | null = null;
  let exchanges: (Exchange & { readonly life: Life })[] = [];
  const touched = new Set<Desk>();
  const views = new Map<Desk, StationView>();
  const counts: Counts = { commands: 0, officeCommands: 0, refused: 0, kills: 0, serverKills: 0, disksPutBack: 0, forks: 0, epochs: 0, restores: 0, exchanges: 0 };
  const given = new Map<string, GivenCommand>();
  const officeGiven = new Set<string>();
  const copiedNumbers = new Set<string>();
  const numbersGivenTwice: string[] = [];
  const onPaper = new Set<string>();
  const endlessRounds: string[] = [];

  const life = (): Life => {
    const [newest] = lives;
    if (newest === undefined) throw new Error('the server never lived');
    return newest;
  };

  function addDesk(name: string, disk?: DiskImage): Desk {
    const isOlder = options.isMixed && desks.length % 2 === 1;
    const note = (exchange: Exchange): void => {
      counts.exchanges += 1;
      exchanges.push({ ...exchange, life: life() });
    };
    const line = createLine({ station: name, server, tell, note, noteEndless: () => void endlessRounds.push(name), translate: bug?.wire?.() ?? (isOlder ? bug?.olderWire?.() : null) ?? {} });
    const rewrite = bug?.station ? { rewrite: bug.station } : {};
    const station = createSimStation({ name, transport: line.transport, now: () => now, tell, isOlder, ...(disk ? { disk } : {}), ...rewrite });
    const desk: Desk = { station, line, waiting: new Set() };
    desks.push(desk);
    touched.add(desk);
    return desk;
  }

  for (const name of DESK_NAMES) addDesk(name);

  return {
    desks,
    server,
    words: options.words,
    counts,
    bug,
    tell,
    given,
    copiedNumbers,
    numbersGivenTwice,
    noteGiven(command) {
      counts.commands += 1;
      const { uid, number } = command;
      // The same sheet may be keyed in at two desks that do not know of each other; a number of the pool may never be on paper.
      const isKnown = number !== null && command.isOffForm !== true && (onPaper.has(number) || [...given.values()].some((earlier) => earlier.number === number));
      if (isKnown && !copiedNumbers.has(number) && !copiedNumbers.has(number.slice(0, OWN_RANGE_DIGITS))) numbersGivenTwice.push(number);
      given.set(uid, command);
    },
    noteOnPaper(number) {
      const isKnown = onPaper.has(number) || [...given.values()].some((earlier) => earlier.number === number);
      if (isKnown && !copiedNumbers.has(number)) numbersGivenTwice.push(number);
      onPaper.add(number);
    },
    noteOfficeGiven(uid) {
      counts.officeCommands += 1;
      officeGiven.add(uid);
    },
    now: () => now,
    passTime(minutes) {
      now += minutes * MINUTE_MS;
    },
    shiftServerClock(ms) {
      serverOffsetMs += ms;
    },
    catalogue: () => catalogue,
    setCatalogue(next) {
      catalogue = next;
    },
    desk(index) {
      const desk = desks[index % desks.length];
      if (desk === undefined) throw new Error('there is no desk');
      return desk;
    },
    addDesk,
    touch: (desk) => void touched.add(desk),
    forgetView(desk) {
      views.delete(desk);
      touched.add(desk);
    },
    keepLife() {
      copy = lifeFrom('copy', life());
    },
    beginLife(from, name) {
      lives.unshift(from === 'copy' && copy ? lifeFrom(name, copy) : newLife(name));
      if (from === 'nothing') copy = null;
    },
    async forgetDestroyed() {
      await lookAgain(life(), server.pool());
      const all = desks.map(({ station }) => viewStation(station));
      const kept = new Set([...life().results.map((result) => result.uid), ...all.flatMap((view) => view.outbox.map((row) => row.uid))]);
      // A server set up anew takes cases it lacks from copies, and nothing more of those it has.
      const copied = new Set(life().isRestored ? all.flatMap(copiedCommands) : []);
      const officeKept = new Set([...life().office.results.map(({ uid }) => uid), ...all.flatMap((view) => view.office.rows.map((row) => row.uid))]);
      for (const uid of officeGiven) if (!officeKept.has(uid)) officeGiven.delete(uid);
      for (const [uid, command] of given) {
        if (kept.has(uid)) continue;
        if (copied.has(uid)) given.set(uid, { ...command, isOnlyCopied: true });
        else given.delete(uid);
      }
    },
    async look(when) {
      await lookAgain(life(), server.pool());
      const seen = (when === 'end' ? desks : [...touched]).map((desk) => {
        const view = viewStation(desk.station);
        const before = views.get(desk) ?? null;
        views.set(desk, view);
        return { view, before, catalogues: cataloguesOf(desk.station), ruleBooks: ruleBooks(desk.station.db()) };
      });
      touched.clear();
      const passed = exchanges;
      exchanges = [];
      return { when, pool: server.pool(), life: life(), lives, stations: seen, exchanges: passed, given: [...given.values()], officeGiven: [...officeGiven], numbersGivenTwice, endlessRounds };
    },
    async dispose() {
      for (const { station, line, waiting } of desks) {
        line.forget();
        await Promise.all(waiting);
        station.dispose();
      }
      await server.dispose();
    },
  };
}

function cataloguesOf(station: SimStation): readonly Catalogue[] {
  const versions = station.db().raw.prepare<[], number>('SELECT version FROM catalogue ORDER BY version DESC').pluck().all();
  return versions.flatMap((version) => catalogueOfVersion(station.db(), version) ?? []);
}

/** Commands whose effect this disk has from the server. Sealed cases are not offered to another life of it. */
function copiedCommands(view: StationView): readonly string[] {
  const seen = [...view.membership.keys()].flatMap((caseId) => baseOf(view, caseId)?.document ?? []);
  return [...seen, ...view.lost].filter((document) => !document.isSealed).flatMap((document) => document.history.map(uidOf));
}
