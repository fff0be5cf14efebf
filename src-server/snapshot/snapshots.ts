/**
 * Ready-made records files for workstations that hold nothing: offered when a fresh enough one of exactly their scope is there,
 * made when not. See docs/decisions/0011.
 */
import { randomBytes } from 'node:crypto';
import { GENESIS_HASH } from '../../src-shared/protocol/outbox-hash.ts';
import { SNAPSHOT_FROM_CASES, type SnapshotAnswer, type SnapshotOffer } from '../../src-shared/protocol/snapshot.ts';
import { must } from '../../src-shared/util/assert.ts';
import { HOUR_MS, type UtcMs } from '../../src-shared/util/time.ts';
import type { AppDeps } from '../app-deps.ts';
import type { Pool } from '../db/pool.ts';
import { sealMark } from '../epoch/sealed-mark.ts';
import { markOf, readClock } from '../feed/clock.ts';
import { closedSinceAt, readClosedHorizon } from '../feed/closed-horizon.ts';
import { currentGrants } from '../feed/grants.ts';
import { safeError } from '../log.ts';
import { type BuilderRun, builderSchema, runBuilder } from './run-builder.ts';
import { countChanges, countScope, type Scope, scopeKey } from './scope.ts';
import { openSnapshotFolder, type SnapshotFolder, type StoredSnapshot } from './snapshot-folder.ts';
import { type SnapshotCut, snapshotLines } from './snapshot-lines.ts';

export interface Snapshots {
  /** What the station should do for its first cases. */
  answer(station: string, schema: string): Promise<SnapshotAnswer>;
  /** The file of an offer, if it is there and the station's grants are still exactly its scope; else null. */
  find(station: string, id: string): Promise<(StoredSnapshot & { readonly file: string }) | null>;
  /** Ends what is being built. */
  stop(): void;
}

const BUILDS_AT_ONCE = 2;
const MOST_AGE_MS = 12 * HOUR_MS;
/** Past this share of changed cases the pull that follows would cost what the file saves. */
const MOST_CHANGED = 0.05;
/** After a failed build the scope's stations pull for so long. */
const FAILED_FOR_MS = HOUR_MS / 4;
const COME_BACK_S = 2;
const MOST_CASES_COUNTED = 10_000_000;

const SQL = {
  // The station holds nothing: what changed in its buckets since the file was made brings it up to date, also when it was
  // enrolled after that. Grants that are newer than the file would have it fill them anew.
  grantedSince: 'UPDATE station_bucket SET granted_rev = least(granted_rev, $2) WHERE station = $1 AND revoked_rev IS NULL',
};

interface Build {
  readonly total: number;
  /** Null until the database snapshot is open. */
  run: BuilderRun | null;
}

