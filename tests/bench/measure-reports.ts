/**
 * How long the monthly report takes, at the server and at a workstation, and how long it keeps others waiting meanwhile:
 * `node tests/bench/measure-reports.ts [cases]`, 100,000 when left out. Prints; judges nothing.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveCatalogue } from '../../src-data/cases/catalogue.ts';
import { writeCase } from '../../src-data/cases/write-case.ts';
import { closeDatabase, openDatabase, type WriteDb } from '../../src-data/db/database.ts';
import { migrate } from '../../src-data/db/migrate.ts';
import { casesBehindFigure, monthlyReport, type ReportDesk, reportTrend } from '../../src-data/reports/ask-report.ts';
import { beginSession } from '../../src-data/session/session.ts';
import { setCursor } from '../../src-data/sync/buckets.ts';
import { listCasesBehind, makeKeptMonth, makeReport, makeTrend } from '../../src-server/reports/make-report.ts';
import { putCases } from '../../src-server/testing/many-cases.ts';
import { Command, COMMAND_VERSIONS, type CommandType } from '../../src-shared/commands/index.ts';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { decide } from '../../src-shared/domain/decide.ts';
import { ReportMonth } from '../../src-shared/reports/report-month.ts';
import { EVERYBODYS_REPORT } from '../../src-shared/reports/report-scope.ts';
import { BUSY_CITY } from '../../src-shared/reports/testing/random-histories.ts';
import { trackingNumberFromPayload } from '../../src-shared/tracking-number/tracking-number.ts';
import { must } from '../../src-shared/util/assert.ts';
import { DAY_MS, HOUR_MS, utcMs } from '../../src-shared/util/time.ts';
import { createRandom, type Random } from '../simulation/random.ts';
import { openGround } from './ground.ts';
import { openCommand } from './made-up-cases.ts';

const COUNT = Number(process.argv[2] ?? 100_000);
const NOW = utcMs(Date.UTC(2026, 10, 20, 15));
const SPAN_MS = 420 * DAY_MS;
const KINDS_OF_STORIES = 1_000;
const MONTH = ReportMonth.parse('2026-10');
const boss = { ...must(BUSY_CITY.staff[0], 'it has staff'), id: 'boss', name: 'boss', roles: ['cityManager'], departmentCodes: [] };
const CITY = Catalogue.parse({ ...BUSY_CITY, version: 2, staff: [...BUSY_CITY.staff, boss] });

/** What usually happens to a case: an answer within days, a note, most closed within weeks, some asked how it went. */
function story(seed: number): Case {
  const random = createRandom(seed + 1);
  let now = Date.UTC(2026, 0, 5, 15);
  let current = judged(null, openCommand(random, seed, now));
  const give = (type: CommandType, waitHours: number, args: unknown): void => {
    now += waitHours * HOUR_MS;
    const raw = { uid: random.uuid(), caseId: current.id, type, v: COMMAND_VERSIONS.get(type) ?? 1, args, userId: 'agent', station: 'bench', madeAt: Math.round(now) };
    current = judged(current, Command.parse(raw));
  };
  give('case.assign', random.below(10), { assigneeId: 'streets', seenAssigneeId: null, note: '' });
  give('case.logContact', random.below(120), { method: 'phone', direction: 'toCitizen', outcome: 'reached', person: '', text: 'Told them when the crew comes.' });
  give('case.addProgressNote', random.below(100), { text: 'The crew was there and measured.' });
  if (random.chance(0.06)) return current;
  give('case.close', random.below(400), { disposition: 'RESOLVED', closingNote: 'The crew filled the hole on Tuesday.', completionDate: null });
  if (random.chance(0.3)) give('case.recordSurvey', random.below(90), { trackingNumber: current.trackingNumber, rating: 1 + random.below(5), comment: 'Thank you.', method: 'web' });
  return current;
}

function judged(current: Case | null, command: Command): Case {
  const decision = decide(current, command, { catalogue: CITY, actor: findStaff(CITY, 'agent') ?? null });
  if (!decision.ok) throw new Error(`refused: ${command.type} ${decision.reason}`);
  return decision.next;
}

