/**
 * States what the clock brings, while nobody does anything: a promise was missed, somebody has to be told (OV-1, OV-2).
 *
 * Each case knows when it is next to be looked at (`case_.watch_at`, written with its document), so that a minute costs what has
 * become late in it, not the size of the city. The facts come through the same commands, rules and history as everything else.
 */
import { randomUUID } from 'node:crypto';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { CLOCK_STAFF_ID } from '../../src-shared/catalogue/lookup.ts';
import { type Command, COMMAND_VERSIONS } from '../../src-shared/commands/index.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { nextWatchAt } from '../../src-shared/domain/escalate.ts';
import { type CaseId, CommandId } from '../../src-shared/util/ids.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { AppDeps } from '../app-deps.ts';
import { readSetting, writeSetting } from '../db/server-setting.ts';
import type { LocalStation } from '../fleet/local-station.ts';
import type { PlainJob } from '../jobs/run-once.ts';
import { openOwnStation } from '../fleet/own-station.ts';

export const CLOCK_JOB = 'watch clocks';

type WatchDeps = Pick<AppDeps, 'pool' | 'log' | 'now' | 'catalogues' | 'numbers'>;

const SQL = {
  due: 'SELECT id FROM case_ WHERE watch_at < $1 ORDER BY watch_at, id LIMIT $2',
  documents: 'SELECT id, rev, document FROM case_ WHERE id = ANY($1::uuid[]) AND watch_at < $2',
  passOver: `UPDATE case_ SET watch_at = next.watch_at FROM jsonb_to_recordset($1::jsonb) AS next(id uuid, watch_at bigint, rev bigint)
              WHERE case_.id = next.id AND case_.rev = next.rev`,
  // New rules may tell others, or earlier: every case with a missed promise is looked at again.
  lookAgain: `UPDATE case_ SET watch_at = 0 WHERE document->'lateness' <> '[]'::jsonb AND (closed_at IS NULL OR (document->'followUp' <> 'null'::jsonb AND document->'followUp'->>'closedAt' IS NULL))`,
};

/** Cases to a transaction; the clock of the feed is held for a part of it. */
const BATCH = 200;
/** One turn at most; what is left comes with the next minute. */
const MOST_PER_TURN = 20_000;

/** Done once a minute by one of the city's servers. */
export function watchClocks(deps: WatchDeps): PlainJob {
  return {
    name: CLOCK_JOB,
    async work(signal) {
      const catalogue = await deps.catalogues.newest(deps.pool);
      if (catalogue === null) return { stated: 0 };
      await followCatalogue(deps, catalogue);
      return { stated: await watchUntilCalm(deps, catalogue, signal) };
    },
  };
}

const FOLLOWED = 'clockCatalogue';

async function followCatalogue({ pool }: WatchDeps, { version }: Catalogue): Promise<void> {
  if ((await readSetting(pool, FOLLOWED)) === version) return;
  await pool.query(SQL.lookAgain);
  await writeSetting(pool, FOLLOWED, version);
}

async function watchUntilCalm(deps: WatchDeps, catalogue: Catalogue, signal: AbortSignal): Promise<number> {
  let station: LocalStation | null = null;
  let stated = 0;
  for (let looked = 0; looked < MOST_PER_TURN && !signal.aborted; looked += BATCH) {
    const now = deps.now();
    const { rows } = await deps.pool.query<{ id: CaseId }>(SQL.due, [now, BATCH]);
    if (rows.length === 0) break;
    station ??= await openOwnStation(deps, 'clock', catalogue);
    const given = await station.submit(rows.map(({ id }) => watchCommand(id, station?.id ?? '', now)));
    stated += given.filter(({ status }) => status === 'accepted').length;
    const silent = rows.filter((_row, at) => given[at]?.status !== 'accepted').map(({ id }) => id);
    if (silent.length > 0) await passOver(deps, silent, { catalogue, now });
  }
  return stated;
}

function watchCommand(caseId: CaseId, station: string, madeAt: UtcMs): Command {
  const uid = CommandId.parse(randomUUID());
  return { uid, caseId, userId: CLOCK_STAFF_ID, station, madeAt, type: 'case.watchClock', v: COMMAND_VERSIONS.get('case.watchClock') ?? 1, args: {} };
}

/** Nothing was to be said after all (nobody is there to be told): looked at again when the next promise may have been missed. */
async function passOver({ pool }: WatchDeps, ids: readonly CaseId[], at: { readonly catalogue: Catalogue; readonly now: UtcMs }): Promise<void> {
  const { rows } = await pool.query<{ id: CaseId; rev: number; document: Case }>(SQL.documents, [ids, at.now]);
  const next = rows.map(({ id, rev, document }) => ({ id, rev, watch_at: nextWatchAt(document, at.catalogue, at.now) }));
  await pool.query(SQL.passOver, [JSON.stringify(next)]);
}
