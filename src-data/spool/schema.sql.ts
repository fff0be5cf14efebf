/**
 * Receipts waiting for paper. Part of the workstation's first schema.
 *
 * `receipt` is `SpoolPaper` as JSON; it is emptied when the job is settled, so that what a citizen said does not stay behind in
 * the spool. The row itself stays: `copy_number` tells whether the next print of a number is a copy.
 */
export const SPOOL_SCHEMA = `
  CREATE TABLE spool_job (
    job_key INTEGER PRIMARY KEY,
    job_id TEXT NOT NULL UNIQUE,
    tracking_number TEXT NOT NULL,
    copy_number INTEGER NOT NULL CHECK (copy_number >= 0),
    receipt TEXT,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'printing', 'printed', 'needsLook', 'left')),
    problem TEXT,
    queued_at INTEGER NOT NULL,
    waiting_since INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    CHECK ((receipt IS NULL) = (state IN ('printed', 'left')))
  ) STRICT;
  CREATE INDEX spool_job_unsettled ON spool_job (job_key) WHERE state IN ('waiting', 'printing', 'needsLook');
  CREATE INDEX spool_job_by_number ON spool_job (tracking_number);
`;
