/** Office commands given at this workstation, and what became of each. In the order they were given: rows are never put in again. */
import { OfficeCommand } from '../../src-shared/office/commands/index.ts';
import type { OfficeOutcome } from '../../src-shared/protocol/office.ts';
import { MAX_OFFICE_ASKS, type PullHeader } from '../../src-shared/protocol/pull.ts';
import { DAY_MS, type UtcMs } from '../../src-shared/util/time.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { readSyncState } from '../sync/sync-state.ts';

export type OfficeCommandState = 'waiting' | 'sent' | 'accepted' | 'refused';

export interface OfficeRow {
  readonly uid: string;
  readonly command: OfficeCommand;
  readonly state: OfficeCommandState;
  /** Why it was refused, or why a waiting one has to come again; else null. */
  readonly code: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

interface StoredRow extends Omit<OfficeRow, 'command' | 'details'> {
  readonly command: string;
  readonly detail: string | null;
}

const COLUMNS = 'uid, command, state, code, detail';
const SQL = {
  add: `INSERT INTO office_command (uid, command, made_at, state) VALUES (:uid, :command, :madeAt, 'waiting')`,
  byUid: `SELECT ${COLUMNS} FROM office_command WHERE uid = :uid`,
  pending: `SELECT ${COLUMNS} FROM office_command WHERE state IN ('waiting', 'sent') ORDER BY rowid`,
  waiting: `SELECT ${COLUMNS} FROM office_command WHERE state = 'waiting' ORDER BY rowid LIMIT :limit`,
  open: `SELECT ${COLUMNS} FROM office_command WHERE state IN ('waiting', 'sent') OR (state = 'refused' AND settled_at IS NULL) ORDER BY rowid`,
  counts: `SELECT sum(state = 'waiting') AS waiting, sum(state = 'sent') AS sent, min(CASE WHEN state = 'waiting' THEN made_at END) AS oldestAt
    FROM office_command WHERE state IN ('waiting', 'sent')`,
  accepted: `UPDATE office_command SET state = 'sent', code = NULL, detail = NULL WHERE uid = :uid AND state = 'waiting'`,
  refused: `UPDATE office_command SET state = 'refused', code = :code, detail = :detail WHERE uid = :uid AND state = 'waiting'`,
  later: `UPDATE office_command SET code = :code, detail = :detail WHERE uid = :uid AND state = 'waiting'`,
  asks: `SELECT uid FROM office_command WHERE state = 'sent' OR (state = 'refused' AND settled_at IS NULL) ORDER BY rowid LIMIT ${MAX_OFFICE_ASKS}`,
  confirm: `UPDATE office_command SET state = 'accepted', known_at = :at WHERE uid = :uid AND state = 'sent' AND :status = 'accepted'`,
  askAgain: `UPDATE office_command SET state = 'waiting', code = NULL, detail = NULL
    WHERE uid = :uid AND ((state = 'sent' AND :status <> 'accepted') OR (state = 'refused' AND settled_at IS NULL AND :status <> 'refused'))`,
  offerAgain: `UPDATE office_command SET state = 'waiting', code = NULL, detail = NULL, known_at = NULL
    WHERE state IN ('sent', 'accepted') OR (state = 'refused' AND settled_at IS NULL)`,
  dismiss: `UPDATE office_command SET settled_at = :at, state = 'refused', code = coalesce(code, 'dismissed')
    WHERE uid = :uid AND settled_at IS NULL AND (state = 'refused' OR (state = 'waiting' AND code IS NOT NULL))`,
  prune: `DELETE FROM office_command WHERE (state = 'accepted' AND known_at < :before) OR (state = 'refused' AND settled_at < :before)`,
} as const;

/** Keeps a command for the server. Needs the transaction that shows its effect. */
export function addOfficeCommand(db: WriteDb, command: OfficeCommand): void {
  db.write(SQL.add).run({ uid: command.uid, command: JSON.stringify(command), madeAt: command.madeAt });
}

export function findOfficeCommand(db: ReadDb, uid: string): OfficeRow | null {
  const row = db.query<{ uid: string }, StoredRow>(SQL.byUid).get({ uid });
  return row ? parse(row) : null;
}

/** Commands that stand on top of the server's office, in the order they were given. */
export function pendingOffice(db: ReadDb): readonly OfficeRow[] {
  return db.query<object, StoredRow>(SQL.pending).all({}).map(parse);
}

/** The next commands to send. */
export function waitingOffice(db: ReadDb, limit: number): readonly OfficeRow[] {
  return db.query<{ limit: number }, StoredRow>(SQL.waiting).all({ limit }).map(parse);
}

/** What is on its way, and what was refused and nobody has put aside yet. */
export function openOffice(db: ReadDb): readonly OfficeRow[] {
  return db.query<object, StoredRow>(SQL.open).all({}).map(parse);
}

export interface OfficeCounts {
  readonly waiting: number;
  readonly sent: number;
  /** When the oldest waiting one was given. */
  readonly oldestAt: UtcMs | null;
}

export function countOffice(db: ReadDb): OfficeCounts {
  const counts = db.query<object, { waiting: number | null; sent: number | null; oldestAt: UtcMs | null }>(SQL.counts).get({});
  return { waiting: counts?.waiting ?? 0, sent: counts?.sent ?? 0, oldestAt: counts?.oldestAt ?? null };
}

/** Notes the server's answer to one command; an answer that came before changes nothing. */
export function noteOfficeOutcome(db: WriteDb, { uid, outcome, code, detail }: OfficeOutcome): void {
  const why = { uid, code, detail: detail === null ? null : JSON.stringify(detail) };
  if (outcome === 'accepted') db.write(SQL.accepted).run({ uid });
  else db.write(outcome === 'refused' ? SQL.refused : SQL.later).run(why);
}

/** What the next pull has to say of: commands that took effect, as far as this disk was told, and refusals that stand. */
export function officeAsks(db: ReadDb): string[] {
  return db.query<object, { uid: string }>(SQL.asks).all({}).map((row) => row.uid);
}

/**
 * Takes in what a pull says of them. One whose effect is in its snapshot needs no showing on top any more; one the server turns out
 * not to have, or to have judged otherwise, waits again, whatever was said before: the server may have gone back in time since.
 * Returns whether anything of them is different now.
 */
export function takeOfficeResults(db: WriteDb, results: NonNullable<PullHeader['h']['officeResults']>, at: UtcMs): boolean {
  const changed = results.map(({ uid, status }) => db.write(SQL.confirm).run({ uid, status, at }).changes + db.write(SQL.askAgain).run({ uid, status }).changes);
  return changed.some((count) => count > 0);
}

/** The server is another one than it was: everything is offered again, also what it had refused, unless somebody put that aside. */
export function offerOfficeAgain(db: WriteDb): void {
  db.write(SQL.offerAgain).run({});
}

/** Puts a refused command aside, or gives up one that the server has asked to come again. Returns whether there was one. */
export function dismissOfficeCommand(db: WriteDb, uid: string, at: UtcMs): boolean {
  return db.write(SQL.dismiss).run({ uid, at }).changes > 0;
}

/** Longer than the server's oldest backup, as for commands on cases. */
const MARGIN_DAYS = 14;

/** Lets go of what the server has had for longer than it can be put back; `now` is the server's clock. */
export function pruneOffice(db: WriteDb, now: UtcMs): void {
  const { keepDays } = readSyncState(db);
  db.write(SQL.prune).run({ before: now - (keepDays + MARGIN_DAYS) * DAY_MS });
}

function parse({ command, detail, ...row }: StoredRow): OfficeRow {
  // Parsed again: what an earlier version wrote is read as this one says it, or it is a bug.
  return { ...row, command: OfficeCommand.parse(JSON.parse(command)), details: JSON.parse(detail ?? '{}') as OfficeRow['details'] }; // safe: written by noteOfficeOutcome
}
