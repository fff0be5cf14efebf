import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { MESSAGE_TABLES } from './message-tables.ts';

/**
 * Moments are `bigint` milliseconds since 1970 UTC, like everywhere else in the product.
 *
 * The tables a push writes to have no foreign keys: they are written in one place only, in one transaction with the rows
 * they speak of, and checking each row again took 6 of the 45 ms PostgreSQL works on a push of 200 new cases (measured).
 */
const STATEMENTS: readonly string[] = [
  // The server's life (epoch) and the revision of its last committed write. `min_rev`: oldest cursor still answerable.
  `CREATE TABLE sync_clock (
     one int PRIMARY KEY DEFAULT 1 CHECK (one = 1),
     epoch int NOT NULL,
     rev bigint NOT NULL,
     min_rev bigint NOT NULL
   )`,
  `INSERT INTO sync_clock (epoch, rev, min_rev) VALUES (1, 0, 0)`,
  // Every revision with a random mark: a station that knows another mark for a revision has seen a life of this database
  // that is gone (somebody put an older copy in its place).
  `CREATE TABLE revision (
     rev bigint PRIMARY KEY,
     mark text NOT NULL,
     at bigint NOT NULL
   )`,
  `CREATE TABLE epoch (
     epoch int PRIMARY KEY,
     rev bigint NOT NULL,
     began_at bigint NOT NULL,
     reason text NOT NULL
   )`,

  `CREATE TABLE server_setting (
     key text PRIMARY KEY,
     value jsonb NOT NULL
   )`,

  `CREATE TABLE catalogue (
     version int PRIMARY KEY,
     document jsonb NOT NULL,
     rev bigint NOT NULL,
     made_at bigint NOT NULL,
     made_by text NOT NULL,
     note text NOT NULL DEFAULT '',
     changes jsonb
   )`,

  // The office's records: what staff know together and what is about no case, as one document. Its history is append only and
  // chained like that of a case; entry n led to version n.
  `CREATE TABLE office (
     one int PRIMARY KEY DEFAULT 1 CHECK (one = 1),
     version int NOT NULL,
     document jsonb NOT NULL,
     history_hash bytea NOT NULL,
     rev bigint NOT NULL
   )`,
  `INSERT INTO office (version, document, history_hash, rev)
   VALUES (0, '{"version":0,"bulletins":[],"delegations":[],"reads":{},"suggestions":[],"events":[],"formBatches":[],"views":[]}', decode(repeat('00', 32), 'hex'), 0)`,
  `CREATE TABLE office_audit (
     version int PRIMARY KEY,
     uid uuid NOT NULL UNIQUE,
     station text NOT NULL,
     staff_id text NOT NULL,
     command jsonb NOT NULL,
     fact jsonb NOT NULL,
     at bigint NOT NULL,
     rev bigint NOT NULL,
     prev bytea NOT NULL,
     hash bytea NOT NULL
   )`,
  // What became of every office command; the command itself is kept where the history has not got it.
  `CREATE TABLE office_result (
     uid uuid PRIMARY KEY,
     status text NOT NULL CHECK (status IN ('accepted', 'refused')),
     version int,
     code text,
     detail jsonb,
     staff_id text,
     made_at bigint,
     station text NOT NULL,
     received_at bigint NOT NULL,
     command text,
     CHECK ((status = 'accepted') = (version IS NOT NULL))
   )`,

  `CREATE TABLE staff_credential (
     staff_id text PRIMARY KEY,
     argon2 text NOT NULL,
     changed_at bigint NOT NULL
   )`,

  // One enrolment of one workstation; never deleted, its id and enrolment number are never used again.
  `CREATE TABLE station (
     id text PRIMARY KEY,
     name text NOT NULL,
     public_key bytea NOT NULL UNIQUE,
     enrolment_number int NOT NULL UNIQUE CHECK (enrolment_number BETWEEN 0 AND 99999),
     enrolled_at bigint NOT NULL,
     last_seq bigint NOT NULL DEFAULT 0,
     last_hash bytea NOT NULL,
     last_seen_at bigint,
     protocol int,
     app_version text,
     is_blocked boolean NOT NULL DEFAULT false
   )`,
  `CREATE TABLE station_bucket (
     station text NOT NULL REFERENCES station,
     bucket text NOT NULL,
     granted_rev bigint NOT NULL,
     revoked_rev bigint,
     PRIMARY KEY (station, bucket)
   )`,

  `CREATE TABLE session (
     token_hash bytea PRIMARY KEY,
     staff_id text NOT NULL,
     station text REFERENCES station,
     created_at bigint NOT NULL,
     expires_at bigint NOT NULL
   )`,
  `CREATE INDEX session_by_expiry ON session (expires_at)`,

  // The case as it is now. The typed columns repeat parts of the document for the server's own questions.
  `CREATE TABLE case_ (
     id uuid PRIMARY KEY,
     number text NOT NULL UNIQUE,
     document jsonb NOT NULL,
     rev bigint NOT NULL,
     history_hash bytea NOT NULL,
     kind text NOT NULL,
     state text NOT NULL,
     service_code text NOT NULL,
     department_code text NOT NULL,
     assignee_id text,
     received_at bigint NOT NULL,
     respond_by bigint,
     closed_at bigint,
     -- When the clock next has something to say of it (a promise missed, somebody to be told); null: nothing, as things stand.
     watch_at bigint,
     -- Reports of months after it need not look at the case once it is closed.
     matters_until bigint NOT NULL,
     is_sealed boolean NOT NULL,
     source_system text,
     source_id text
   )`,
  // Documents are rewritten with every command: room on the page keeps most updates from touching the indexes. A usual
  // document (2 kB) stays in its row: compressing it made the insert a tenth dearer (measured), and every read after it.
  `ALTER TABLE case_ SET (fillfactor = 85, toast_tuple_target = 8160)`,
  `CREATE INDEX case_to_watch ON case_ (watch_at) WHERE watch_at IS NOT NULL`,
  `CREATE UNIQUE INDEX case_once_per_source ON case_ (source_system, source_id) WHERE source_system IS NOT NULL`,
  // Numbers beside a case's own: those of co-reporters, and those that turned out to be on two slips and were replaced.
  // Such a one leads to both cases.
  `CREATE TABLE case_number_alias (
     number text NOT NULL,
     case_id uuid NOT NULL REFERENCES case_,
     PRIMARY KEY (number, case_id)
   )`,
  `CREATE INDEX case_number_alias_by_case ON case_number_alias (case_id)`,

  // Which case is visible in which bucket, and since which revision that row says so. One index serves the feed.
  `CREATE TABLE case_bucket (
     bucket text NOT NULL,
     case_id uuid NOT NULL,
     rev bigint NOT NULL,
     present boolean NOT NULL,
     why text NOT NULL,
     PRIMARY KEY (bucket, case_id)
   )`,
  `CREATE INDEX case_bucket_feed ON case_bucket (bucket, rev)`,

  // Words of closed cases, for the search of those that workstations no longer hold. Made from the documents some time after
  // the closing, never by a push; may be emptied at any time, and is then made again.
  `CREATE INDEX case_by_closed ON case_ (closed_at, id) WHERE closed_at IS NOT NULL`,
  `CREATE TABLE closed_case_words (
     case_id uuid PRIMARY KEY,
     closed_at bigint NOT NULL,
     words tsvector NOT NULL
   )`,
  `CREATE INDEX closed_case_words_search ON closed_case_words USING gin (words)`,

  // Append only. prev and hash chain the entries of one case.
  `CREATE TABLE audit (
     rev bigint NOT NULL,
     n int NOT NULL,
     station text NOT NULL,
     seq bigint NOT NULL,
     uid uuid NOT NULL,
     staff_id text NOT NULL,
     case_id uuid NOT NULL,
     command jsonb NOT NULL,
     facts jsonb NOT NULL,
     at bigint NOT NULL,
     prev bytea NOT NULL,
     hash bytea NOT NULL,
     PRIMARY KEY (rev, n)
   )`,
  `ALTER TABLE audit SET (toast_tuple_target = 8160)`,
  `CREATE INDEX audit_by_case ON audit (case_id, rev, n)`,

  // What became of every command. The command itself is kept where the audit has not got it: refused and deferred ones.
  // A command that came again under another seq (a re-enrolled workstation sends its queue anew) is marked as a repeat.
  `CREATE TABLE command_result (
     station text NOT NULL,
     seq bigint NOT NULL,
     uid uuid,
     hash bytea NOT NULL,
     status text NOT NULL CHECK (status IN ('accepted', 'refused', 'deferred')),
     code text,
     detail jsonb,
     command text,
     case_id uuid,
     user_id text,
     made_at bigint,
     received_at bigint NOT NULL,
     rev bigint NOT NULL,
     is_repeat boolean NOT NULL,
     settled_at bigint,
     PRIMARY KEY (station, seq)
   )`,
  `CREATE UNIQUE INDEX command_result_once ON command_result (uid) WHERE NOT is_repeat`,
  // Entries of Needs attention: the same words as in attention/entries.ts.
  `CREATE INDEX command_result_attention ON command_result (received_at)
     WHERE settled_at IS NULL AND NOT is_repeat AND (status <> 'accepted' OR code = 'renumbered')`,
  // What people decided about them, append only: who, when, where, and whether it counted. `n` is the
  // order of arrival for one entry, given under its lock.
  `CREATE TABLE attention_settlement (
     id uuid PRIMARY KEY,
     n int NOT NULL,
     of_station text NOT NULL,
     of_seq bigint NOT NULL,
     uid uuid NOT NULL,
     action text NOT NULL CHECK (action IN ('doItAnyway', 'keptAsNote', 'handedOver', 'dropped', 'calledBack')),
     to_staff text,
     by_staff text NOT NULL,
     station text NOT NULL,
     made_at bigint NOT NULL,
     received_at bigint NOT NULL,
     outcome text NOT NULL CHECK (outcome IN ('settled', 'late', 'refused')),
     CHECK ((action = 'handedOver') = (to_staff IS NOT NULL))
   )`,
  `CREATE UNIQUE INDEX attention_settlement_of ON attention_settlement (of_station, of_seq, n)`,
  // Whom the server has let in at which workstation, and when last: it hands a person's entries only to these.
  `CREATE TABLE staff_sign_in (
     staff_id text NOT NULL,
     station text NOT NULL REFERENCES station,
     at bigint NOT NULL,
     PRIMARY KEY (staff_id, station)
   )`,
  `CREATE INDEX command_result_deferred ON command_result (station, case_id) WHERE status = 'deferred' AND settled_at IS NULL`,
  `CREATE INDEX command_result_without_effect ON command_result (case_id) WHERE status <> 'accepted'`,

  // Every number ever given out to a workstation, or issued by one on its own: never deleted, never given twice.
  `CREATE TABLE number_lease (
     number text PRIMARY KEY,
     station text NOT NULL,
     state text NOT NULL CHECK (state IN ('leased', 'used', 'void')),
     case_id uuid,
     leased_at bigint NOT NULL
   )`,
  `CREATE INDEX number_lease_open ON number_lease (station) WHERE state = 'leased'`,
  `CREATE TABLE number_allocator (
     one int PRIMARY KEY DEFAULT 1 CHECK (one = 1),
     next_index bigint NOT NULL
   )`,
  `INSERT INTO number_allocator (next_index) VALUES (0)`,

  // Files of cases by their SHA-256, in chunks as they came. `refused`: whole once, of a kind that is not allowed, thrown away;
  // `infected`: kept aside, never handed out. `is_clean`: a virus scanner said so; `scan_after`: not scanned before this moment.
  `CREATE TABLE blob (
     sha256 text PRIMARY KEY,
     size_bytes bigint NOT NULL,
     state text NOT NULL CHECK (state IN ('expected', 'stored', 'refused', 'infected')),
     received_bytes bigint NOT NULL DEFAULT 0,
     is_clean boolean NOT NULL DEFAULT false,
     scan_after bigint NOT NULL DEFAULT 0,
     scan_tries int NOT NULL DEFAULT 0,
     why text,
     stored_at bigint
   )`,
  `CREATE INDEX blob_to_scan ON blob (scan_after) WHERE state = 'stored' AND NOT is_clean`,
  `CREATE INDEX blob_infected ON blob (sha256) WHERE state = 'infected'`,
  `CREATE TABLE blob_chunk (
     sha256 text NOT NULL,
     offset_bytes bigint NOT NULL,
     bytes bytea NOT NULL,
     PRIMARY KEY (sha256, offset_bytes)
   )`,
  // Pictures and PDF are compressed already: trying again costs time and saves nothing.
  `ALTER TABLE blob_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL`,
  `CREATE TABLE blob_thumbnail (
     sha256 text PRIMARY KEY,
     bytes bytea NOT NULL
   )`,
  // Files of the city, of no case: lists of addresses that some version of the catalogue names. Every workstation may have them.
  `CREATE TABLE city_file (sha256 text PRIMARY KEY, since bigint NOT NULL)`,
  // Which case holds which file, and the station that attached it.
  `CREATE TABLE case_blob (
     case_id uuid NOT NULL REFERENCES case_,
     sha256 text NOT NULL REFERENCES blob,
     rev bigint NOT NULL,
     station text,
     PRIMARY KEY (case_id, sha256)
   )`,
  `CREATE INDEX case_blob_by_file ON case_blob (sha256)`,

  // Jobs: one row per job and slot (a night, a working morning, a minute), whichever server did it.
  `CREATE TABLE job_run (
     job text NOT NULL,
     slot text NOT NULL,
     state text NOT NULL CHECK (state IN ('running', 'done', 'failed')),
     began_at bigint NOT NULL,
     ended_at bigint,
     detail jsonb,
     PRIMARY KEY (job, slot)
   )`,
  // What compaction keeps of a command result it has dropped: that the command was carried out, and where the audit has it.
  `CREATE TABLE command_past (
     uid uuid PRIMARY KEY,
     rev bigint NOT NULL
   )`,
  `CREATE INDEX case_bucket_exits ON case_bucket (rev) WHERE NOT present`,

  // The report of a finished month as it was mailed. It stands; what becomes known later is in a report that is counted then.
  `CREATE TABLE monthly_report (
     month text PRIMARY KEY,
     as_of bigint NOT NULL,
     document jsonb NOT NULL
   )`,
  ...MESSAGE_TABLES,
];

/** Everything the first server needs: clock, stations, cases with their buckets and history, numbers, staff. */
export const firstSchema: Migration = {
  async up(database: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
  },
};
