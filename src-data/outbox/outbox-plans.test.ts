import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desk, openDesk } from '../testing/desk.ts';

let desk: Desk;
beforeAll(() => {
  desk = openDesk();
});
afterAll(() => {
  desk.close();
});

/** After an outage these run once for each of thousands of commands: a scan of the outbox would make that the square of it. */
it.each([
  `SELECT DISTINCT state FROM outbox WHERE case_id = :caseId
    AND (state IN ('queued', 'sent') OR (state IN ('refused', 'deferred') AND settled_at IS NULL))`,
  `SELECT seq FROM outbox WHERE case_id = :caseId AND (state IN ('queued', 'sent') OR type = 'case.open') ORDER BY station = :station, seq`,
  'SELECT hash FROM outbox WHERE station = :station AND seq = :seq',
  'SELECT seq FROM outbox WHERE uid = :uid',
])('finds its rows by an index: %s', (sql) => {
  const plan = desk.db.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all({ caseId: '', station: '', seq: 1, uid: '' }) as { detail: string }[]; // safe: EXPLAIN's own columns
  expect(plan.map((step) => step.detail).join('; ')).toMatch(/SEARCH outbox USING/);
});
