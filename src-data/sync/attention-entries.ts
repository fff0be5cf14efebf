/**
 * Entries of Needs attention as this disk has them: commands of this desk that had no effect (or whose number was replaced),
 * and copies of other desks' that the server sent for whoever is signed in. One entry, one id: what is both is shown once.
 */
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import type { Command } from '../../src-shared/commands/index.ts';
import type { AttentionEntry } from '../../src-shared/domain/attention.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { visibleOfOpening } from '../../src-shared/domain/sealing.ts';
import { isSealedCommand } from '../../src-shared/protocol/sealed-text.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { findCase } from '../cases/case-queries.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { StoredCopy } from './attention-copies.ts';
import { caseAfterReopening } from './settlements.ts';

export interface StoredEntry {
  readonly uid: string;
  readonly ofStation: string;
  readonly seq: number;
  readonly status: 'refused' | 'deferred' | 'renumbered';
  readonly code: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly command: Command;
  /** When the server said no, as far as this disk knows. */
  readonly since: UtcMs;
  readonly holder: string | null;
  readonly handedBy: string | null;
  /** Name of the other workstation it was entered at; null: at this one. */
  readonly stationName: string | null;
}

/** The same words as the partial index `outbox_attention`. */
const IS_OPEN = `settled_at IS NULL AND (state IN ('refused', 'deferred') OR code = 'renumbered')`;
const COLUMNS = `o.uid, o.station AS ofStation, o.seq, o.state, o.code, o.detail, o.command, o.made_at AS madeAt, h.holder, h.handed_by AS handedBy`;
const SQL = {
  open: `SELECT ${COLUMNS} FROM outbox o LEFT JOIN attention_holder h USING (uid) WHERE ${IS_OPEN} ORDER BY o.made_at, o.rowid LIMIT 500`,
  openUids: `SELECT uid FROM outbox WHERE ${IS_OPEN} ORDER BY made_at LIMIT 500`,
  one: `SELECT ${COLUMNS} FROM outbox o LEFT JOIN attention_holder h USING (uid) WHERE o.uid = :uid AND ${IS_OPEN}`,
  copies: 'SELECT body FROM attention_copy ORDER BY rowid',
  copy: 'SELECT body FROM attention_copy WHERE uid = :uid',
  settle: 'UPDATE outbox SET settled_at = :at WHERE uid = :uid',
  caseOf: 'SELECT case_id AS caseId FROM outbox WHERE uid = :uid',
} as const;

interface OutboxEntry {
  readonly uid: string;
  readonly ofStation: string;
  readonly seq: number;
  readonly state: 'refused' | 'deferred' | 'confirmed';
  readonly code: string | null;
  readonly detail: string | null;
  readonly command: string;
  readonly madeAt: UtcMs;
  readonly holder: string | null;
  readonly handedBy: string | null;
}

/** Everything open on this disk, whoever may see it: this desk's own, oldest first, then copies. */
export function openEntries(db: ReadDb): readonly StoredEntry[] {
  const own = db.query<object, OutboxEntry>(SQL.open).all({}).map(ofOutbox);
  const copies = db.query<object, { body: string }>(SQL.copies).all({}).flatMap(({ body }) => ofCopy(body) ?? []);
  return [...own, ...copies];
}

/** One open entry; null when it is settled or was never here. */
export function openEntry(db: ReadDb, uid: string): StoredEntry | null {
  const own = db.query<{ uid: string }, OutboxEntry>(SQL.one).get({ uid });
  if (own) return ofOutbox(own);
  const copy = db.query<{ uid: string }, { body: string }>(SQL.copy).get({ uid });
  return copy ? ofCopy(copy.body) : null;
}

/** Ids of this desk's own open entries, at most as many as one request may ask about. */
export function openUids(db: ReadDb): readonly string[] {
  return db.query<object, { uid: string }>(SQL.openUids).all({}).map((row) => row.uid);
}

/** Closes an entry of this desk; a null moment opens it again, when the server has refused the decision. Returns its case. */
export function closeOwn(db: WriteDb, uid: string, at: UtcMs | null): string | null {
  db.write(SQL.settle).run({ uid, at });
  return db.query<{ uid: string }, { caseId: string }>(SQL.caseOf).get({ uid })?.caseId ?? null;
}

/** What the shared rules need to know of it. */
export function factsOf(db: ReadDb, { command, holder, since, status }: StoredEntry, catalogue: Catalogue): AttentionEntry {
  return {
    author: findStaff(catalogue, command.userId) ?? null,
    holderId: holder,
    about: aboutOf(command, findCase(db, caseAfterReopening(db, command.caseId))?.case ?? null, catalogue),
    since,
    isDeferred: status === 'deferred',
  };
}

function aboutOf(command: Command, current: Case | null, catalogue: Catalogue): AttentionEntry['about'] {
  if (current) return current;
  if (isSealedCommand(command)) return { departmentCode: '', isSealed: true };
  if (command.type !== 'case.open') return null;
  return visibleOfOpening(command.args, catalogue);
}

function ofOutbox({ state, detail, command, madeAt, ...row }: OutboxEntry): StoredEntry {
  return {
    ...row,
    status: state === 'confirmed' ? 'renumbered' : state,
    details: JSON.parse(detail ?? '{}') as StoredEntry['details'], // safe: written by markOutcome or noteCode
    command: JSON.parse(command) as Command, // safe: written by appendToOutbox
    since: madeAt,
    stationName: null,
  };
}

/** Null when an older version wrote it in another shape: the next list brings it again. */
function ofCopy(body: string): StoredEntry | null {
  const stored = StoredCopy.safeParse(JSON.parse(body));
  if (!stored.success) return null;
  const { detail, status, receivedAt, ...copy } = stored.data;
  return { ...copy, status: status === 'accepted' ? 'renumbered' : status, details: detail ?? {}, since: receivedAt };
}
