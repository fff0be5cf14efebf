/**
 * One seed: a few stations and the server live through random work and random faults, then everything settles and the
 * invariants are checked. The real domain core, the real station code on real SQLite, the real server code on real PostgreSQL;
 * one random source, one clock that only the simulation moves.
 */
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { must } from '../../src-shared/util/assert.ts';
import { CaseId, CommandId } from '../../src-shared/util/ids.ts';
import { HOUR_MS, utcMs } from '../../src-shared/util/time.ts';
import { currentCatalogue } from '../../src-data/cases/catalogue.ts';
import { findCase } from '../../src-data/cases/case-queries.ts';
import { runCommand } from '../../src-data/outbox/run-command.ts';
import { readSyncState } from '../../src-data/sync/sync-state.ts';
import type { ClusterAddress } from '../../src-server/testing/fresh-database.ts';
import { createFaultyLink } from './faulty-link.ts';
import { brokenInvariants } from './invariants.ts';
import { plausibleCommand } from './plausible-command.ts';
import { createRandom } from './random.ts';
import { createSimServer } from './sim-server.ts';
import { createSimStation, Killed, type SimStation } from './sim-station.ts';

/** Bugs put in on purpose: the simulation is worth something only if it finds them. */
export const PLANTED_BUGS = ['feedLosesRow', 'numberReused', 'commandForgotten', 'refusalSwallowed'] as const;
export type PlantedBug = (typeof PLANTED_BUGS)[number];

export interface SimulationOptions {
  readonly cluster: ClusterAddress;
  readonly seed: number;
  readonly steps: number;
  readonly bug?: PlantedBug | null;
}

export interface SimulationReport {
  readonly seed: number;
  readonly commands: number;
  readonly refused: number;
  readonly kills: number;
  readonly disksPutBack: number;
  readonly broken: readonly string[];
  /** What happened, a line a step. */
  readonly story: readonly string[];
}

const STATIONS = 3;
const NEW_CASE_RATE = 0.2;
const SETTLING_ROUNDS = 8;
const FAULT_RATE = 0.15;

