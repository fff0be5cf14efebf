/**
 * Up to 200 workstations come back in the same second with a few cases each. They speak the product's protocol with its own
 * client and loop over real HTTP and keep their cases in memory (`memory-station.ts` says why); the limit is the same rounds one
 * after another. In three sizes: what it costs grows with the square of them, since each workstation gets everyone's cases.
 */
import { type ChildProgram, startProgram } from './child-program.ts';
import type { CrowdOrder, CrowdTimes } from './crowd-program.ts';
import { databaseCpuMs, type Ground, openGround } from './ground.ts';
import { type BenchRow, percentile, row } from './measure.ts';

const PROCESSES = 4;
const SIZES = [48, 100, 200];
const CASES_EACH = 3;

type Crowd = ChildProgram<CrowdOrder>;

export async function benchStormOfMany(tell: (line: string) => void): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const stations of SIZES) rows.push(await stormOf(stations, tell));
  return rows;
}

async function stormOf(stations: number, tell: (line: string) => void): Promise<BenchRow> {
  const ground = await openGround();
  const crowds = Array.from({ length: PROCESSES }, (_, at) => startProgram<CrowdOrder>('crowd-program.ts', [ground.server.url, String(stations / PROCESSES), `crowd-${at}`]));
  try {
    tell(`  ${stations} workstations, one after another`);
    for (const crowd of crowds) await crowd.ask({ do: 'rounds' });
    await takeCases(crowds, 0, stations);
    let aloneMs = 0;
    // The first time each sends its own; the second time it fetches what came after.
    for (const crowd of [...crowds, ...crowds]) aloneMs += await crowd.ask<number>({ do: 'rounds' });
    tell('  all at once');
    await takeCases(crowds, stations * CASES_EACH, stations);
    return await storm(ground, crowds, { stations, aloneMs });
  } finally {
    await Promise.all(crowds.map((crowd) => crowd.stop()));
    await ground.close();
  }
}

async function storm(ground: Ground, crowds: readonly Crowd[], { stations, aloneMs }: { readonly stations: number; readonly aloneMs: number }): Promise<BenchRow> {
  const moreCases = stations * CASES_EACH;
  const untilCases = (await countCases(ground)) + moreCases;
  await ground.server.resetDelays();
  const before = await ground.server.read();
  const databaseBefore = await databaseCpuMs(ground.pool);
  const start = Date.now();
  const times = await Promise.all(crowds.map((crowd) => crowd.ask<CrowdTimes>({ do: 'online', moreCases })));
  const after = await ground.server.read();
  const databaseAfter = await databaseCpuMs(ground.pool);
  await Promise.all(crowds.map((crowd) => crowd.ask({ do: 'offline' })));
  const inStep = times.flatMap((time) => time.inStepAt).map((at) => at - start);
  const atServer = await countCases(ground);
  if (atServer !== untilCases) throw new Error(`the server has ${atServer} cases, not ${untilCases}`);
  const sum = (of: (time: CrowdTimes) => number): number => times.reduce((total, time) => total + of(time), 0);
  const what = {
    measure: 'storm of many: all in step',
    work: `${stations} workstations with ${CASES_EACH} cases each, at once`,
    limit: 'the same rounds one after another',
    goal: null,
    beside: {
      'all cases at the server ms': Math.max(...times.flatMap((time) => time.pushedAt)) - start,
      'in step p50 ms': percentile(inStep, 0.5),
      'slowest ms': Math.max(...inStep),
      'answers': sum((time) => time.answers),
      'busy answers %': (100 * sum((time) => time.busy)) / sum((time) => time.answers),
      'server late p99 ms': after.delayP99Ms,
      'server late at most ms': after.delayMaxMs,
      'server processor ms': after.cpuMs - before.cpuMs,
      'PostgreSQL processor ms': (databaseAfter ?? 0) - (databaseBefore ?? 0),
    },
  };
  return row(what, [Math.max(...inStep)], [aloneMs]);
}

async function takeCases(crowds: readonly Crowd[], from: number, stations: number): Promise<void> {
  const each = (stations / PROCESSES) * CASES_EACH;
  await Promise.all(crowds.map((crowd, at) => crowd.ask({ do: 'take', from: from + at * each, each: CASES_EACH })));
}

async function countCases({ pool }: Ground): Promise<number> {
  return (await pool.query<{ count: number }>('SELECT count(*)::int AS count FROM case_')).rows[0]?.count ?? 0;
}
