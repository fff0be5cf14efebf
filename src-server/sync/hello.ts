import { t } from '../../src-shared/language/language.ts';
import type { HelloReply, HelloRequest } from '../../src-shared/protocol/hello.ts';
import { OLDEST_SUPPORTED_PROTOCOL, PROTOCOL_VERSION } from '../../src-shared/protocol/version.ts';
import { UtcMs } from '../../src-shared/util/time.ts';
import type { AppDeps } from '../app-deps.ts';
import type { Pool } from '../db/pool.ts';
import { readSetting } from '../db/server-setting.ts';
import { clockInStep } from '../epoch/clock-in-step.ts';
import { currentGrants } from '../feed/grants.ts';
import { HttpProblem } from '../http/problem.ts';
import { textKey } from './text-key.ts';

const SQL = {
  seen: `UPDATE station SET last_seen_at = $2, protocol = $3, app_version = $4 WHERE id = $1
         RETURNING last_seq AS seq, encode(last_hash, 'hex') AS hash`,
  protocol: 'SELECT protocol FROM station WHERE id = $1',
};

/**
 * Says where the server stands and notes that the station was here. Orders nothing and changes no case.
 *
 * A station too old to be understood in full is told to take no new work, and may still push what it holds. Throws a 426 to
 * one that is newer than this server.
 */
export async function hello(deps: Pick<AppDeps, 'pool' | 'now' | 'log' | 'keepBackupsDays'>, request: HelloRequest): Promise<HelloReply> {
  const newest = Math.max(...request.protos);
  const proto = newestCommonProtocol(request.protos) ?? newest;
  if (proto > PROTOCOL_VERSION) throw upgradeRequired();
  const { rows } = await deps.pool.query<{ seq: number; hash: string }>(SQL.seen, [request.station, deps.now(), proto, request.app]);
  const [position] = rows;
  if (position === undefined) throw new Error('the station signed this request and has no row');
  const { epoch, rev, minRev } = await clockInStep(deps, request);
  const grants = await currentGrants(deps.pool, request.station);
  const lastBackup = UtcMs.safeParse(await readSetting(deps.pool, 'lastBackupAt'));
  return {
    proto,
    ...{ epoch, rev, minRev },
    ...position,
    buckets: grants.map((grant) => grant.bucket),
    now: deps.now(),
    upgrade: upgradeOf(proto),
    lastBackupAt: lastBackup.success ? lastBackup.data : null,
    keepDays: deps.keepBackupsDays,
    textKey: await textKey(deps.pool),
  };
}

function upgradeOf(proto: number): HelloReply['upgrade'] {
  if (proto < OLDEST_SUPPORTED_PROTOCOL) return 'readonly';
  return proto === PROTOCOL_VERSION ? 'none' : 'soon';
}

function newestCommonProtocol(offered: readonly number[]): number | null {
  const common = offered.filter((proto) => proto >= OLDEST_SUPPORTED_PROTOCOL && proto <= PROTOCOL_VERSION);
  return common.length === 0 ? null : Math.max(...common);
}

/** Pulls have grown since; a station below the floor would not read them. Throws a 426 to it. */
export async function requireReadable(pool: Pool, station: string): Promise<void> {
  const { rows } = await pool.query<{ protocol: number | null }>(SQL.protocol, [station]);
  if ((rows[0]?.protocol ?? PROTOCOL_VERSION) < OLDEST_SUPPORTED_PROTOCOL) throw tooOld();
}

function tooOld(): HttpProblem {
  return new HttpProblem({
    status: 426,
    code: 'workstationTooOld',
    title: t`This workstation is too old for its server`,
    detail: t`Everything entered here has been sent. Update Portreeve on this workstation to go on.`,
  });
}

function upgradeRequired(): HttpProblem {
  return new HttpProblem({
    status: 426,
    code: 'upgradeRequired',
    title: t`This workstation is newer than its server`,
    detail: t`Nothing is lost; what is entered here is kept. Ask your IT office to update the server.`,
  });
}
