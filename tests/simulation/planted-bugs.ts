/**
 * Bugs put in on purpose, at least one for every invariant: the simulation is worth something only if it finds them.
 *
 * None is in the product. A bug asks PostgreSQL or SQLite something else than the product does, changes what passes on the
 * wire, or touches a disk behind the program's back.
 */
import { crc32 } from 'node:zlib';
import type { WriteDb } from '../../src-data/db/database.ts';
import { HelloReply, HelloRequest } from '../../src-shared/protocol/hello.ts';
import { PullEnd } from '../../src-shared/protocol/pull.ts';
import type { Query } from './server/gated-pool.ts';
import type { Translation } from './wire/line.ts';

export interface PlantedBug {
  readonly name: string;
  /** Whose check has to find it. */
  readonly invariant: string;
  /** The story that found it when it was planted: looked at first. Without it the first. */
  readonly seed?: number;
  readonly server?: (query: Query) => Query;
  /** Changes the server's tables. */
  readonly schema?: string;
  readonly station?: (sql: string) => string;
  /** Made anew for every wire. */
  readonly wire?: () => Translation;
  /** The same for stations of the protocol before only. */
  readonly olderWire?: () => Translation;
  readonly afterCommand?: (db: WriteDb) => void;
  readonly afterOfficeCommand?: (db: WriteDb) => void;
}

/** The statement, changed wherever it says `from`. */
function instead(from: string | RegExp, to: string): (sql: string) => string {
  return (sql) => sql.replace(from, to);
}

function ofServer(change: (sql: string) => string): (query: Query) => Query {
  return ({ sql, values }) => ({ sql: change(sql), values });
}

/** Pull answers lose lines of one sort, and count and checksum fit all the same. */
function losesLines(isLost: (line: string, nth: number) => boolean): () => Translation {
  return () => ({
    reply: (path, { status, bytes }) => ({ status, bytes: path.endsWith('/pull') && status === 200 ? withoutLines(bytes, isLost) : bytes }),
  });
}

function withoutLines(bytes: Buffer, isLost: (line: string, nth: number) => boolean): Buffer {
  const [header = '', ...lines] = bytes.toString('utf8').split('\n').filter(Boolean);
  const last = lines.pop() ?? '';
  const kept = lines.filter((line, nth) => !isLost(line, nth));
  const body = Buffer.from([header, ...kept].map((line) => `${line}\n`).join(''));
  const { end } = PullEnd.parse(JSON.parse(last));
  return Buffer.concat([body, Buffer.from(`${JSON.stringify({ end, rows: kept.length, crc: crc32(body) })}\n`)]);
}

/** A fork is passed over: the station is told that all is well. */
function forksUnseen(): Translation {
  let pushed: readonly { readonly seq: number }[] = [];
  return {
    request(request) {
      if (request.path.endsWith('/push') && request.body) pushed = (JSON.parse(Buffer.from(request.body).toString('utf8')) as { commands: { seq: number }[] }).commands;
      return request;
    },
    reply(path, { status, bytes }) {
      if (!path.endsWith('/push') || status !== 409) return { status, bytes };
      const results = pushed.map(({ seq }) => ({ seq, status: 'accepted', code: null, detail: null }));
      return { status: 200, bytes: Buffer.from(JSON.stringify({ seq: pushed.at(-1)?.seq ?? 0, rev: 1, results })) };
    },
  };
}

/** The server claims to have all that the station has ever made. */
function greetingFlatters(): Translation {
  let own = {};
  return {
    request(request) {
      if (!request.path.endsWith('/hello') || !request.body) return request;
      const { seq, hash } = HelloRequest.parse(JSON.parse(Buffer.from(request.body).toString('utf8')));
      own = { seq, hash };
      return request;
    },
    reply(path, { status, bytes }) {
      if (!path.endsWith('/hello') || status !== 200) return { status, bytes };
      return { status, bytes: Buffer.from(JSON.stringify({ ...HelloReply.parse(JSON.parse(bytes.toString('utf8'))), ...own })) };
    },
  };
}

/** Answers to pulls say that nothing is new in the office. */
function withoutOffice(): Translation {
  return {
    reply(path, { status, bytes }) {
      if (!path.endsWith('/pull') || status !== 200) return { status, bytes };
      const [header = '', ...lines] = bytes.toString('utf8').split('\n').filter(Boolean);
      const { h } = JSON.parse(header) as { h: Record<string, unknown> }; // safe: the server's own
      const last = PullEnd.parse(JSON.parse(lines.pop() ?? ''));
      const body = Buffer.from([JSON.stringify({ h: { ...h, office: null } }), ...lines].map((line) => `${line}\n`).join(''));
      return { status, bytes: Buffer.concat([body, Buffer.from(`${JSON.stringify({ ...last, crc: crc32(body) })}\n`)]) };
    },
  };
}

