import type { ReadDb } from '../db/database.ts';
import { readCursors } from './buckets.ts';
import { type StatusDesk, syncStatus } from './sync-status.ts';

const SQL = {
  outbox: `SELECT type, state, count(*) AS count, min(seq) AS firstSeq, max(seq) AS lastSeq FROM outbox GROUP BY type, state ORDER BY type, state`,
  refusals: `SELECT seq, type, state, code, made_at AS madeAt, settled_at AS settledAt FROM outbox
    WHERE state IN ('refused', 'deferred') OR code IS NOT NULL ORDER BY seq DESC LIMIT 200`,
  decisions: 'SELECT action, outcome, known_epoch AS knownEpoch, count(*) AS count FROM settlement GROUP BY action, outcome, known_epoch',
  copies: 'SELECT count(*) AS count FROM attention_copy',
  office: `SELECT command ->> '$.type' AS type, state, code, count(*) AS count FROM office_command GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  spool: 'SELECT state, problem, count(*) AS count FROM spool_job GROUP BY state, problem',
} as const;

/** A report for IT as indented JSON: counts, states, versions. Nothing anybody said, no names of people, desks or cases, no address but the server's. */
export function diagnosticsText(db: ReadDb, desk: StatusDesk): string {
  const { attention, ...status } = syncStatus(db, desk);
  const all = (sql: string): readonly unknown[] => db.query<Record<string, never>, unknown>(sql).all({});
  const report = {
    madeAt: new Date(desk.now()).toISOString(),
    status: { ...status, attentionShown: attention.length },
    buckets: readCursors(db),
    outbox: all(SQL.outbox),
    refusals: all(SQL.refusals),
    decisions: all(SQL.decisions),
    attentionCopies: all(SQL.copies),
    office: all(SQL.office),
    spool: all(SQL.spool),
    runtime: { node: process.versions.node, platform: process.platform, memoryBytes: process.memoryUsage().rss },
  };
  return JSON.stringify(report, null, 2);
}
