/** What must hold when everything has settled. Numbers are those of docs/sync.md. */
import type { Case } from '../../src-shared/domain/case-document.ts';
import { evolveAll } from '../../src-shared/domain/evolve.ts';
import { canonicalJson } from '../../src-shared/util/canonical-json.ts';
import type { Pool } from '../../src-server/db/pool.ts';
import type { SimStation } from './sim-station.ts';

export interface Expected {
  /** Commands that are on a disk or were ever acknowledged, by id. */
  readonly commands: ReadonlySet<string>;
  /** Numbers shown to citizens that must lead to a case. */
  readonly numbers: ReadonlyMap<string, string>;
}

/** Every broken invariant, in words; empty when all hold. */
export async function brokenInvariants(pool: Pool, stations: readonly SimStation[], expected: Expected): Promise<readonly string[]> {
  const server = await readServer(pool);
  return [
    ...missingResults(server, expected),
    ...gaps(server),
    ...histories(server),
    ...numbers(server, expected),
    ...unheardRefusals(server, stations),
    ...stations.flatMap((station) => stationProblems(station, server)),
  ];
}

interface ServerState {
  readonly cases: ReadonlyMap<string, Case>;
  readonly numbers: ReadonlyMap<string, string>;
  readonly results: readonly { readonly station: string; readonly seq: number; readonly uid: string; readonly status: string }[];
}

async function readServer(pool: Pool): Promise<ServerState> {
  const cases = await pool.query<{ id: string; document: Case }>('SELECT id, document FROM case_');
  const aliases = await pool.query<{ number: string; caseId: string }>(
    'SELECT number, id AS "caseId" FROM case_ UNION ALL SELECT number, case_id AS "caseId" FROM case_number_alias',
  );
  const results = await pool.query<ServerState['results'][number]>('SELECT station, seq, uid, status FROM command_result ORDER BY station, seq');
  return {
    cases: new Map(cases.rows.map((row) => [row.id, row.document])),
    numbers: new Map(aliases.rows.map((row) => [row.number, row.caseId])),
    results: results.rows,
  };
}

function missingResults(server: ServerState, expected: Expected): readonly string[] {
  const seen = new Map<string, number>();
  for (const { uid } of server.results) seen.set(uid, (seen.get(uid) ?? 0) + 1);
  const missing = [...expected.commands].filter((uid) => !seen.has(uid));
  const doubled = [...seen].filter(([, count]) => count > 1);
  return [...missing.map((uid) => `I1: command ${uid} has no result`), ...doubled.map(([uid]) => `I2: command ${uid} has two results`)];
}

function gaps(server: ServerState): readonly string[] {
  const next = new Map<string, number>();
  const problems: string[] = [];
  for (const { station, seq } of server.results) {
    const wanted = (next.get(station) ?? 0) + 1;
    if (seq !== wanted) problems.push(`I10: ${station} goes from ${wanted - 1} to ${seq}`);
    next.set(station, seq);
  }
  return problems;
}

/** A refusal its author never hears of. Commands of a disk that was put back may be on no disk any more. */
function unheardRefusals(server: ServerState, stations: readonly SimStation[]): readonly string[] {
  const states = new Map<string, string>();
  for (const station of stations) {
    const rows = station.db().query<Record<string, never>, { uid: string; state: string }>('SELECT uid, state FROM outbox').all({});
    for (const { uid, state } of rows) states.set(uid, state);
  }
  return server.results
    .filter(({ uid, status }) => status !== 'accepted' && states.has(uid) && states.get(uid) !== status)
    .map(({ uid, status }) => `I9: ${uid} was ${status}, and its author’s workstation says ${states.get(uid) ?? 'nothing'}`);
}

function histories(server: ServerState): readonly string[] {
  return [...server.cases.values()]
    .filter((current) => canonicalJson(evolveAll(current.id, null, current.history)) !== canonicalJson(current))
    .map((current) => `I5: case ${current.id} is not what its history makes of it`);
}

function numbers(server: ServerState, expected: Expected): readonly string[] {
  return [...expected.numbers]
    .filter(([number, caseId]) => server.numbers.get(number) !== caseId)
    .map(([number, caseId]) => `I4: number ${number} was given out for case ${caseId} and leads to ${server.numbers.get(number) ?? 'nothing'}`);
}

function stationProblems(station: SimStation, server: ServerState): readonly string[] {
  const db = station.db();
  const all = <Row>(sql: string): readonly Row[] => db.query<Record<string, never>, Row>(sql).all({});
  const problems: string[] = [];
  const waiting = all<{ count: number }>(`SELECT count(*) AS count FROM outbox WHERE state IN ('queued', 'sent')`)[0]?.count ?? 0;
  if (waiting > 0) problems.push(`I14: ${station.name} still has ${waiting} commands waiting`);
  const shown = new Map(all<{ id: string; document: string }>('SELECT case_id AS id, document FROM case_ JOIN case_document USING (case_key)').map((row) => [row.id, row.document]));
  const refusedOpenings = new Set(
    all<{ id: string }>(`SELECT case_id AS id FROM outbox WHERE type = 'case.open' AND state IN ('refused', 'deferred') AND settled_at IS NULL`).map((row) => row.id),
  );
  for (const [id, current] of server.cases) {
    if (current.isSealed) {
      if (shown.has(id) && !refusedOpenings.has(id)) problems.push(`I8: ${station.name} holds the sealed case ${id}`);
    } else if (!shown.has(id)) problems.push(`I3: ${station.name} lacks case ${id}`);
    else if (canonicalJson(JSON.parse(shown.get(id) ?? '')) !== canonicalJson(current)) problems.push(`I3: ${station.name} shows another case ${id} than the server`);
  }
  for (const id of shown.keys()) {
    if (!server.cases.has(id) && !refusedOpenings.has(id)) problems.push(`I3: ${station.name} shows case ${id}, which the server does not have`);
  }
  const twice = `SELECT command ->> '$.args.trackingNumber' AS number FROM outbox
    WHERE type IN ('case.open', 'case.addCoReporter') GROUP BY 1 HAVING count(*) > 1`;
  for (const { number } of all<{ number: string }>(twice)) problems.push(`I4: ${station.name} gave out number ${number} twice`);
  for (const { id } of all<{ id: string }>('SELECT case_id AS id FROM shadow')) {
    if (!refusedOpenings.has(id)) problems.push(`I6: ${station.name} keeps a shadow of ${id} with nothing pending`);
  }
  return problems;
}