export async function simulate({ cluster, seed, steps, bug = null }: SimulationOptions): Promise<SimulationReport> {
  const random = createRandom(seed);
  const story: string[] = [];
  const tell = (line: string): void => void story.push(line);
  let clock = 1_795_000_000_000;
  let faultRate = FAULT_RATE;
  const server = await createSimServer(cluster, () => utcMs(clock));
  const link = createFaultyLink({ app: server.app, random, faultRate: () => faultRate, swallows: bug === 'feedLosesRow' ? 'rows' : bug === 'refusalSwallowed' ? 'results' : null, tell });
  const stations = Array.from({ length: STATIONS }, (_, index) => createSimStation({ name: `station ${index + 1}`, transport: link, now: () => clock, tell }));
  const expectedCommands = new Set<string>();
  const expectedNumbers = new Map<string, string>();
  const counts = { commands: 0, refused: 0, kills: 0, disksPutBack: 0 };

  /** Runs `work` on a station that may be killed in it; then it has died and starts again. */
  async function alive(station: SimStation, work: () => void | Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!isKill(error)) {
        tell(`  ${station.name}: ${error instanceof Error ? error.message : String(error)}`);
        return;
      }
      counts.kills += 1;
      tell(`  ${station.name} is killed`);
      station.restart();
    }
  }

  function giveCommand(station: SimStation): void {
    const db = station.db();
    const catalogue = currentCatalogue(db);
    if (!catalogue || readSyncState(db).station === null) return;
    const known = shownCases(station);
    const caseId = known.length === 0 || random.chance(NEW_CASE_RATE) ? CaseId.parse(random.uuid()) : random.pick(known);
    const shown = findCase(db, caseId)?.case ?? null;
    const { type, args, userId } = plausibleCommand(random, shown, clock);
    const actor = must(findStaff(SMALL_CITY, userId), 'the small city has its staff');
    const takesNumber = type === 'case.open' || type === 'case.addCoReporter';
    const request = { commandId: CommandId.parse(random.uuid()), caseId, type, args, takesNumber };
    const outcome = runCommand(db, request, { actor, catalogue, now: () => clock });
    tell(`${station.name} gives ${type} on ${caseId.slice(0, 4)}: ${outcome.ok ? 'done' : outcome.reason}`);
    if (!outcome.ok) return;
    counts.commands += 1;
    expectedCommands.add(request.commandId);
    if (bug === 'numberReused') db.exec('UPDATE number_pool SET used_at = NULL');
    if (bug === 'commandForgotten' && random.chance(0.1)) forgetLastCommand(station);
  }

  async function sync(station: SimStation): Promise<void> {
    tell(`${station.name} syncs`);
    await station.round().run();
  }

  async function step(): Promise<void> {
    clock += random.below(10 * 60_000);
    const station = random.pick(stations);
    const what = random.next();
    if (random.chance(0.08)) station.killAfter(1 + random.below(60));
    if (what < 0.55) await alive(station, () => giveCommand(station));
    else if (what < 0.92) await alive(station, () => sync(station));
    else if (what < 0.95) await alive(station, () => station.takeImage());
    else if (what < 0.965) await putImageBack(station);
    else if (what < 0.98) clock += (random.below(7) - 3) * 24 * HOUR_MS;
    else await server.restart();
  }

  /** Commands that only this disk held are gone with it; no protocol can bring those back. */
  async function putImageBack(station: SimStation): Promise<void> {
    const before = unconfirmed(station);
    if (!station.putImageBack()) return;
    counts.disksPutBack += 1;
    tell(`${station.name} gets last week’s disk back`);
    const { rows } = await server.pool.query<{ uid: string }>('SELECT uid FROM command_result');
    const kept = new Set([...rows.map((row) => row.uid), ...unconfirmed(station)]);
    for (const uid of before) if (!kept.has(uid)) expectedCommands.delete(uid);
  }

  try {
    for (let index = 0; index < steps; index += 1) await step();
    faultRate = 0;
    tell('the network is good again');
    for (let index = 0; index < SETTLING_ROUNDS; index += 1) {
      for (const station of stations) {
        station.killAfter(Number.POSITIVE_INFINITY);
        clock += HOUR_MS;
        await alive(station, () => sync(station));
      }
    }
    const { rows } = await server.pool.query<{ uid: string; status: string }>('SELECT uid, status FROM command_result');
    counts.refused = rows.filter((row) => row.status !== 'accepted').length;
    for (const station of stations) collectNumbers(station, expectedNumbers);
    const broken = await brokenInvariants(server.pool, stations, { commands: expectedCommands, numbers: expectedNumbers });
    return { seed, ...counts, broken, story };
  } finally {
    for (const station of stations) station.dispose();
    await server.dispose();
  }
}

/** A kill inside a transaction or a request comes out as itself or as the cause of what it broke. */
function isKill(error: unknown): boolean {
  return error instanceof Killed || (error instanceof Error && error.cause instanceof Killed);
}

function unconfirmed(station: SimStation): readonly string[] {
  return station
    .db()
    .query<Record<string, never>, { uid: string }>('SELECT uid FROM outbox')
    .all({})
    .map((row) => row.uid);
}

function shownCases(station: SimStation): readonly CaseId[] {
  return station
    .db()
    .query<Record<string, never>, { caseId: CaseId }>('SELECT case_id AS caseId FROM case_ ORDER BY case_id')
    .all({})
    .map((row) => row.caseId);
}

/** Numbers whose command was accepted: each is on a citizen's slip. */
function collectNumbers(station: SimStation, into: Map<string, string>): void {
  const sql = `SELECT command ->> '$.args.trackingNumber' AS number, case_id AS caseId FROM outbox
    WHERE type IN ('case.open', 'case.addCoReporter') AND state = 'confirmed'`;
  for (const { number, caseId } of station.db().query<Record<string, never>, { number: string; caseId: string }>(sql).all({})) into.set(number, caseId);
}

function forgetLastCommand(station: SimStation): void {
  station.db().exec(`DELETE FROM outbox WHERE rowid = (SELECT max(rowid) FROM outbox)`);
}