export const PLANTED_BUGS: readonly PlantedBug[] = [
  {
    name: 'a command is shown, and forgotten',
    invariant: 'I1',
    afterCommand: (db) => void db.raw.exec(`UPDATE outbox SET state = 'refused', settled_at = 1, station = 'st-000000000000', seq = rowid WHERE rowid = (SELECT max(rowid) FROM outbox) AND rowid % 7 = 0`),
  },
  {
    name: 'a fork sends everything again, and the server forgets which ids it has seen',
    invariant: 'I2',
    seed: 3,
    server: ofServer(instead('FROM command_result WHERE uid = ANY($1::uuid[])', 'FROM command_result WHERE uid = ANY($1::uuid[]) AND false')),
    schema: 'DROP INDEX command_result_once',
    wire: () => ({ reply: (path, reply) => (path.includes('/history') ? { ...reply, bytes: Buffer.from('{"rows":[]}') } : reply) }),
  },
  { name: 'the feed loses a row', invariant: 'I3', wire: losesLines((line, nth) => line.startsWith('["r"') && nth === 2) },
  { name: 'a co-reporter’s number is not written down', invariant: 'I4', server: ofServer(instead('FROM jsonb_to_recordset($1::jsonb) AS a(number text, case_id uuid)', 'FROM jsonb_to_recordset($1::jsonb) AS a(number text, case_id uuid) WHERE false')) },
  { name: 'a case is not rewritten', invariant: 'I5', server: ofServer(instead('SET document = c.document,', 'SET document = case_.document,')) },
  { name: 'a command overwrites the base', invariant: 'I6', station: instead(/INSERT INTO shadow .* ON CONFLICT \(case_id\) DO NOTHING/, `INSERT INTO shadow (case_id, document) SELECT :caseId, :document WHERE false`) },
  { name: 'the cursor runs ahead of the rows', invariant: 'I7', wire: losesLines((line, nth) => line.startsWith('["r"') && nth % 3 === 1) },
  { name: 'sealed cases are sent to everybody', invariant: 'I8', server: ofServer(instead('WHERE b.bucket = $1 AND', `WHERE (b.bucket = $1 OR b.bucket LIKE 'sealed:%') AND`)) },
  { name: 'refusals are swallowed', invariant: 'I9', seed: 2, wire: losesLines((line) => line.startsWith('["x"')) },
  { name: 'refusals take no place in the order', invariant: 'I10', seed: 2, server: ofServer(instead('AS r(seq, uid, hash, status, code, detail, command, case_id, user_id, made_at, is_repeat)', `AS r(seq, uid, hash, status, code, detail, command, case_id, user_id, made_at, is_repeat) WHERE r.status <> 'refused'`)) },
  { name: 'everything is confirmed by any pull', invariant: 'I11', seed: 4, station: instead(/^(UPDATE outbox SET state = 'confirmed'.*) AND seq <= :seq /, '$1 AND :seq IS NOT NULL ') },
  { name: 'the cursor is off by one', invariant: 'I12', server: ofServer(instead('AND b.rev > $2 AND', 'AND b.rev > $2 + 1 AND')) },
  { name: 'a fork is passed over', invariant: 'I13', seed: 5, wire: forksUnseen },
  { name: 'the greeting says that the server has everything', invariant: 'I14', wire: greetingFlatters },
  {
    name: 'the counter of own numbers stands still, and the stock is empty',
    invariant: 'I15',
    station: (sql) => instead('self_issued = :selfIssued', 'self_issued = self_issued + 0 * :selfIssued')(instead('SELECT number FROM number_pool WHERE used_at IS NULL', 'SELECT number FROM number_pool WHERE used_at < 0')(sql)),
  },
  {
    name: 'an office command is shown, and forgotten',
    invariant: 'O1',
    seed: 6,
    afterOfficeCommand: (db) => void db.raw.exec(`DELETE FROM office_command WHERE rowid = (SELECT max(rowid) FROM office_command) AND rowid % 3 = 0`),
  },
  { name: 'the office is not rewritten', invariant: 'O2', server: ofServer(instead('SET version = $1, document = $2,', 'SET version = $1, document = CASE WHEN $2::jsonb IS NULL THEN $2 ELSE document END,')) },
  { name: 'an office command overwrites what the server has', invariant: 'O3', station: instead('SET epoch = excluded.epoch, base = excluded.base,', 'SET epoch = excluded.epoch, base = excluded.shown,') },
  { name: 'the office is not sent', invariant: 'O4', wire: withoutOffice },
  { name: 'what is accepted counts as come back', invariant: 'O5', seed: 3, station: instead(`SET state = 'sent', code = NULL`, `SET state = 'accepted', known_at = 0, code = NULL`) },
];

/** Found by the comparison of two runs, and so in a test of its own. */
export const OLDER_VERSION_SERVED_BADLY: PlantedBug = {
  name: 'an older version is not sent every row',
  invariant: 'I16',
  olderWire: losesLines((line, nth) => line.startsWith('["r"') && nth % 3 === 1),
};
