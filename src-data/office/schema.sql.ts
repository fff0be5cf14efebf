/**
 * `office`: the server's newest document (`base`), and what is shown: replay(pending, base). `office_command`: what was given here.
 *
 * A command is `waiting` until the server has answered, `sent` when it took effect there and no pull has said so yet,
 * `accepted` when one has: then what is shown has it from the server. A `waiting` one with a code was asked to come again, and why.
 */
export const OFFICE_SCHEMA = `
  CREATE TABLE office (
    one INTEGER PRIMARY KEY CHECK (one = 1), epoch INTEGER NOT NULL, base TEXT NOT NULL, shown TEXT NOT NULL
  ) STRICT;
  CREATE TABLE office_command (
    uid TEXT PRIMARY KEY, command TEXT NOT NULL, made_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'accepted', 'refused')),
    code TEXT, detail TEXT, settled_at INTEGER, known_at INTEGER
  ) STRICT;
  CREATE INDEX office_command_open ON office_command (state) WHERE state IN ('waiting', 'sent', 'refused');
`;
