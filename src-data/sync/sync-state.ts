import type { UtcMs } from '../../src-shared/util/time.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

/** The one row that says where this workstation stands with its server. */
export interface SyncState {
  readonly serverUrl: string | null;
  /** Null until enrolled. */
  readonly station: string | null;
  readonly enrolment: number | null;
  readonly epoch: number;
  /** Server revision up to which this workstation shows everything of its buckets. */
  readonly cutRev: number;
  /** The server's mark of that revision; null before the first pull. */
  readonly cutMark: string | null;
  /** From the last enrolment; does for the code when this workstation has to enrol again. */
  readonly certificate: string | null;
  /** 1: these records were copied from another folder; they go on as a station of their own. */
  readonly isCopied: number;
  /** 1: this version is below what the server reads; nothing new is taken here until it is updated. */
  readonly isTooOld: number;
  /** 1: the server has begun a new life; what its first answer lacks of what is shown here was lost there. */
  readonly isRecovering: number;
  /** Last command given here and its link in the hash chain. */
  readonly lastSeq: number;
  readonly lastHash: string;
  /** Outcomes of commands up to this seq are known. */
  readonly resultsAfter: number;
  /** How many numbers of its own range it has given out. */
  readonly selfIssued: number;
  /** Server time minus this computer's time, as measured at the last hello. */
  readonly clockOffsetMs: number;
  /** The server's clock in the last pull; 0 before the first. */
  readonly serverNow: number;
  readonly lastPullAt: UtcMs | null;
  readonly serverBackupAt: UtcMs | null;
  /** How many days back the server may be restored. */
  readonly keepDays: number;
}

const COLUMNS: Record<keyof SyncState, string> = {
  serverUrl: 'server_url',
  station: 'station',
  enrolment: 'enrolment',
  epoch: 'epoch',
  cutRev: 'cut_rev',
  cutMark: 'cut_mark',
  certificate: 'certificate',
  isCopied: 'is_copied',
  isTooOld: 'is_too_old',
  isRecovering: 'is_recovering',
  lastSeq: 'last_seq',
  lastHash: 'last_hash',
  resultsAfter: 'results_after',
  selfIssued: 'self_issued',
  clockOffsetMs: 'clock_offset_ms',
  serverNow: 'server_now',
  lastPullAt: 'last_pull_at',
  serverBackupAt: 'server_backup_at',
  keepDays: 'keep_days',
};

const SQL = {
  read: `SELECT ${Object.entries(COLUMNS)
    .map(([name, column]) => `${column} AS ${name}`)
    .join(', ')} FROM sync_state WHERE one = 1`,
} as const;

export function readSyncState(db: ReadDb): SyncState {
  const state = db.query<Record<string, never>, SyncState>(SQL.read).get({});
  if (!state) throw new Error('sync_state has lost its row: the records are damaged');
  return state;
}

/** Changes the given fields and leaves the others. */
export function updateSyncState(db: WriteDb, change: Partial<SyncState>): void {
  const names = Object.keys(change) as (keyof SyncState)[]; // safe: keys of a Partial<SyncState>
  if (names.length === 0) return;
  const assignments = names.map((name) => `${COLUMNS[name]} = :${name}`).join(', ');
  db.write<Partial<SyncState>>(`UPDATE sync_state SET ${assignments} WHERE one = 1`).run(change);
}
