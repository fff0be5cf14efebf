/**
 * A workstation of the storm in a process of its own: the product's records, rounds and loop on real SQLite. Orders come over
 * the channel to its parent, one at a time.
 *
 * `node storm-desk.ts SERVER_URL FOLDER NAME`
 */
import { createHash } from 'node:crypto';
import { constants, setPriority } from 'node:os';
import { must } from '../../src-shared/util/assert.ts';
import { canonicalJson } from '../../src-shared/util/canonical-json.ts';
import { createSyncLoop, type SyncLoop } from '../../src-data/sync/sync-loop.ts';
import { answerOrders } from './child-program.ts';
import { readProcess } from './process-reading.ts';
import { openStation, take } from './station.ts';

export type StormOrder =
  /** Takes cases as in an outage. */
  | { readonly do: 'take'; readonly from: number; readonly count: number }
  /** One round by itself. */
  | { readonly do: 'round' }
  /** Goes online; answers when this desk has so many cases more than now (its own are here already) and nothing waits. */
  | { readonly do: 'online'; readonly moreCases: number }
  /** Goes offline; answers when the loop stands still. */
  | { readonly do: 'offline' }
  /** What it gave out, and what it holds that was received since. */
  | { readonly do: 'books'; readonly since: number }
  | { readonly do: 'read' };

export interface RoundTimes {
  readonly pushMs: number;
  readonly otherMs: number;
  /** Held afterwards. */
  readonly cases: number;
}

/** Moments as Date.now() has them: they are compared between processes. */
export interface StormTimes {
  readonly pushedAt: number;
  readonly inStepAt: number;
}

export interface DeskBooks {
  /** Each number given out here, and its case. */
  readonly numbers: readonly (readonly [string, string])[];
  /** SHA-256 over the documents. */
  readonly digest: string;
}

const CHECK_MS = 50;
/** Something is wrong by then. */
const PATIENCE_MS = 600_000;
const SQL = {
  waiting: `SELECT count(*) AS count FROM outbox WHERE state IN ('queued', 'sent')`,
  cases: 'SELECT count(*) AS count FROM case_',
  number: 'SELECT tracking_number AS number FROM case_ WHERE case_id = :caseId',
  documents: 'SELECT document FROM case_document JOIN case_ USING (case_key) WHERE received_at >= :since ORDER BY case_id',
};

// Real workstations have processors of their own; here they take only what the server and PostgreSQL leave.
setPriority(constants.priority.PRIORITY_LOW);

const [url = '', folder = '', name = ''] = process.argv.slice(2);
const station = openStation(url, folder, name);
let loop: SyncLoop | null = null;
/** What is on the citizens' slips. */
const slips: (readonly [string, string])[] = [];

answerOrders(carryOut);

function carryOut(order: StormOrder): unknown {
  switch (order.do) {
    case 'take':
      for (let index = order.from; index < order.from + order.count; index += 1) takeSlip(index);
      return null;
    case 'round':
      return oneRound();
    case 'online':
      return goOnline(order.moreCases);
    case 'offline':
      return loop?.stop();
    case 'books':
      return books(order.since);
    case 'read':
      return readProcess();
  }
}

async function oneRound(): Promise<RoundTimes> {
  const [start, before] = [performance.now(), station.pushMs()];
  await station.round.run();
  const pushMs = station.pushMs() - before;
  return { pushMs, otherMs: performance.now() - start - pushMs, cases: count(SQL.cases) };
}

async function goOnline(moreCases: number): Promise<StormTimes> {
  loop = createSyncLoop({ round: station.round, client: station.client, now: Date.now, random: Math.random, onConnection: () => undefined, log: () => undefined });
  loop.start();
  const start = Date.now();
  const before = count(SQL.cases);
  while (count(SQL.cases) < before + moreCases || count(SQL.waiting) > 0) {
    if (Date.now() > start + PATIENCE_MS) throw new Error(`not in step: ${count(SQL.cases) - before} cases came, ${count(SQL.waiting)} wait`);
    await new Promise((resolve) => setTimeout(resolve, CHECK_MS));
  }
  return { pushedAt: station.lastPushAt(), inStepAt: Date.now() };
}

function takeSlip(index: number): void {
  const caseId = take(station, index);
  slips.push([must(station.db.query<{ caseId: string }, { number: string }>(SQL.number).get({ caseId }), 'the case was just taken').number, caseId]);
}

function count(sql: string): number {
  return station.db.query<Record<string, never>, { count: number }>(sql).get({})?.count ?? 0;
}

function books(since: number): DeskBooks {
  const hash = createHash('sha256');
  for (const { document } of station.db.query<{ since: number }, { document: string }>(SQL.documents).iterate({ since })) hash.update(`${canonicalJson(JSON.parse(document))}\n`);
  return { numbers: slips, digest: hash.digest('hex') };
}