/** The same stories again and again, each at another time, with another id and number. */
function* manyCases(random: Random): Iterable<Case> {
  const stories = Array.from({ length: KINDS_OF_STORIES }, (_, seed) => JSON.stringify(story(seed)));
  for (let index = 0; index < COUNT; index += 1) {
    const shift = NOW - SPAN_MS + (index / COUNT) * SPAN_MS - Date.UTC(2026, 0, 5, 15);
    const moved: Case = JSON.parse(must(stories[index % KINDS_OF_STORIES], 'there are stories'), (_key, value: unknown) => (typeof value === 'number' && value > 1_600_000_000_000 ? Math.round(value + shift) : value));
    const trackingNumber = trackingNumberFromPayload(100_000_000 + index);
    yield { ...moved, id: random.uuid() as Case['id'], trackingNumber }; // safe: a random UUID
  }
}

/** How long the event loop was held up at worst while `work` went on. */
async function withLongestWait<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly ms: number; readonly cpuMs: number; readonly longestMs: number }> {
  let longestMs = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longestMs = Math.max(longestMs, performance.now() - last);
    last = performance.now();
  }, 1);
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const result = await work();
  clearInterval(timer);
  const { user, system } = process.cpuUsage(cpu);
  return { result, ms: performance.now() - begun, cpuMs: (user + system) / 1_000, longestMs };
}

function say(what: string, { ms, cpuMs, longestMs }: { readonly ms: number; readonly cpuMs: number; readonly longestMs: number }, more = ''): void {
  console.info(`${what}: ${(ms / 1_000).toFixed(2)} s, of this process ${(cpuMs / 1_000).toFixed(2)} s at work, others waited at most ${longestMs.toFixed(0)} ms ${more}`);
}

const figure = { month: MONTH, measure: 'becameLate', group: 'all' } as const;
const memory = (): string => `${Math.round(process.memoryUsage().rss / 1024 ** 2)} MB resident`;

async function atServer(): Promise<void> {
  const ground = await openGround();
  try {
    await putCases(ground.pool, manyCases(createRandom(1)));
    await ground.pool.query('VACUUM ANALYZE case_');
    const order = { pool: ground.pool, catalogue: CITY, reader: EVERYBODYS_REPORT, asOf: NOW };
    for (const round of [1, 2]) {
      const counted = await withLongestWait(() => makeReport(order, MONTH));
      say(`server, report of ${COUNT} cases, round ${round}`, counted, `(${JSON.stringify(counted.result).length} bytes, ${memory()})`);
    }
    say('server, thirteen months for the charts', await withLongestWait(() => makeTrend(order, MONTH)));
    const kept = await withLongestWait(() => makeKeptMonth(order, MONTH));
    say('server, all that is mailed of a finished month', kept, `(${JSON.stringify(kept.result).length} bytes, ${memory()})`);
    const listed = await withLongestWait(() => listCasesBehind(order, figure));
    say('server, the cases behind a figure', listed, `(${listed.result.length} entries)`);
  } finally {
    await ground.close();
  }
}

async function atWorkstation(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'portreeve-reports-'));
  const db: WriteDb = openDatabase(join(folder, 'records.sqlite'));
  try {
    migrate(db);
    db.raw.pragma('synchronous = OFF');
    db.transaction(() => {
      saveCatalogue(db, CITY);
      for (const current of manyCases(createRandom(1))) writeCase(db, current, 'confirmed');
      setCursor(db, 'city', 1);
    });
    beginSession(db, must(CITY.staff.find(({ id }) => id === 'boss'), 'the boss'), 'thisWorkstation', NOW);
    const desk: ReportDesk = { db, ask: async () => ({ ok: false, sentence: '' }), isOnline: () => false, now: () => NOW };
    for (const round of [1, 2]) {
      const counted = await withLongestWait(() => monthlyReport(desk, { month: MONTH, withoutSealed: false }));
      say(`workstation, report of ${COUNT} cases, round ${round}`, counted, `(${memory()}, ${Math.round(statSync(join(folder, 'records.sqlite')).size / 1024 ** 2)} MB on disk)`);
    }
    say('workstation, thirteen months for the charts', await withLongestWait(() => reportTrend(desk, { month: MONTH, withoutSealed: false, place: 'workstation', asOf: NOW })));
    const listed = await withLongestWait(() => casesBehindFigure(desk, { figure, withoutSealed: false, place: 'workstation', asOf: NOW }));
    say('workstation, the cases behind a figure', listed, listed.result.ok ? `(${listed.result.count} entries)` : '');
  } finally {
    closeDatabase(db);
    rmSync(folder, { recursive: true });
  }
}

console.info(`a case has ${JSON.stringify(story(3)).length} bytes`);
await atServer();
await atWorkstation();
