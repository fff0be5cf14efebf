import { OFFICE_SCHEMA } from '../../office/schema.sql.ts';
import { SYNC_SCHEMA } from '../../sync/schema.sql.ts';
import { SPOOL_SCHEMA } from '../../spool/schema.sql.ts';
import type { Migration } from '../migration.ts';

/**
 * `case_` holds what lists and filters need, narrow and typed; `case_document` the whole case as JSON. Both are written
 * together by `cases/write-case.ts`. Numbers, people, words and places are indexes over the documents.
 */
const CASES = `
  CREATE TABLE case_ (
    case_key INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL UNIQUE, tracking_number TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('new', 'assigned', 'inProgress', 'onHold', 'closed')),
    is_open INTEGER GENERATED ALWAYS AS (state <> 'closed') STORED,
    kind TEXT NOT NULL,
    channel TEXT NOT NULL,
    service_code TEXT NOT NULL,
    department_code TEXT NOT NULL,
    assignee_id TEXT,
    requester_name TEXT NOT NULL,
    location_text TEXT NOT NULL,
    location_folded TEXT NOT NULL,
    -- The same however the place is written (placeKey): "same place" of duplicates.
    place_key TEXT NOT NULL,
    latitude REAL, longitude REAL,
    summary TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    respond_by INTEGER,
    responded_at INTEGER,
    closed_at INTEGER,
    -- Of the promise that is missed first, of those that run: missed from, due soon from. Null: none runs.
    due_at INTEGER, soon_at INTEGER, due_clock TEXT,
    late_count INTEGER NOT NULL,
    -- Null also where nobody waits for a report any more: the case is closed.
    next_progress_by INTEGER,
    -- Since when a citizen who prefers letters waits for one. Null: nobody does.
    letters_since INTEGER,
    -- When a citizen last said how it went. Null: nobody has.
    answered_at INTEGER,
    -- When it was closed, as long as nobody has reviewed it; by whom. Null: there is nothing to review.
    review_since INTEGER,
    closed_by TEXT,
    -- Reports of months after it need not look at the case once it is closed.
    matters_until INTEGER NOT NULL,
    is_sealed INTEGER NOT NULL,
    -- Of a sealed case: among whose sealed cases it is kept, whom it is about and who was told. Who may see it is decided by these.
    sealed_with TEXT,
    accused_id TEXT,
    told_id TEXT,
    is_major_repair INTEGER NOT NULL,
    co_reporter_count INTEGER NOT NULL,
    neighborhood_code TEXT,
    event_id TEXT,
    sync_state TEXT NOT NULL CHECK (sync_state IN ('savedHere', 'sent', 'confirmed', 'needsAttention'))
  ) STRICT;
  -- What the queue is walked by (search/queue-queries.ts). All that its filters compare is in them, so that no row is read but those that are shown.
  CREATE INDEX case_open_by_due ON case_ (ifnull(due_at, 9007199254740991), case_key, due_at, soon_at, state, department_code, service_code, assignee_id, channel, kind, neighborhood_code, received_at, is_sealed) WHERE state <> 'closed';
  CREATE INDEX case_due ON case_ (due_at, case_key, soon_at, state, department_code, service_code, assignee_id, channel, kind, neighborhood_code, received_at, closed_at, is_sealed) WHERE due_at IS NOT NULL;
  CREATE INDEX case_by_progress ON case_ (next_progress_by, case_key) WHERE next_progress_by IS NOT NULL;
  CREATE INDEX case_by_letters ON case_ (letters_since, case_key) WHERE letters_since IS NOT NULL;
  CREATE INDEX case_by_answer ON case_ (answered_at, case_key) WHERE answered_at IS NOT NULL;
  CREATE INDEX case_by_review ON case_ (review_since, case_key) WHERE review_since IS NOT NULL;
  CREATE INDEX case_by_received ON case_ (received_at, case_key, state, department_code, service_code, assignee_id, channel, kind, neighborhood_code, due_at, closed_at, is_sealed);
  CREATE INDEX case_open_by_received ON case_ (received_at, case_key, state, department_code, service_code, assignee_id, channel, kind, neighborhood_code, due_at, soon_at, is_sealed, tracking_number) WHERE state <> 'closed';
  CREATE INDEX case_by_number ON case_ (tracking_number);
  CREATE INDEX case_by_assignee ON case_ (assignee_id, is_open);
  CREATE INDEX case_by_department ON case_ (department_code, is_open);
  CREATE INDEX case_by_service_received ON case_ (service_code, received_at);
  CREATE INDEX case_by_place ON case_ (place_key, is_open, received_at) WHERE place_key <> '';
  -- All a wide search compares is in the index, so that it reads no row it does not show; is_open is generated, which SQLite does not take from an index alone.
  CREATE INDEX case_open_by_latitude ON case_ (latitude, longitude, received_at, state) WHERE state <> 'closed' AND latitude IS NOT NULL;
  CREATE INDEX case_open_by_service_place ON case_ (service_code, latitude, longitude, received_at, state) WHERE state <> 'closed' AND latitude IS NOT NULL;
  -- What the Community screen counts and lists: cases of a neighborhood, or of none, and those of a town hall.
  CREATE INDEX case_open_by_neighborhood ON case_ (neighborhood_code, due_at, case_key, state) WHERE state <> 'closed';
  CREATE INDEX case_due_by_neighborhood ON case_ (neighborhood_code, due_at, case_key) WHERE due_at IS NOT NULL;
  CREATE INDEX case_received_by_neighborhood ON case_ (neighborhood_code, received_at, case_key);
  CREATE INDEX case_by_event ON case_ (event_id, received_at, case_key, state) WHERE event_id IS NOT NULL;
  CREATE INDEX case_sealed ON case_ (case_key, accused_id, told_id, sealed_with) WHERE is_sealed = 1;
  CREATE INDEX case_not_confirmed ON case_ (sync_state) WHERE sync_state <> 'confirmed';

  -- Closed cases from before the horizon that somebody opened: here until then, whatever their age.
  CREATE TABLE kept_case (case_id TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT;

  CREATE TABLE case_document (
    case_key INTEGER PRIMARY KEY REFERENCES case_ (case_key) ON DELETE CASCADE,
    document TEXT NOT NULL
  ) STRICT;

  CREATE TABLE case_number (
    tracking_number TEXT NOT NULL,
    case_key INTEGER NOT NULL REFERENCES case_ (case_key) ON DELETE CASCADE,
    PRIMARY KEY (tracking_number, case_key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX case_number_by_case ON case_number (case_key);

  /* Which case shows which file: an index over the documents like the others. */
  CREATE TABLE case_file (
    case_key INTEGER NOT NULL REFERENCES case_ (case_key) ON DELETE CASCADE,
    sha256 TEXT NOT NULL, media_type TEXT NOT NULL, size_bytes INTEGER NOT NULL,
    PRIMARY KEY (case_key, sha256)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX case_file_by_file ON case_file (sha256);

  /* Promises that run, and tasks that are open, as the document has them. late_from is null for a task without a date; is_first is set
     on that of the case which is missed first, is_first_there on that of its department. */
  CREATE TABLE case_promise (
    case_key INTEGER NOT NULL REFERENCES case_ (case_key) ON DELETE CASCADE,
    clock TEXT NOT NULL, task_id TEXT NOT NULL,
    due INTEGER, late_from INTEGER, soon_from INTEGER,
    department_code TEXT NOT NULL, assignee_id TEXT,
    is_stated INTEGER NOT NULL, is_first INTEGER NOT NULL, is_first_there INTEGER NOT NULL,
    PRIMARY KEY (case_key, clock, task_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX case_promise_first ON case_promise (late_from, case_key, soon_from) WHERE is_first = 1;
  CREATE INDEX case_promise_there ON case_promise (department_code, late_from, case_key, soon_from) WHERE is_first_there = 1;
  CREATE INDEX case_promise_not_stated ON case_promise (late_from, case_key) WHERE is_stated = 0 AND late_from IS NOT NULL;
  CREATE INDEX case_promise_by_clock ON case_promise (clock, department_code, assignee_id) WHERE clock IN ('task', 'followUp');

  /* Departments that missed a promise of a case which has been kept, or given up, since; is_last is set on the latest of the case. */
  CREATE TABLE case_was_late (
    case_key INTEGER NOT NULL REFERENCES case_ (case_key) ON DELETE CASCADE,
    department_code TEXT NOT NULL, ended_at INTEGER NOT NULL, is_last INTEGER NOT NULL,
    PRIMARY KEY (case_key, department_code)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX case_was_late_last ON case_was_late (ended_at, case_key) WHERE is_last = 1;
  CREATE INDEX case_was_late_there ON case_was_late (department_code, ended_at, case_key);

  /* Who was told of a promise that is still late. */
  CREATE TABLE case_told (
    staff_id TEXT NOT NULL, case_key INTEGER NOT NULL REFERENCES case_ (case_key) ON DELETE CASCADE,
    PRIMARY KEY (staff_id, case_key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX case_told_by_case ON case_told (case_key);

  -- facets: what the case is, in words nobody types (cases/facets.ts).
  CREATE VIRTUAL TABLE case_search USING fts5(
    numbers, people, place, words, facets,
    content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 2"
  );

  CREATE TABLE case_party (
    party_key INTEGER PRIMARY KEY,
    case_key INTEGER NOT NULL REFERENCES case_ (case_key) ON DELETE CASCADE,
    person_key TEXT NOT NULL,
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    address TEXT NOT NULL,
    language TEXT NOT NULL,
    -- Whether the citizen is a contributor, where the case says so; null: it says nothing.
    is_contributor INTEGER,
    received_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX case_party_by_case ON case_party (case_key);
  CREATE INDEX case_party_by_person ON case_party (person_key, received_at);
  CREATE INDEX case_party_contributor ON case_party (person_key, received_at, is_contributor) WHERE is_contributor IS NOT NULL;
  CREATE VIRTUAL TABLE party_search USING fts5(
    name, phone, email, address,
    content = '', contentless_delete = 1, tokenize = 'trigram'
  );
  CREATE TABLE party_sound (
    sound TEXT NOT NULL,
    party_key INTEGER NOT NULL REFERENCES case_party (party_key) ON DELETE CASCADE,
    PRIMARY KEY (sound, party_key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX party_sound_by_party ON party_sound (party_key);

  CREATE TABLE heard_word (word TEXT NOT NULL, service_code TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (word, service_code)) STRICT, WITHOUT ROWID;
  CREATE TABLE heard_service (service_code TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE heard_state (one INTEGER PRIMARY KEY CHECK (one = 1), last_key INTEGER NOT NULL) STRICT;

  CREATE TABLE place (
    place_key INTEGER PRIMARY KEY,
    folded TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    latitude REAL,
    longitude REAL,
    is_address INTEGER NOT NULL
  ) STRICT;
  CREATE VIRTUAL TABLE place_search USING fts5(
    folded, content = 'place', content_rowid = 'place_key', prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 2"
  );
  INSERT INTO place_search (place_search, rank) VALUES ('secure-delete', 1);
  CREATE TRIGGER place_removed AFTER DELETE ON place BEGIN
    INSERT INTO place_search (place_search, rowid, folded) VALUES ('delete', old.place_key, old.folded);
  END;
  CREATE TRIGGER place_added AFTER INSERT ON place BEGIN
    INSERT INTO place_search (rowid, folded) VALUES (new.place_key, new.folded);
  END;
`;

