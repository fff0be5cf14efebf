/**
 * The protocol's own tables (docs/sync.md). `outbox.seq` comes from `sync_state.last_seq`, never from a rowid that SQLite
 * could hand out again. `shadow` holds the server's version of cases with pending commands; null: the server has none.
 */
export const SYNC_SCHEMA = `
  CREATE TABLE sync_state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    server_url TEXT,
    station TEXT,
    enrolment INTEGER,
    epoch INTEGER NOT NULL DEFAULT 0,
    cut_rev INTEGER NOT NULL DEFAULT 0,
    cut_mark TEXT,
    certificate TEXT,
    is_copied INTEGER NOT NULL DEFAULT 0,
    is_too_old INTEGER NOT NULL DEFAULT 0,
    is_recovering INTEGER NOT NULL DEFAULT 0,
    last_seq INTEGER NOT NULL DEFAULT 0,
    last_hash TEXT NOT NULL,
    results_after INTEGER NOT NULL DEFAULT 0,
    self_issued INTEGER NOT NULL DEFAULT 0,
    clock_offset_ms INTEGER NOT NULL DEFAULT 0,
    server_now INTEGER NOT NULL DEFAULT 0,
    last_pull_at INTEGER,
    server_backup_at INTEGER,
    keep_days INTEGER NOT NULL DEFAULT 35
  ) STRICT;
  INSERT INTO sync_state (one, last_hash) VALUES (1, '${'0'.repeat(64)}');

  CREATE TABLE outbox (
    station TEXT NOT NULL,
    seq INTEGER NOT NULL,
    uid TEXT NOT NULL UNIQUE,
    case_id TEXT NOT NULL,
    type TEXT NOT NULL,
    command TEXT NOT NULL,
    user_id TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    hash TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'confirmed', 'refused', 'deferred')),
    code TEXT,
    detail TEXT,
    settled_at INTEGER,
    confirmed_at INTEGER,
    catalogue_version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (station, seq)
  ) STRICT;
  CREATE INDEX outbox_pending ON outbox (station, seq) WHERE state IN ('queued', 'sent');
  CREATE INDEX outbox_by_confirmed ON outbox (confirmed_at) WHERE state = 'confirmed';
  CREATE INDEX outbox_by_case ON outbox (case_id, station, seq);
  CREATE INDEX outbox_attention ON outbox (made_at) WHERE settled_at IS NULL AND (state IN ('refused', 'deferred') OR code = 'renumbered');

  /* What people decided here about entries of Needs attention, on its way to the server; holds no text of a citizen. */
  CREATE TABLE settlement (
    settlement_id TEXT PRIMARY KEY,
    uid TEXT NOT NULL,
    of_station TEXT NOT NULL,
    of_seq INTEGER NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('doItAnyway', 'keptAsNote', 'handedOver', 'dropped', 'calledBack')),
    to_staff TEXT,
    by_staff TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    old_case_id TEXT NOT NULL,
    new_case_id TEXT,
    outcome TEXT CHECK (outcome IN ('settled', 'late', 'refused')),
    known_epoch INTEGER
  ) STRICT;
  CREATE INDEX settlement_by_uid ON settlement (uid);
  CREATE INDEX settlement_by_case ON settlement (old_case_id) WHERE new_case_id IS NOT NULL;
  CREATE INDEX settlement_by_epoch ON settlement (known_epoch, made_at);
  /* Entries of other desks for whoever is signed in, as the server sent them; gone when settled or when that person is. */
  CREATE TABLE attention_copy (uid TEXT PRIMARY KEY, staff_id TEXT NOT NULL, case_id TEXT, body TEXT NOT NULL) STRICT;
  CREATE INDEX attention_copy_by_case ON attention_copy (case_id);
  /* Who has an entry of this desk to decide, when that is no longer its author. */
  CREATE TABLE attention_holder (uid TEXT PRIMARY KEY, holder TEXT NOT NULL, handed_by TEXT) STRICT;

  CREATE TABLE shadow (case_id TEXT PRIMARY KEY, document TEXT) STRICT;
  /* Sealed cases that this workstation had something to do with and may not hold: what it keeps of them is for the server alone. */
  CREATE TABLE sealed_away (case_id TEXT PRIMARY KEY) STRICT;
  CREATE TABLE lost_case (case_id TEXT PRIMARY KEY, document TEXT NOT NULL, commands TEXT NOT NULL) STRICT;
  CREATE TABLE bucket (bucket TEXT PRIMARY KEY, cursor INTEGER NOT NULL) STRICT;
  CREATE TABLE case_bucket (
    case_id TEXT NOT NULL, bucket TEXT NOT NULL, PRIMARY KEY (case_id, bucket)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX case_bucket_by_bucket ON case_bucket (bucket);
  CREATE TABLE number_pool (
    number TEXT PRIMARY KEY, position INTEGER NOT NULL UNIQUE, case_id TEXT, used_at INTEGER
  ) STRICT;
  CREATE INDEX number_pool_free ON number_pool (position) WHERE used_at IS NULL;
  CREATE TABLE catalogue (version INTEGER PRIMARY KEY, document TEXT NOT NULL) STRICT;
  /* Time rules by the catalogue version from which they hold, also of catalogues this workstation never had. */
  CREATE TABLE rule_book (version INTEGER PRIMARY KEY, document TEXT NOT NULL) STRICT;
`;
