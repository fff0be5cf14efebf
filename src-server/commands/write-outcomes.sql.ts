/** Columns of `case_` that repeat parts of the document for the server's own questions, each with where it comes from. */
const TYPED_COLUMNS: Readonly<Record<string, string>> = {
  kind: `c.document->>'kind'`,
  state: `c.document->>'state'`,
  service_code: `c.document->>'serviceCode'`,
  department_code: `c.document->>'departmentCode'`,
  assignee_id: `c.document->>'assigneeId'`,
  received_at: `(c.document->>'receivedAt')::bigint`,
  respond_by: `(c.document->>'respondBy')::bigint`,
  closed_at: `(c.document->>'closedAt')::bigint`,
  is_sealed: `(c.document->>'isSealed')::boolean`,
  source_system: `c.document->'source'->>'system'`,
  source_id: `c.document->'source'->>'id'`,
};
const names = Object.keys(TYPED_COLUMNS).join(', ');
const values = Object.values(TYPED_COLUMNS).join(', ');
const assignments = Object.entries(TYPED_COLUMNS).map(([name, value]) => `${name} = ${value}`).join(', ');

/** Set-wise writes of a batch; each takes its rows as one JSON array (results: one array per column). $1 is the revision where there is one. */
export const SQL = {
  insertCases: `
    INSERT INTO case_ (id, number, document, rev, history_hash, watch_at, matters_until, ${names})
    SELECT c.id, c.document->>'trackingNumber', c.document, $1, decode(c.history_hash, 'hex'), c.watch_at, c.matters_until, ${values}
      FROM jsonb_to_recordset($2::jsonb) AS c(id uuid, document jsonb, history_hash text, watch_at bigint, matters_until bigint)`,
  updateCases: `
    UPDATE case_ SET document = c.document, rev = $1, history_hash = decode(c.history_hash, 'hex'), watch_at = c.watch_at, matters_until = c.matters_until, ${assignments}
      FROM jsonb_to_recordset($2::jsonb) AS c(id uuid, document jsonb, history_hash text, watch_at bigint, matters_until bigint)
     WHERE case_.id = c.id`,
  buckets: `
    INSERT INTO case_bucket (bucket, case_id, rev, present, why)
    SELECT b.bucket, b.case_id, $1, b.present, b.why
      FROM jsonb_to_recordset($2::jsonb) AS b(bucket text, case_id uuid, present boolean, why text)
    ON CONFLICT (bucket, case_id) DO UPDATE SET rev = excluded.rev, present = excluded.present, why = excluded.why`,
  aliases: `
    INSERT INTO case_number_alias (number, case_id)
    SELECT a.number, a.case_id FROM jsonb_to_recordset($1::jsonb) AS a(number text, case_id uuid)
    ON CONFLICT DO NOTHING`,
  blobs: `
    INSERT INTO blob (sha256, size_bytes, state)
    SELECT DISTINCT ON (b.sha256) b.sha256, b.size_bytes, 'expected'
      FROM jsonb_to_recordset($1::jsonb) AS b(sha256 text, size_bytes bigint)
    ON CONFLICT (sha256) DO NOTHING`,
  caseBlobs: `
    INSERT INTO case_blob (case_id, sha256, rev, station)
    SELECT DISTINCT b.case_id, b.sha256, $1::bigint, $3::text FROM jsonb_to_recordset($2::jsonb) AS b(case_id uuid, sha256 text)
    ON CONFLICT (case_id, sha256) DO NOTHING`,
  audit: `
    INSERT INTO audit (rev, n, station, seq, uid, staff_id, case_id, command, facts, at, prev, hash)
    SELECT $1, a.n, $2, a.seq, a.uid, a.staff_id, a.case_id, a.command, a.facts, $3, decode(a.prev, 'hex'), decode(a.hash, 'hex')
      FROM jsonb_to_recordset($4::jsonb)
        AS a(n int, seq bigint, uid uuid, staff_id text, case_id uuid, command jsonb, facts jsonb, prev text, hash text)`,
  results: `
    INSERT INTO command_result (settled_at, station, seq, uid, hash, status, code, detail, command, case_id, user_id, made_at, received_at, rev, is_repeat)
    -- Half of a merge that was refused: its author decides about the other half.
    SELECT CASE WHEN r.code = 'mergeRefused' THEN $3::bigint END, $2, r.seq, r.uid, decode(r.hash, 'hex'), r.status, r.code, r.detail::jsonb, r.command, r.case_id, r.user_id, r.made_at, $3, $1, r.is_repeat
      FROM unnest($4::bigint[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::uuid[], $12::text[], $13::bigint[], $14::boolean[])
        AS r(seq, uid, hash, status, code, detail, command, case_id, user_id, made_at, is_repeat)`,
  numbers: `
    INSERT INTO number_lease (number, station, state, case_id, leased_at)
    SELECT n.number, $1, 'used', n.case_id, $2 FROM jsonb_to_recordset($3::jsonb) AS n(number text, case_id uuid)
    ON CONFLICT (number) DO UPDATE SET state = 'used', case_id = excluded.case_id WHERE number_lease.state = 'leased'`,
} as const;
