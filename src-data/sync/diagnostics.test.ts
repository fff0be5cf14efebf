import { afterEach, beforeEach, expect, it } from 'vitest';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { must } from '../../src-shared/util/assert.ts';
import { CaseId } from '../../src-shared/util/ids.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { saveDraft } from '../drafts/drafts.ts';
import { printReceipt } from '../receipts/print-receipt.ts';
import { beginSession } from '../session/session.ts';
import { citizen, type Desk, NOW, openArgs, openDesk, STATION } from '../testing/desk.ts';
import { markOutcome } from '../outbox/outbox-queries.ts';
import { diagnosticsText } from './diagnostics.ts';
import { addSettlement } from './settlements.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.close());

/** Words that stand nowhere but in what people said and who they are. */
const PERSONAL = ['Xochitl', 'Featherstone', 'zebrafinch', 'Quetzalcoatl', '5615550199', 'aardvark', 'umbrella', 'kingfisher', 'marzipan', 'wisteria', 'agent2'];

it('a diagnostic export made from records full of personal words holds none of them, and no number of a case', () => {
  const [person, place, words, phone] = PERSONAL;
  const requester = citizen({ name: `${person} ${place}`, phone, email: 'kingfisher@umbrella.example', address: 'Quetzalcoatl Street 1' });
  const outcome = desk.give({ type: 'case.open', args: openArgs({ requester, description: `${words} aardvark`, location: { text: 'Quetzalcoatl Street 1', unit: '', point: null } }) });
  if (!outcome.ok) throw new Error(`the case is refused: ${outcome.reason}`);
  const { id: caseId, trackingNumber } = outcome.case;
  desk.give({ type: 'case.addNote', caseId: CaseId.parse(caseId), args: { text: 'marzipan and zebrafinch' } });
  desk.give({ type: 'case.close', caseId: CaseId.parse(caseId), args: { disposition: 'RESOLVED', closingNote: 'wisteria', completionDate: null } }, 'agent2');
  desk.db.transaction(() => {
    markOutcome(desk.db, STATION, { seq: 3, state: 'refused', code: 'changedMeanwhile', detail: { theirs: 'umbrella', changedBy: 'agent2' } });
    markOutcome(desk.db, STATION, { seq: 2, state: 'deferred', code: 'incident-0a1b2c3d', detail: { theirs: 'kingfisher' } });
    addSettlement(desk.db, { uid: '00000000-0000-4000-8000-000000000001', ofStation: STATION, seq: 3, action: 'handedOver', to: 'agent2', by: 'agent2', madeAt: utcMs(NOW), oldCaseId: caseId, newCaseId: null });
    const uid = '00000000-0000-4000-8000-000000000003';
    const note = must(desk.db.query<object, { command: string }>('SELECT command FROM outbox WHERE seq = 2').get({}), 'the note is in the outbox');
    const copy = { uid, ofStation: 'st-0000000000bb', stationName: 'wisteria', seq: 1, status: 'refused', code: 'caseClosed', detail: { theirs: 'umbrella' }, command: { ...(JSON.parse(note.command) as object), uid }, receivedAt: NOW, holder: 'agent2', handedBy: 'agent' };
    desk.db.write(`INSERT INTO attention_copy (uid, staff_id, case_id, body) VALUES (:uid, 'agent2', NULL, :body)`).run({ uid, body: JSON.stringify(copy) });
    saveDraft(desk.db, { draftId: '00000000-0000-4000-8000-000000000002', isParked: true, title: 'Xochitl Featherstone', body: { words: 'aardvark' } }, utcMs(NOW));
    printReceipt(desk.db, { trackingNumber, language: null, jobId: 'job', now: utcMs(NOW) });
    beginSession(desk.db, must(SMALL_CITY.staff.find(({ id }) => id === 'agent2'), 'the small city has a second agent'), 'server', utcMs(NOW));
  });
  const connection = { kind: 'offline', since: utcMs(NOW) } as const;
  const text = diagnosticsText(desk.db, { connection: () => connection, appVersion: '1.2.3', now: () => utcMs(NOW), lastCopiedAt: () => null, gettingReady: () => null });
  const folded = text.toLowerCase();
  for (const word of [...PERSONAL, trackingNumber, caseId]) expect(folded, word).not.toContain(word.toLowerCase());
  const report = JSON.parse(text) as { outbox: unknown[]; refusals: { code: string }[]; decisions: unknown[]; status: { onlyHere: object; attentionShown: number } }; // safe: looked at below
  expect(report.outbox).toHaveLength(3);
  expect(report.refusals.map(({ code }) => code)).toEqual(['changedMeanwhile', 'incident-0a1b2c3d']);
  expect(report.decisions).toMatchObject([{ action: 'handedOver', count: 1 }]);
  expect(report.status.attentionShown).toBe(2);
  expect(report.status.onlyHere).toMatchObject({ commands: 1, decisions: 1, receipts: 1 });
});
