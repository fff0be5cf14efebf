import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desk, openArgs, openDesk, STATION } from '../testing/desk.ts';
import { markSent, syncStateOfCase } from './outbox-queries.ts';

const CASES = 3;
const NOTES_EACH = 3;
const ROWS = CASES * (1 + NOTES_EACH);

let desk: Desk;
let caseIds: readonly string[];
beforeAll(() => {
  desk = openDesk();
  caseIds = Array.from({ length: CASES }, () => {
    const opened = desk.give({ type: 'case.open', args: openArgs() });
    if (!opened.ok) throw new Error(opened.reason);
    for (let nth = 0; nth < NOTES_EACH; nth += 1) desk.give({ type: 'case.addNote', caseId: opened.case.id, args: { text: 'more' } });
    return opened.case.id;
  });
});
afterAll(() => {
  desk.close();
});

const state = fc.constantFrom('queued', 'queued', 'sent', 'confirmed', 'refused', 'deferred');
const row = fc.record({ state, isSettled: fc.boolean(), isRenumbered: fc.boolean() });

it('what the server has is said of its cases as for each case by itself, whatever else waits there', () => {
  const set = desk.db.raw.prepare('UPDATE outbox SET state = ?, settled_at = ?, code = ? WHERE seq = ?');
  fc.assert(
    fc.property(fc.array(row, { minLength: ROWS, maxLength: ROWS }), fc.integer({ min: 0, max: ROWS }), (rows, seq) => {
      rows.forEach((one, at) => set.run(one.state, one.isSettled ? 1 : null, one.isRenumbered && one.state === 'confirmed' ? 'renumbered' : null, at + 1));
      desk.db.raw.exec(`UPDATE case_ SET sync_state = 'confirmed'`);
      const touched = desk.db.transaction(() => markSent(desk.db, STATION, seq));
      const queued = desk.db.raw.prepare(`SELECT count(*) FROM outbox WHERE state = 'queued' AND seq <= ?`).pluck().get(seq);
      expect(queued).toBe(0);
      for (const caseId of caseIds) {
        const shown = desk.db.raw.prepare('SELECT sync_state FROM case_ WHERE case_id = ?').pluck().get(caseId);
        expect(shown).toBe(touched.includes(caseId) ? syncStateOfCase(desk.db, caseId) : 'confirmed');
      }
    }),
    { numRuns: 200 },
  );
});
