/**
 * Entries of Needs attention as the database has them: commands that were refused or set aside, and openings whose number had
 * to be replaced. Each is a row of `command_result`; who has it now stands in `attention_settlement`.
 */
import { z } from 'zod';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import type { AttentionEntry } from '../../src-shared/domain/attention.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { visibleOfOpening } from '../../src-shared/domain/sealing.ts';
import { StaffId } from '../../src-shared/util/ids.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Connection, Pool } from '../db/pool.ts';

export interface EntryRow {
  readonly station: string;
  readonly seq: number;
  /** Null when the command could not be read. */
  readonly uid: string | null;
  readonly status: 'accepted' | 'refused' | 'deferred';
  readonly code: string | null;
  readonly detail: Record<string, unknown> | null;
  readonly receivedAt: UtcMs;
  readonly userId: string | null;
  readonly settledAt: UtcMs | null;
  readonly holder: string | null;
  readonly handedBy: string | null;
  readonly stationName: string;
  /** The command's JSON. */
  readonly text: string;
  /** Of the case as it is now; null when there is none. */
  readonly departmentCode: string | null;
  readonly isSealed: boolean | null;
  readonly seal: Case['seal'];
  /** JSON of the opening that had no effect, when there is no case for that reason. */
  readonly openingText: string | null;
}

/** The same words as the partial index `command_result_attention`. */
const IS_ENTRY = `NOT r.is_repeat AND (r.status <> 'accepted' OR r.code = 'renumbered')`;
const COLUMNS = `r.station, r.seq, r.uid, r.status, r.code, r.detail, r.received_at AS "receivedAt", r.user_id AS "userId",
    r.settled_at AS "settledAt", handed.to_staff AS holder, handed.by_staff AS "handedBy", station.name AS "stationName",
    coalesce(r.command, a.command::text) AS text, c.department_code AS "departmentCode", c.is_sealed AS "isSealed", c.document->'seal' AS seal,
    opening.command AS "openingText"`;
const SOURCES = `command_result r
    JOIN station ON station.id = r.station
    LEFT JOIN case_ c ON c.id = r.case_id
    LEFT JOIN LATERAL (
      SELECT o.command FROM command_result o
       WHERE c.id IS NULL AND o.case_id = r.case_id AND o.status <> 'accepted' AND o.command LIKE '%"case.open"%'
       ORDER BY o.received_at LIMIT 1
    ) AS opening ON true
    LEFT JOIN audit a ON r.status = 'accepted' AND a.rev = r.rev AND a.station = r.station AND a.seq = r.seq
    LEFT JOIN LATERAL (
      SELECT s.to_staff, s.by_staff FROM attention_settlement s
       WHERE s.of_station = r.station AND s.of_seq = r.seq AND s.action = 'handedOver' AND s.outcome = 'settled'
       ORDER BY s.n DESC LIMIT 1
    ) AS handed ON true`;

const SQL = {
  open: `SELECT ${COLUMNS} FROM ${SOURCES} WHERE ${IS_ENTRY} AND r.settled_at IS NULL
            AND ($2::text IS NULL OR r.user_id IS NULL OR r.user_id = $2 OR handed.to_staff = $2)
          ORDER BY r.received_at, r.station, r.seq LIMIT $1`,
  byUid: `SELECT ${COLUMNS} FROM ${SOURCES} WHERE ${IS_ENTRY} AND r.uid = ANY($1::uuid[])`,
  /** One that could not be read has no id: it is found by its place in its station's outbox. */
  lock: `SELECT r.station, r.seq FROM command_result r
          WHERE ${IS_ENTRY} AND (r.uid = $1 OR (r.uid IS NULL AND r.station = $2 AND r.seq = $3)) FOR UPDATE`,
  at: `SELECT ${COLUMNS} FROM ${SOURCES} WHERE r.station = $1 AND r.seq = $2`,
};

/** Beyond this many open entries in a city only the oldest are looked at; people have to catch up first. */
const MAX_OPEN_ENTRIES = 5_000;

/** What nobody has settled, oldest first; `staffId`: only what that person entered or was handed, and what has no known author. */
export async function openEntries(connection: Connection | Pool, staffId: string | null): Promise<readonly EntryRow[]> {
  return (await connection.query<EntryRow>(SQL.open, [MAX_OPEN_ENTRIES, staffId])).rows;
}

export async function entriesByUid(connection: Connection | Pool, uids: readonly string[]): Promise<readonly EntryRow[]> {
  return uids.length === 0 ? [] : (await connection.query<EntryRow>(SQL.byUid, [uids])).rows;
}

/** The entry a settlement is about, locked until the transaction ends; null when there is none (yet). */
export async function lockEntry(tx: Connection, named: { readonly uid: string; readonly ofStation: string; readonly seq: number }): Promise<EntryRow | null> {
  const [place] = (await tx.query<{ station: string; seq: number }>(SQL.lock, [named.uid, named.ofStation, named.seq])).rows;
  if (place === undefined) return null;
  // Read only now: what others wrote while this one waited for the lock is seen.
  return (await tx.query<EntryRow>(SQL.at, [place.station, place.seq])).rows[0] ?? null;
}

const Opening = z.looseObject({
  uid: z.uuid().optional(),
  userId: z.string().optional(),
  args: z
    .looseObject({
      ...{ kind: z.string().default(''), serviceCode: z.string(), departmentCode: z.string().nullish(), isSealed: z.boolean() },
      complaintAbout: z.enum(['service', 'conduct']).nullish(),
      misconduct: z.looseObject({ accusedStaffId: StaffId.nullable(), reason: z.string() }).nullish(),
    })
    .optional()
    .catch(undefined),
});

/** The command's own fields, as far as they can be read: newer versions may have written it. */
function readText(text: string): z.infer<typeof Opening> {
  const parsed = Opening.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : {};
}

/** The command's id, also of one that could not be read otherwise. */
export function uidOf(row: EntryRow): string | null {
  return row.uid ?? readText(row.text).uid ?? null;
}

/** What the shared rules need to know of it. */
export function factsOf(row: EntryRow, catalogue: Catalogue): AttentionEntry {
  const { userId, args } = readText(row.text);
  const author = row.userId ?? userId ?? null;
  return {
    author: author === null ? null : (findStaff(catalogue, author) ?? null),
    holderId: row.holder,
    about: aboutCase(row) ?? aboutOpening(args ?? openingOf(row), catalogue),
    since: row.receivedAt,
    isDeferred: row.status === 'deferred',
  };
}

function aboutCase({ departmentCode, isSealed, seal }: EntryRow): AttentionEntry['about'] {
  return departmentCode === null || isSealed === null ? null : { departmentCode, isSealed, seal };
}

type OpeningArgs = z.infer<typeof Opening>['args'];

/** What a command is about whose case was never opened: what the opening said. */
function openingOf({ openingText }: EntryRow): OpeningArgs {
  return openingText === null ? undefined : readText(openingText).args;
}

function aboutOpening(args: OpeningArgs, catalogue: Catalogue): AttentionEntry['about'] {
  return args === undefined ? null : visibleOfOpening(args, catalogue);
}
