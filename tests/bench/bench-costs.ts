/**
 * What each request costs the server: processor time of the server process and of PostgreSQL, which hardly depends on what else
 * the machine is doing. docs/scale.md reckons with these.
 */
import { databaseCpuMs, type Ground, openGround } from './ground.ts';
import { memoryStation, type MemoryStation } from './memory-station.ts';
import { type BenchRow, row } from './measure.ts';

const REQUESTS = 400;
const BATCH = 200;
const BATCHES = 10;
const LONG_PULLS = 5;
const STREAMS = 500;
const POKES = 4;
/** As long as a server with so many streams spreads its pokes, and a little more. */
const SPREAD_MS = 6_000;
const KB = 1_024;
const MB = 1_024 * KB;

/** Milliseconds of processor time. */
interface Cost {
  readonly server: number;
  readonly database: number;
}

export async function benchCosts(tell: (line: string) => void): Promise<readonly BenchRow[]> {
  const ground = await openGround();
  try {
    const writer = memoryStation(ground.server.url, 'writer', 2_000);
    await writer.round.run();
    tell('  single requests');
    const nothing = await costOf(ground, REQUESTS, async () => void (await (await fetch(`${ground.server.url}/nothing`)).text()));
    const costRow = (what: string, cost: Cost, beside: Readonly<Record<string, number>> = {}): BenchRow =>
      row(
        { measure: 'processor time at the server', work: what, limit: 'a request answered with 404', goal: null, beside: { 'server ms': cost.server, 'PostgreSQL ms': cost.database, ...beside } },
        [cost.server + cost.database],
        [nothing.server + nothing.database],
      );
    const hello = costRow('a hello', await costOf(ground, REQUESTS, () => writer.hello()));
    const pull = costRow('a pull without news', await costOf(ground, REQUESTS, () => writer.pull()));
    const push = costRow('a push of one case', await costOf(ground, REQUESTS, () => pushOne(writer)));
    tell('  full pushes and long pulls');
    const bytes = await databaseBytes(ground);
    const full = await fullPushes(ground, writer);
    const perCase = { 'PostgreSQL kB a case': ((await databaseBytes(ground)) - bytes) / KB / (BATCH * BATCHES) };
    const long = await longPulls(ground);
    tell(`  ${STREAMS} event streams`);
    const poked = await pokes(ground, writer);
    return [
      hello,
      pull,
      push,
      costRow(`a case in a push of ${BATCH}`, full, perCase),
      costRow(`a case in a pull of ${REQUESTS + BATCH * BATCHES}`, long),
      costRow(`a push of one case, and ${STREAMS} pokes`, poked.cost, { 'kB of server memory a stream': poked.kbEach }),
    ];
  } finally {
    await ground.close();
  }
}

let casesMade = 0;

function pushOne(writer: MemoryStation): Promise<void> {
  writer.take((casesMade += 1));
  return writer.push(1);
}

/** Of one case, when `BATCH` come at a time. */
async function fullPushes(ground: Ground, writer: MemoryStation): Promise<Cost> {
  await writer.pull(); // as many numbers as are needed
  for (let taken = 0; taken < BATCH * BATCHES; taken += 1) writer.take((casesMade += 1));
  return perEach(await costOf(ground, 1, () => writer.push(BATCH)), BATCH * BATCHES);
}

/** Of one case, when a workstation gets all there are. */
async function longPulls(ground: Ground): Promise<Cost> {
  const fresh = Array.from({ length: LONG_PULLS }, (_, at) => memoryStation(ground.server.url, `fresh ${at}`, 0));
  const cost = await costOf(ground, 1, async () => {
    for (const station of fresh) await station.round.run();
  });
  return perEach(cost, fresh.reduce((sum, station) => sum + station.cases.size, 0));
}

async function pokes(ground: Ground, writer: MemoryStation): Promise<{ readonly cost: Cost; readonly kbEach: number }> {
  await writer.pull();
  const { rssMb } = await ground.server.read();
  const closing = new AbortController();
  const listening = Array.from({ length: STREAMS }, () => writer.listen(closing.signal).catch(() => undefined)); // ended by `closing`
  await rest();
  const kbEach = (((await ground.server.read()).rssMb - rssMb) * MB) / KB / STREAMS;
  const idle = await costOf(ground, POKES, rest);
  const busy = await costOf(ground, POKES, async () => {
    await pushOne(writer);
    await rest();
  });
  closing.abort();
  await Promise.all(listening);
  return { cost: { server: busy.server - idle.server, database: busy.database - idle.database }, kbEach };
}

function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, SPREAD_MS));
}

async function costOf(ground: Ground, times: number, work: () => Promise<void>): Promise<Cost> {
  const before = await readCosts(ground);
  for (let done = 0; done < times; done += 1) await work();
  const after = await readCosts(ground);
  return perEach({ server: after.server - before.server, database: after.database - before.database }, times);
}

async function readCosts(ground: Ground): Promise<Cost> {
  return { server: (await ground.server.read()).cpuMs, database: (await databaseCpuMs(ground.pool)) ?? 0 };
}

function perEach({ server, database }: Cost, count: number): Cost {
  return { server: server / count, database: database / count };
}

async function databaseBytes({ pool }: Ground): Promise<number> {
  return (await pool.query<{ bytes: number }>('SELECT pg_database_size(current_database()) AS bytes')).rows[0]?.bytes ?? 0;
}
