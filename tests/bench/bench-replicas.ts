/** Rows of replicas: the same pushes through one, two and three server processes on one PostgreSQL. */
import { must } from '../../src-shared/util/assert.ts';
import { availableParallelism } from 'node:os';
import { type BenchServer, databaseCpuMs, type Ground, openGround } from './ground.ts';
import { memoryStation } from './memory-station.ts';
import { type BenchRow, row, timeOf } from './measure.ts';

const STATIONS = 12;
const CASES_EACH = 240;
const CASES_A_PUSH = 20;

interface Run {
  readonly ms: number;
  readonly serverMs: number;
  readonly databaseMs: number | null;
}

export async function benchReplicas(tell: (line: string) => void): Promise<readonly BenchRow[]> {
  const ground = await openGround();
  try {
    const servers = [ground.server, await ground.addServer(), await ground.addServer()];
    tell('  one server');
    await through(ground, servers.slice(0, 1)); // warm
    const one = await through(ground, servers.slice(0, 1));
    const rows: BenchRow[] = [];
    for (const count of [2, 3]) {
      tell(`  ${count} servers`);
      rows.push(replicaRow(count, one, await through(ground, servers.slice(0, count))));
    }
    return rows;
  } finally {
    await ground.close();
  }
}

function replicaRow(count: number, one: Run, many: Run): BenchRow {
  const cases = STATIONS * CASES_EACH;
  const perCase = ({ serverMs, databaseMs }: Run) => ({ server: serverMs / cases, database: (databaseMs ?? 0) / cases });
  const what = {
    measure: `push through ${count} servers`,
    work: `${cases} cases from ${STATIONS} stations, ${CASES_A_PUSH} a push`,
    limit: 'the same through one',
    goal: null,
    beside: {
      'processors of this machine': availableParallelism(),
      'cases a second': Math.round((cases * 1_000) / many.ms),
      'through one': Math.round((cases * 1_000) / one.ms),
      'server processor ms a case': perCase(many).server,
      'through one server ms a case': perCase(one).server,
      'PostgreSQL processor ms a case': perCase(many).database,
      'through one PostgreSQL ms a case': perCase(one).database,
    },
  };
  return row(what, [many.ms], [one.ms]);
}

let casesMade = 0;

async function through(ground: Ground, servers: readonly BenchServer[]): Promise<Run> {
  const stations = Array.from({ length: STATIONS }, (_, at) => memoryStation(must(servers[at % servers.length], 'there is a server').url, `replica ${at}`, CASES_EACH));
  for (const station of stations) await station.round.run();
  for (const station of stations) for (let taken = 0; taken < CASES_EACH; taken += 1) station.take((casesMade += 1));
  const before = await cpu(ground, servers);
  const ms = await timeOf(() => Promise.all(stations.map((station) => station.push(CASES_A_PUSH))));
  const after = await cpu(ground, servers);
  return { ms, serverMs: after.serverMs - before.serverMs, databaseMs: after.databaseMs === null || before.databaseMs === null ? null : after.databaseMs - before.databaseMs };
}

async function cpu(ground: Ground, servers: readonly BenchServer[]) {
  const readings = await Promise.all(servers.map((server) => server.read()));
  return { serverMs: readings.reduce((sum, reading) => sum + reading.cpuMs, 0), databaseMs: await databaseCpuMs(ground.pool) };
}
