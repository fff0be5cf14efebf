import type { HelloReply, HelloRequest } from '../../src-shared/protocol/hello.ts';
import { OLDEST_SUPPORTED_PROTOCOL, PROTOCOL_VERSION } from '../../src-shared/protocol/version.ts';
import { UtcMs } from '../../src-shared/util/time.ts';
import type { AppDeps } from '../app-deps.ts';
import { readSetting } from '../db/server-setting.ts';
import { readClock } from '../feed/clock.ts';
import { currentGrants } from '../feed/grants.ts';
import { HttpProblem } from '../http/problem.ts';

const SQL = {
  seen: `UPDATE station SET last_seen_at = $2, protocol = $3, app_version = $4 WHERE id = $1
         RETURNING last_seq AS seq, encode(last_hash, 'hex') AS hash`,
};

/**
 * Says where the server stands and notes that the station was here. Orders nothing and changes no case.
 *
 * Throws a 426 when the two have no protocol version in common.
 */
export async function hello(deps: Pick<AppDeps, 'pool' | 'now'>, request: HelloRequest): Promise<HelloReply> {
  const proto = newestCommonProtocol(request.protos);
  if (proto === null) throw upgradeRequired();
  const { rows } = await deps.pool.query<{ seq: number; hash: string }>(SQL.seen, [request.station, deps.now(), proto, request.app]);
  const [position] = rows;
  if (position === undefined) throw new Error('the station signed this request and has no row');
  const { epoch, rev, minRev } = await readClock(deps.pool);
  const grants = await currentGrants(deps.pool, request.station);
  const lastBackup = UtcMs.safeParse(await readSetting(deps.pool, 'lastBackupAt'));
  return {
    proto,
    ...{ epoch, rev, minRev },
    ...position,
    buckets: grants.map((grant) => grant.bucket),
    now: deps.now(),
    upgrade: proto === PROTOCOL_VERSION ? 'none' : 'soon',
    lastBackupAt: lastBackup.success ? lastBackup.data : null,
  };
}

function newestCommonProtocol(offered: readonly number[]): number | null {
  const common = offered.filter((proto) => proto >= OLDEST_SUPPORTED_PROTOCOL && proto <= PROTOCOL_VERSION);
  return common.length === 0 ? null : Math.max(...common);
}

function upgradeRequired(): HttpProblem {
  return new HttpProblem({
    status: 426,
    code: 'upgradeRequired',
    title: 'This workstation and the server have no language in common: one of them is too old',
    detail: 'Update the workstation; if it is newer than the server, update the server.',
  });
}