const DESK = `
  CREATE TABLE draft (
    draft_id TEXT PRIMARY KEY, is_parked INTEGER NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL, saved_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE staff_verifier (
    staff_id TEXT PRIMARY KEY, verifier TEXT NOT NULL, checked_at INTEGER NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0, locked_until INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  /* Missed promises that this workstation noticed and that no document states yet (docs/sync.md). Never sent: the server states its own. */
  CREATE TABLE late_mark (
    fact_id TEXT PRIMARY KEY, case_id TEXT NOT NULL, clock TEXT NOT NULL, task_id TEXT NOT NULL, due INTEGER NOT NULL,
    late_from INTEGER NOT NULL, noticed_at INTEGER NOT NULL, fact TEXT NOT NULL
  ) STRICT;
  CREATE INDEX late_mark_by_case ON late_mark (case_id);
  /* How far the city's time has come for this workstation, what its own clock said then, and the server's last word. */
  CREATE TABLE city_clock (one INTEGER PRIMARY KEY CHECK (one = 1), city_at INTEGER NOT NULL, desk_at INTEGER NOT NULL, heard INTEGER NOT NULL) STRICT;
  CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  /* Files of cases as far as this workstation knows them; their bytes are in files/ when is_here. server_state: as the server last
     said. check_at: when to ask again, null: no need. retry_at: neither sent nor fetched before. */
  CREATE TABLE blob (
    sha256 TEXT PRIMARY KEY, media_type TEXT NOT NULL, size_bytes INTEGER NOT NULL, is_here INTEGER NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('attached', 'asked', 'prefetched', 'known')),
    server_state TEXT NOT NULL CHECK (server_state IN ('unknown', 'notExpected', 'expected', 'checking', 'stored', 'notAllowed', 'infected')),
    why TEXT, sent_bytes INTEGER NOT NULL DEFAULT 0, is_wanted INTEGER NOT NULL DEFAULT 0,
    has_thumbnail_there INTEGER NOT NULL DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0, retry_at INTEGER NOT NULL DEFAULT 0,
    check_at INTEGER, checked_at INTEGER NOT NULL DEFAULT 0, added_at INTEGER NOT NULL, last_used_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX blob_to_send ON blob (retry_at) WHERE is_here = 1 AND server_state IN ('unknown', 'notExpected', 'expected');
  CREATE INDEX blob_wanted ON blob (origin, added_at) WHERE is_wanted = 1;
  CREATE INDEX blob_to_check ON blob (check_at) WHERE check_at IS NOT NULL;
  CREATE INDEX blob_here ON blob (last_used_at) WHERE is_here = 1;
  /* Files that belong to the city and to no case: its list of addresses, in force or about to be (is_draft). */
  CREATE TABLE city_file (sha256 TEXT PRIMARY KEY, is_draft INTEGER NOT NULL) STRICT;
  /* Files of the scan folder that were taken (sha256) or put aside (null); attached_at is set when a case has the file. */
  CREATE TABLE scan_taken (
    name TEXT NOT NULL, size_bytes INTEGER NOT NULL, changed_at INTEGER NOT NULL, sha256 TEXT, taken_at INTEGER NOT NULL, attached_at INTEGER,
    PRIMARY KEY (name, size_bytes, changed_at)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX scan_taken_by_file ON scan_taken (sha256) WHERE sha256 IS NOT NULL;
  CREATE TABLE blob_thumbnail (
    sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL, is_sent INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX blob_thumbnail_to_send ON blob_thumbnail (sha256) WHERE is_sent = 0;
`;

export const firstSchema: Migration = {
  version: 1,
  name: 'first schema',
  up(db) {
    db.exec(CASES);
    db.exec(SYNC_SCHEMA);
    db.exec(DESK);
    db.exec(OFFICE_SCHEMA);
    db.exec(SPOOL_SCHEMA);
  },
};
