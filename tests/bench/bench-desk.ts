/** Rows that need one workstation's records: intake commit, queue, search, caller. */
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import { QUEUE_VIEWS } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { must } from '../../src-shared/util/assert.ts';
import { CaseId, CommandId } from '../../src-shared/util/ids.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { findCallers } from '../../src-data/contacts/find-callers.ts';
import { closeDatabase, openDatabase, type WriteDb } from '../../src-data/db/database.ts';
import { runCommand } from '../../src-data/outbox/run-command.ts';
import { countQueue, queuePage } from '../../src-data/search/queue-queries.ts';
import { parseQuery } from '../../src-shared/queue-query/parse-query.ts';
import { resolveQuery } from '../../src-shared/queue-query/resolve-query.ts';
import { createRandom } from '../simulation/random.ts';
import { BENCH_CITY, BENCH_NOW, CITY_FILTERS, CITY_SEARCHES, nextCall } from './city-cases.ts';
import { benchPeople } from './bench-people.ts';
import { type BenchRow, row, timesOf } from './measure.ts';

const NOW = BENCH_NOW;

export async function benchDesk(recordsPath: string, cases: number): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'portreeve-bench-'));
  const path = join(folder, 'records.sqlite');
  copyFileSync(recordsPath, path);
  const db = openDatabase(path);
  try {
    return [await intakeCommit(db, folder, cases), await queue(db, cases), ...(await filters(db, cases)), await search(db, cases), await caller(db, cases), ...(await benchPeople(db, cases))];
  } finally {
    closeDatabase(db);
    rmSync(folder, { recursive: true });
  }
}

async function intakeCommit(db: WriteDb, folder: string, cases: number): Promise<BenchRow> {
  const actor = must(findStaff(BENCH_CITY, 'a.rivera'), 'the demo city has her');
  const measured = await timesOf(500, (index) => {
    const { args } = nextCall(createRandom(index), index);
    const request = { commandId: CommandId.parse(randomUUID()), caseId: CaseId.parse(randomUUID()), type: 'case.open' as const, args, takesNumber: true };
    const outcome = runCommand(db, request, { actor, catalogue: BENCH_CITY, now: () => NOW });
    if (!outcome.ok) throw new Error(outcome.reason);
  });
  const bare = openDatabase(join(folder, 'bare.sqlite'));
  bare.exec('CREATE TABLE one (a TEXT)');
  const insert = bare.write<{ a: string }>('INSERT INTO one VALUES (:a)');
  const limits = await timesOf(500, () => void insert.run({ a: 'x'.repeat(1_000) }));
  closeDatabase(bare);
  return row({ measure: 'number issued and on disk', work: `one case among ${cases}`, limit: 'one bare SQLite FULL commit of 1 KB', goal: null }, measured, limits);
}

async function queue(db: WriteDb, cases: number): Promise<BenchRow> {
  const filter = (index: number) => ({ view: must(QUEUE_VIEWS[index % QUEUE_VIEWS.length], 'views'), search: '', staffId: 'a.rivera', departmentCodes: ['WATER'], neighborhoodCodes: [], now: utcMs(NOW) });
  const measured = await timesOf(300, (index) => void queuePage(db, filter(index), { sort: 'due', after: null, limit: 200 }));
  const bare = db.raw.prepare("SELECT * FROM case_ WHERE state <> 'closed' ORDER BY ifnull(due_at, 9007199254740991), case_key LIMIT 200");
  const limits = await timesOf(300, () => void bare.all());
  return row({ measure: 'queue page, first 200 of each view', work: `${cases} cases`, limit: 'one indexed page in bare better-sqlite3', goal: 1.5 }, measured, limits);
}

async function filters(db: WriteDb, cases: number): Promise<readonly BenchRow[]> {
  const whose = { staffId: 'r.delgado', departmentCodes: ['STREETS'] };
  const questions = (['open', 'closed', 'all'] as const).flatMap((view) =>
    CITY_FILTERS.map((text) => {
      const { conditions, words } = resolveQuery(parseQuery(text), text, { ...whose, catalogue: BENCH_CITY, now: utcMs(NOW) });
      return { view, conditions, search: words, ...whose, neighborhoodCodes: [], now: utcMs(NOW) };
    }),
  );
  const asked = (index: number) => must(questions[index % questions.length], 'questions');
  const times = questions.length * 4;
  const pages = await timesOf(times, (index) => void queuePage(db, asked(index), { sort: index % 2 ? 'due' : 'receivedNewest', after: null, limit: 100 }));
  const counts = await timesOf(times, (index) => void countQueue(db, asked(index)));
  const bare = db.raw.prepare("SELECT * FROM case_ WHERE state <> 'closed' ORDER BY ifnull(due_at, 9007199254740991), case_key LIMIT 100");
  const limits = await timesOf(times, () => void bare.all());
  const limit = 'one indexed page in bare better-sqlite3';
  return [
    row({ measure: 'queue page, filters and words', work: `${questions.length} questions, ${cases} cases`, limit, goal: null }, pages, limits),
    row({ measure: 'queue counted, filters and words', work: `${questions.length} questions, ${cases} cases`, limit, goal: null }, counts, limits),
  ];
}

async function search(db: WriteDb, cases: number): Promise<BenchRow> {
  const text = (index: number): string => must(CITY_SEARCHES[index % CITY_SEARCHES.length], 'searches');
  const measured = await timesOf(200, (index) => {
    queuePage(db, { view: 'all', search: text(index), staffId: null, departmentCodes: [], neighborhoodCodes: [], now: utcMs(NOW) }, { sort: 'receivedNewest', after: null, limit: 50 });
  });
  const bare = db.raw.prepare('SELECT rowid FROM case_search WHERE case_search MATCH ? ORDER BY rowid DESC LIMIT 50');
  const limits = await timesOf(200, (index) => void bare.all(`${text(index).split(' ').map((word) => `"${word}"`).join(' ')}*`));
  return row({ measure: 'search as you type, newest 50', work: `${cases} cases`, limit: 'bare FTS5 query, newest 50', goal: 1.5 }, measured, limits);
}

async function caller(db: WriteDb, cases: number): Promise<BenchRow> {
  const digits = (index: number): string => String((index * 7_919) % 10_000).padStart(4, '0');
  const measured = await timesOf(200, (index) => void findCallers(db, digits(index), 8));
  const bare = db.raw.prepare('SELECT rowid FROM party_search WHERE party_search MATCH ? ORDER BY rowid DESC LIMIT 200');
  const limits = await timesOf(200, (index) => void bare.all(`phone : "${digits(index)}"`));
  return row({ measure: 'caller by four digits', work: `${cases} cases`, limit: 'bare FTS5 trigram query', goal: null }, measured, limits);
}
