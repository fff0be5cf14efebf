/**
 * Needs attention between this desk and the server: decisions go up, what became of entries comes down, and with it what is
 * open for whoever is signed in. Runs after a round's pushes and pull; a failure harms neither, and the next round tries again.
 */
import { z } from 'zod';
import { SUPERVISOR_AFTER_MS } from '../../src-shared/domain/attention.ts';
import type { AttentionReply } from '../../src-shared/protocol/attention.ts';
import { type CaseId, StationId } from '../../src-shared/util/ids.ts';
import { MINUTE_MS, type UtcMs, utcMs } from '../../src-shared/util/time.ts';
import { setSyncState } from '../cases/write-case.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { syncStateOfCase } from '../outbox/outbox-queries.ts';
import { currentSession } from '../session/session.ts';
import { readSetting, saveSetting } from '../settings/settings.ts';
import { showAfterSettling } from './apply-pull.ts';
import { forgetTag, heldTag, replaceCopies } from './attention-copies.ts';
import { closeOwn, openUids } from './attention-entries.ts';
import { noteHolder } from './attention-holder.ts';
import { noteOutcome, pruneSettlements, waitingSettlements } from './settlements.ts';
import type { Identity, SyncClient } from './sync-client.ts';

/** Without a word from the server the list is asked for this often. */
const ASK_EVERY_MS = MINUTE_MS;

export interface AttentionExchange {
  /** One exchange, when there is reason for one. Rejects only when the disk does. */
  run(identity: Identity): Promise<void>;
  /** The next round asks in any case: the server has said that something has changed. */
  want(): void;
}

export interface AttentionExchangeOptions {
  readonly db: WriteDb;
  readonly client: Pick<SyncClient, 'attention'>;
  readonly now: () => number;
  readonly onCasesChanged: (caseIds: readonly CaseId[]) => void;
  readonly log: (event: string, details?: Readonly<Record<string, unknown>>) => void;
}

export function createAttentionExchange({ db, client, now, onCasesChanged, log }: AttentionExchangeOptions): AttentionExchange {
  let isWanted = true;
  let asked: { readonly staffId: string | null; readonly at: number } = { staffId: null, at: 0 };

  async function run({ station, ...keys }: Identity): Promise<void> {
    const staffId = currentSession(db).staff?.id ?? null;
    const settlements = waitingSettlements(db);
    const asks = openUids(db);
    const isDue = isWanted || staffId !== asked.staffId || Math.abs(now() - asked.at) >= ASK_EVERY_MS;
    if (settlements.length === 0 && !(isDue && (staffId !== null || asks.length > 0))) return;
    isWanted = false;
    asked = { staffId, at: now() };
    const request = { station: StationId.parse(station), staffId, settlements: [...settlements], asks: [...asks], tag: staffId === null ? null : heldTag(db, staffId) };
    const reply = await client.attention({ station, ...keys }, request).catch((error: unknown) => log('attention not exchanged', { problem: String(error) }));
    if (reply?.kind !== 'ok') {
      isWanted = true;
      return;
    }
    const changed = takeReply(db, reply.value, { staffId, now: utcMs(now()) });
    if (reply.value.outcomes.some(({ outcome }) => outcome === 'refused')) isWanted = true;
    onCasesChanged(changed);
  }

  return { run, want: () => void (isWanted = true) };
}

interface Asker {
  /** Who was signed in when the question was sent. */
  readonly staffId: string | null;
  readonly now: UtcMs;
}

/** Takes an answer in, in one transaction. Returns the cases that look different now. */
function takeReply(db: WriteDb, reply: AttentionReply, { staffId, now }: Asker): readonly CaseId[] {
  return db.transaction(() => {
    const changed = [...takeOutcomes(db, reply), ...takeAsked(db, reply, now)];
    // Somebody else may have sat down since: their list is asked for with the next round.
    if (reply.list !== null && staffId !== null && currentSession(db).staff?.id === staffId) {
      const touched = replaceCopies(db, staffId, reply.list);
      for (const caseId of touched) setSyncState(db, caseId, syncStateOfCase(db, caseId));
      changed.push(...touched);
    }
    saveSetting(db, 'attentionRules', { supervisorAfterMs: reply.supervisorAfterMs, serverVersion: reply.serverVersion } satisfies AttentionRules);
    pruneSettlements(db, now);
    return [...new Set(changed)] as CaseId[]; // safe: ids of cases
  });
}

/** A decision the server refused has not been made: the entry is open again. */
function takeOutcomes(db: WriteDb, { outcomes, epoch }: AttentionReply): string[] {
  return outcomes.flatMap((one) => {
    const uid = noteOutcome(db, one, epoch);
    if (uid === null || one.outcome !== 'refused') return [];
    forgetTag(db);
    noteHolder(db, uid, null);
    return showCaseOf(db, closeOwn(db, uid, null));
  });
}

/** Entries settled elsewhere go here too; those handed to somebody else leave the author's list. */
function takeAsked(db: WriteDb, { asked }: AttentionReply, now: UtcMs): string[] {
  const undecided = new Set(openUids(db));
  return asked.flatMap(({ uid, isOpen, holder, handedBy }) => {
    if (!undecided.has(uid)) return [];
    if (!isOpen) return showCaseOf(db, closeOwn(db, uid, now));
    if (!isDecidedHere(db, uid)) noteHolder(db, uid, holder === null ? null : { holder, handedBy });
    return [];
  });
}

function isDecidedHere(db: ReadDb, uid: string): boolean {
  return waitingSettlements(db).some((settlement) => settlement.uid === uid);
}

function showCaseOf(db: WriteDb, caseId: string | null): readonly string[] {
  if (caseId === null) return [];
  showAfterSettling(db, caseId);
  return [caseId];
}

const AttentionRules = z.object({ supervisorAfterMs: z.number(), serverVersion: z.string().nullable() });
type AttentionRules = z.infer<typeof AttentionRules>;

/** What the server last said about supervisors, and its version; the defaults until it has said anything. */
export function attentionRules(db: ReadDb): AttentionRules {
  return AttentionRules.catch({ supervisorAfterMs: SUPERVISOR_AFTER_MS, serverVersion: null }).parse(readSetting(db, 'attentionRules'));
}

