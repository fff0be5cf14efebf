import type { ReadDb } from '../db/database.ts';
import { readCursors } from './buckets.ts';
import { syncStatus } from './sync-status.ts';
import type { Connection } from './sync-loop.ts';

interface Desk {
  readonly stationName: string;
  readonly appVersion: string;
  readonly now: () => number;
  readonly connection: () => Connection;
}

const SQL = {
  outbox: `SELECT type, state, count(*) AS count, min(seq) AS firstSeq, max(seq) AS lastSeq FROM outbox GROUP BY type, state ORDER BY type, state`,
  refusals: `SELECT seq, type, state, code, made_at AS madeAt, settled_at AS settledAt FROM outbox
    WHERE state IN ('refused', 'deferred') ORDER BY seq DESC LIMIT 200`,
  spool: 'SELECT state, problem, count(*) AS count FROM spool_job GROUP BY state, problem',
} as const;

/** A report for IT as indented JSON: counts, states, versions. Nothing a citizen said, no names, no addresses. */
export function diagnosticsText(db: ReadDb, desk: Desk): string {
  const { attention, ...status } = syncStatus(db, desk.connection(), desk.appVersion);
  const all = (sql: string): readonly unknown[] => db.query<Record<string, never>, unknown>(sql).all({});
  const report = {
    madeAt: new Date(desk.now()).toISOString(),
    stationName: desk.stationName,
    status: { ...status, attentionCount: attention.length },
    buckets: readCursors(db),
    outbox: all(SQL.outbox),
    refusals: all(SQL.refusals),
    spool: all(SQL.spool),
    runtime: { node: process.versions.node, platform: process.platform, memoryBytes: process.memoryUsage().rss },
  };
  return JSON.stringify(report, null, 2);
}