export function openSnapshots(deps: Pick<AppDeps, 'pool' | 'now' | 'catalogues' | 'log'>, folderPath: string): Snapshots {
  const builds = new Map<string, Build>();
  const failedAt = new Map<string, UtcMs>();
  let schema: Promise<string> | null = null;
  let isStopped = false;
  let opened: SnapshotFolder | null = null;
  const folder = (): SnapshotFolder => (opened ??= openSnapshotFolder(folderPath));

  async function answer(station: string, wanted: string): Promise<SnapshotAnswer> {
    const scope = await scopeOf(deps, station);
    const key = scopeKey(scope);
    schema ??= builderSchema();
    if ((await schema.catch(() => null)) !== wanted) return { kind: 'none', why: 'otherSchema' };
    const fresh = await findFresh(deps, folder(), key, wanted);
    if (fresh !== null) return offer(deps.pool, fresh, station);
    const running = builds.get(key);
    if (running !== undefined) return building(running);
    if (deps.now() - (failedAt.get(key) ?? -Infinity) < FAILED_FOR_MS) return { kind: 'none', why: 'cannotBuild' };
    const total = await countScope(deps.pool, scope, MOST_CASES_COUNTED);
    if (total < SNAPSHOT_FROM_CASES) return { kind: 'none', why: 'tooSmall' };
    if (builds.size < BUILDS_AT_ONCE && !builds.has(key) && !isStopped) begin(key, scope, total);
    return building(builds.get(key) ?? { total: 0, run: null });
  }

  function begin(key: string, scope: Scope, total: number): void {
    const build: Build = { total, run: null };
    builds.set(key, build);
    const id = randomBytes(12).toString('hex');
    const startedAt = performance.now();
    make(build, id, key, scope)
      .then((caseCount) => deps.log.info({ snapshot: id, cases: caseCount, ms: Math.round(performance.now() - startedAt) }, 'snapshot built'))
      .catch((error: unknown) => {
        failedAt.set(key, deps.now());
        if (!isStopped) deps.log.error({ snapshot: id, error: safeError(error) }, 'snapshot was not built');
      })
      .finally(() => {
        builds.delete(key);
        folder().dropWork(id);
      });
  }

  async function make(build: Build, id: string, key: string, scope: Scope): Promise<number> {
    const cuts: SnapshotCut[] = [];
    build.run = runBuilder(folder().workFolder(id), snapshotLines(deps, scope, (cut) => void cuts.push(cut)));
    const { schema: made, bytes, sha256, caseCount } = await build.run.built;
    const { epoch, rev, mark, positions } = must(cuts[0], 'a file was built from lines');
    folder().keep({ id, scope: key, buckets: [...scope.buckets], closedSince: scope.closedSince, schema: made, epoch, rev, mark, positions: asTuples(positions), bytes, sha256, caseCount, builtAt: deps.now() });
    return caseCount;
  }

  return {
    answer,
    async find(station, id) {
      const stored = folder().list().find((snapshot) => snapshot.id === id);
      if (stored === undefined || !(await isOfThisLife(deps.pool, stored))) return null;
      return stored.scope === scopeKey(await scopeOf(deps, station)) ? { ...stored, file: folder().fileOf(id) } : null;
    },
    stop() {
      isStopped = true;
      for (const { run } of builds.values()) run?.stop();
    },
  };
}

function asTuples(positions: Readonly<Record<string, readonly [number, string]>>): Record<string, [number, string]> {
  return Object.fromEntries(Object.entries(positions).map(([station, [seq, hash]]) => [station, [seq, hash]]));
}

async function scopeOf({ pool, now }: Pick<AppDeps, 'pool' | 'now'>, station: string): Promise<Scope> {
  const grants = await currentGrants(pool, station);
  return { buckets: grants.map((grant) => grant.bucket), closedSince: closedSinceAt(await readClosedHorizon(pool), now()) };
}

/** The newest file of the scope that is still worth having; those that are not are dropped. */
async function findFresh({ pool, now }: Pick<AppDeps, 'pool' | 'now'>, folder: SnapshotFolder, key: string, schema: string): Promise<StoredSnapshot | null> {
  for (const stored of folder.list().filter((snapshot) => snapshot.scope === key)) {
    const isUsable = stored.schema === schema && now() - stored.builtAt < MOST_AGE_MS && (await isOfThisLife(pool, stored)) && !(await isWornOut(pool, stored));
    if (isUsable) return stored;
    folder.drop(stored.id);
  }
  return null;
}

/** Of this life of the database, and young enough for the exits since then to be kept still. */
async function isOfThisLife(pool: Pool, { epoch, rev, mark }: StoredSnapshot): Promise<boolean> {
  const clock = await readClock(pool);
  return epoch === clock.epoch && rev >= clock.minRev && rev <= clock.rev && (await markOf(pool, rev)) === mark;
}

async function isWornOut(pool: Pool, stored: StoredSnapshot): Promise<boolean> {
  const most = Math.max(SNAPSHOT_FROM_CASES, Math.floor(stored.caseCount * MOST_CHANGED));
  return (await countChanges(pool, stored, stored.rev, most + 1)) > most;
}

async function offer(pool: Pool, stored: StoredSnapshot, station: string): Promise<SnapshotOffer> {
  await pool.query(SQL.grantedSince, [station, stored.rev]);
  const { id, epoch, rev, mark, buckets, closedSince, schema, bytes, sha256, caseCount, positions } = stored;
  const [seq, hash] = positions[station] ?? [0, GENESIS_HASH];
  const sealed = mark === null ? null : await sealMark(pool, { epoch, rev }, mark);
  return { kind: 'offer', id, epoch, rev, mark: sealed, seq, hash, buckets, closedSince, schema, bytes, sha256, caseCount };
}

function building({ total, run }: Build): SnapshotAnswer {
  return { kind: 'building', comeBackInS: COME_BACK_S, done: run?.done() ?? 0, total };
}
