/**
 * The storm: 25 workstations, each a process with the product's records and sync, come back at once with 200 cases each. The
 * limit is the same work done one workstation after another, measured just before with as many other cases. Nothing may be lost:
 * afterwards every number is looked up at the server, and every workstation holds the same cases.
 */
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../../src-shared/util/canonical-json.ts';
import type { Pool } from '../../src-server/db/pool.ts';
import { type ChildProgram, startProgram } from './child-program.ts';
import { type Ground, openGround } from './ground.ts';
import { type BenchRow, row } from './measure.ts';
import type { MemoryOrder, MemoryReading } from './memory-desk.ts';
import type { ProcessReading } from './process-reading.ts';
import type { DeskBooks, RoundTimes, StormOrder, StormTimes } from './storm-desk.ts';

const DESKS = 25;
const CASES_EACH = 200;
/** `take` says that the call came a minute before; a little more for the clock. */
const TAKEN_BEFORE_MS = 61_000;
const SAMPLE_MS = 500;
const REST_MS = 10_000;

type Desk = ChildProgram<StormOrder>;

export async function benchStorm(tell: (line: string) => void): Promise<readonly BenchRow[]> {
  const ground = await openGround();
  const bystanderFolder = join(ground.folder, 'bystander');
  mkdirSync(bystanderFolder);
  const bystander = startProgram<MemoryOrder>('memory-desk.ts', [ground.server.url, bystanderFolder]);
  const desks = Array.from({ length: DESKS }, (_, at) => startProgram<StormOrder>('storm-desk.ts', [ground.server.url, ground.folder, `desk-${at}`]));
  const memory = watchMemory(ground, bystander);
  try {
    const since = Date.now() - TAKEN_BEFORE_MS;
    let held = 0;
    for (const desk of desks) held = (await desk.ask<RoundTimes>({ do: 'round' })).cases;
    await memory.until(held);
    const start = await memory.read();
    tell(`  ${DESKS} workstations, one after another`);
    const alone = await oneAfterAnother(desks);
    await memory.until(alone.cases);
    const between = await memory.read();
    tell('  all at once');
    await ground.server.resetDelays();
    const storm = await allAtOnce(desks);
    const { delayP99Ms, delayMaxMs } = await ground.server.read();
    await Promise.all(desks.map((desk) => desk.ask({ do: 'offline' })));
    const slips = await auditStorm(ground.pool, desks, since);
    await memory.until(alone.cases + DESKS * CASES_EACH);
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    const end = await memory.read();
    const work = `${DESKS} workstations with ${CASES_EACH} cases each, at once`;
    const beside = { 'slips looked up': slips, lost: 0, 'server late p99 ms': delayP99Ms, 'server late at most ms': delayMaxMs };
    return [
      row({ measure: 'storm: all cases at the server', work, limit: 'the pushes one after another', goal: 1.2, beside }, [storm.pushedMs], [alone.pushMs]),
      row({ measure: 'storm: all workstations in step', work, limit: 'the same rounds one after another', goal: null }, [storm.inStepMs], [alone.pushMs + alone.otherMs]),
      memoryRow('server', start.server, [between.server, end.server], memory.highest().server),
      memoryRow('data process', start.desk, [between.desk, end.desk], memory.highest().desk),
    ];
  } finally {
    await memory.stop();
    await Promise.all([...desks, bystander].map((program) => program.stop()));
    await ground.close();
  }
}

/** Each takes its cases offline, sends and fetches by itself; afterwards each fetches what came later. */
async function oneAfterAnother(desks: readonly Desk[]): Promise<RoundTimes> {
  await takeCases(desks, 0);
  let total: RoundTimes = { pushMs: 0, otherMs: 0, cases: 0 };
  for (const desk of [...desks, ...desks.slice(0, -1)]) {
    const times = await desk.ask<RoundTimes>({ do: 'round' });
    total = { pushMs: total.pushMs + times.pushMs, otherMs: total.otherMs + times.otherMs, cases: Math.max(total.cases, times.cases) };
  }
  return total;
}

