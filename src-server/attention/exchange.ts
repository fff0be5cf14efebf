import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import { isSupervisor, SUPERVISOR_AFTER_MS } from '../../src-shared/domain/attention.ts';
import { type AskedEntry, type AttentionReply, type AttentionRequest, AskedEntry as AskedEntrySchema } from '../../src-shared/protocol/attention.ts';
import { HOUR_MS } from '../../src-shared/util/time.ts';
import type { AppDeps } from '../app-deps.ts';
import { hasSignedInAt } from '../auth/signed-in-at.ts';
import { readSetting } from '../db/server-setting.ts';
import { inTransaction } from '../db/transaction.ts';
import { readClock } from '../feed/clock.ts';
import { currentGrants } from '../feed/grants.ts';
import { APP_VERSION } from '../util/app-version.ts';
import { type EntryRow, entriesByUid, openEntries } from './entries.ts';
import { listFor } from './list-for.ts';
import { settle } from './settle.ts';

export type ExchangeDeps = Pick<AppDeps, 'pool' | 'now' | 'catalogues'>;

/** Hours after which an entry is its supervisors' too; `server_setting`. */
const SUPERVISOR_HOURS = 'attentionSupervisorAfterHours';

/** Takes the decisions made at a workstation, tells what has become of the entries it knows, and what is open for its person. */
export async function exchange(deps: ExchangeDeps, request: AttentionRequest): Promise<AttentionReply> {
  const catalogue = await deps.catalogues.newest(deps.pool);
  const outcomes = catalogue === null ? [] : await settleAll(deps, request, catalogue);
  const supervisorAfterMs = await readSupervisorAfterMs(deps);
  const asked = (await entriesByUid(deps.pool, request.asks)).flatMap((row) => toAsked(row) ?? []);
  const list = catalogue === null ? null : await listOf(deps, request, { catalogue, supervisorAfterMs });
  const { epoch } = await readClock(deps.pool);
  return { epoch, outcomes, asked, list, supervisorAfterMs, serverVersion: APP_VERSION };
}

/** Each in a transaction of its own: one that fails does not hold up the others. */
async function settleAll(deps: ExchangeDeps, { station, settlements }: AttentionRequest, catalogue: Catalogue): Promise<AttentionReply['outcomes']> {
  const outcomes: AttentionReply['outcomes'] = [];
  for (const settlement of settlements) {
    const outcome = await inTransaction(deps.pool, { retriesLostRace: true }, (tx) => settle(tx, settlement, { station, catalogue, at: deps.now() }));
    outcomes.push({ id: settlement.id, outcome });
  }
  return outcomes;
}

function toAsked({ uid, settledAt, holder, handedBy }: EntryRow): AskedEntry | null {
  return uid === null ? null : AskedEntrySchema.parse({ uid, isOpen: settledAt === null, holder, handedBy });
}

/**
 * Null when nobody is named, when the person has not signed in at this workstation with the server's own check (no workstation
 * gets texts by naming somebody), or when nothing has changed.
 */
async function listOf(deps: ExchangeDeps, request: AttentionRequest, known: { readonly catalogue: Catalogue; readonly supervisorAfterMs: number }): Promise<AttentionReply['list']> {
  const { station, staffId, tag } = request;
  const viewer = staffId === null ? undefined : findStaff(known.catalogue, staffId);
  if (!viewer?.isActive || !(await hasSignedInAt(deps.pool, { staffId: viewer.id, station, now: deps.now() }))) return null;
  const buckets = new Set((await currentGrants(deps.pool, station)).map((grant) => grant.bucket));
  const rows = await openEntries(deps.pool, isSupervisor(viewer) ? null : viewer.id);
  const list = listFor(rows, { ...known, viewer, buckets, now: deps.now() });
  return list.tag === tag ? null : list;
}

async function readSupervisorAfterMs(deps: ExchangeDeps): Promise<number> {
  const hours = await readSetting(deps.pool, SUPERVISOR_HOURS);
  return typeof hours === 'number' && hours > 0 ? Math.ceil(hours * HOUR_MS) : SUPERVISOR_AFTER_MS;
}
