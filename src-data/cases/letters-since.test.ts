import { afterEach, beforeEach, expect, it } from 'vitest';
import { must } from '../../src-shared/util/assert.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { queuePage } from '../search/queue-queries.ts';
import { citizen, type Desk, NOW, openArgs, openDesk } from '../testing/desk.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.close());

const waiting = (): readonly string[] =>
  queuePage(desk.db, { view: 'lettersToWrite', search: '', staffId: 'agent', departmentCodes: [], neighborhoodCodes: [], now: utcMs(NOW) }, { sort: 'due', after: null, limit: 50 }).rows.map(({ requesterName }) => requesterName);

function open(name: string, more: Record<string, unknown> = {}) {
  const outcome = desk.give({ type: 'case.open', args: openArgs({ requester: citizen({ name, preference: 'letter' }), ...more }) });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.case;
}
function give(type: 'case.close' | 'case.merge' | 'case.absorb' | 'case.unmerge' | 'case.correspond', caseId: string, args: Record<string, unknown>): void {
  const outcome = desk.give({ type, caseId: caseId as never, args });
  if (!outcome.ok) throw new Error(`${type}: ${outcome.reason}`);
}
const CLOSING = { disposition: 'RESOLVED', closingNote: 'Filled', completionDate: null };
const letterTo = ({ trackingNumber, requester }: ReturnType<typeof open>) => ({
  ...{ method: 'letter', templateCode: null, templateVersion: null, language: 'en', trackingNumber, toName: must(requester, 'a citizen').name },
  ...{ toAddress: '9 Oak Avenue', subject: 'x', body: 'Filled.', isAutomatic: false },
});

it('lists cases whose citizen waits for a letter, who has waited longest first, until it is written', () => {
  const written = open('Wrote us', { channel: 'letter' });
  const called = open('Called us');
  open('Wants mail', { requester: citizen({ preference: 'email' }), channel: 'letter' });
  expect(waiting()).toEqual(['Wrote us']);
  give('case.close', called.id, CLOSING);
  expect(waiting()).toEqual(['Wrote us', 'Called us']);
  give('case.correspond', written.id, letterTo(written));
  expect(waiting()).toEqual(['Called us']);
});

it('lists a citizen whose case was merged when the work on the whole is done, and no more when it was undone', () => {
  const [whole, part] = [open('Whole', { requester: citizen({ name: 'Whole' }) }), open('Part')];
  give('case.merge', part.id, { intoCaseId: whole.id, intoTrackingNumber: whole.trackingNumber, reason: '' });
  give('case.absorb', whole.id, { caseId: part.id, trackingNumber: part.trackingNumber, citizen: 'Part' });
  give('case.correspond', part.id, letterTo(part));
  expect(waiting()).toEqual([]);
  give('case.close', whole.id, CLOSING);
  expect(waiting()).toEqual(['Part']);
  give('case.unmerge', part.id, { fromCaseId: whole.id, reason: 'Another hole' });
  expect(waiting()).toEqual([]);
});