async function allAtOnce(desks: readonly Desk[]): Promise<{ readonly pushedMs: number; readonly inStepMs: number }> {
  await takeCases(desks, DESKS * CASES_EACH);
  const moreCases = (DESKS - 1) * CASES_EACH;
  const start = Date.now();
  const times = await Promise.all(desks.map((desk) => desk.ask<StormTimes>({ do: 'online', moreCases })));
  return { pushedMs: Math.max(...times.map((time) => time.pushedAt)) - start, inStepMs: Math.max(...times.map((time) => time.inStepAt)) - start };
}

async function takeCases(desks: readonly Desk[], from: number): Promise<void> {
  for (const [at, desk] of desks.entries()) await desk.ask({ do: 'take', from: from + at * CASES_EACH, count: CASES_EACH });
}

const SQL = {
  casesOf: `SELECT number, id::text AS "caseId" FROM case_ WHERE number = ANY($1)
             UNION ALL SELECT number, case_id::text FROM case_number_alias WHERE number = ANY($1)`,
  documents: `SELECT document FROM case_ WHERE received_at >= $1 AND id IN (SELECT case_id FROM case_bucket WHERE bucket = 'city' AND present) ORDER BY id::text`,
};

/** Throws when a number leads nowhere or elsewhere, or a workstation differs from the server; else how many numbers were looked up. */
async function auditStorm(pool: Pool, desks: readonly Desk[], since: number): Promise<number> {
  const books = await Promise.all(desks.map((desk) => desk.ask<DeskBooks>({ do: 'books', since })));
  const slips = books.flatMap((book) => book.numbers);
  const { rows } = await pool.query<{ number: string; caseId: string }>(SQL.casesOf, [slips.map(([number]) => number)]);
  const found = new Set(rows.map(({ number, caseId }) => `${number} ${caseId}`));
  const lost = slips.filter(([number, caseId]) => !found.has(`${number} ${caseId}`));
  if (lost.length > 0 || slips.length !== 2 * DESKS * CASES_EACH) throw new Error(`${lost.length} of ${slips.length} numbers do not lead to their case: ${lost.slice(0, 5).join(' ')}`);
  const hash = createHash('sha256');
  for (const { document } of (await pool.query<{ document: unknown }>(SQL.documents, [since])).rows) hash.update(`${canonicalJson(document)}\n`);
  const digest = hash.digest('hex');
  const others = books.flatMap((book, at) => (book.digest === digest ? [] : [at]));
  if (others.length > 0) throw new Error(`workstations ${others.join(', ')} hold other cases than the server`);
  return slips.length;
}

interface Memory {
  readonly server: ProcessReading;
  readonly desk: MemoryReading;
}

/** Reads both processes twice a second until `stop`. */
function watchMemory(ground: Ground, bystander: ChildProgram<MemoryOrder>) {
  let [server, desk] = [0, 0];
  let isWatching = true;
  const read = async (): Promise<Memory> => {
    const reading = { server: await ground.server.read(), desk: await bystander.ask<MemoryReading>({ do: 'read' }) };
    server = Math.max(server, reading.server.rssMb);
    desk = Math.max(desk, reading.desk.rssMb);
    return reading;
  };
  const watch = async (): Promise<void> => {
    while (isWatching) {
      await read();
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
    }
  };
  const watching = watch().catch(() => undefined); // the processes end when the bench does
  return {
    read,
    highest: () => ({ server, desk }),
    /** Waits until the bystander holds so many cases. */
    async until(cases: number) {
      while ((await read()).desk.cases < cases) await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
    },
    stop() {
      isWatching = false;
      return watching;
    },
  };
}

/** `later`: after the first half of the work, and at the end. */
function memoryRow(name: string, start: ProcessReading, later: readonly ProcessReading[], highestMb: number): BenchRow {
  const [between, end] = later.map((reading) => reading.rssMb);
  if (between === undefined || end === undefined) throw new Error('memory is read three times');
  const what = {
    measure: `memory of the ${name}`,
    work: `${2 * DESKS * CASES_EACH} cases from ${DESKS} workstations, the second half at once; p95: highest`,
    limit: 'at its start',
    goal: null,
    unit: 'MB' as const,
    beside: { 'after the first half MB': between, 'at the end MB': end, 'growth in the second half %': (end / between - 1) * 100 },
  };
  return { ...row(what, [end], [start.rssMb]), p95: highestMb };
}
