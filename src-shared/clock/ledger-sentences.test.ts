import { expect, it } from 'vitest';
import { ruleBookOf } from '../catalogue/time-rules.ts';
import { SMALL_CITY } from '../testing/small-city.ts';
import { must } from '../util/assert.ts';
import { utcMs } from '../util/time.ts';
import { explainDue } from './explain-due.ts';
import { ledgerSentences } from './ledger-sentences.ts';

const context = { clock: 'respond', timeZone: 'America/New_York', catalogue: SMALL_CITY } as const;
const wednesday = utcMs(Date.UTC(2026, 10, 25, 15, 5));
const question = { receivedAt: wednesday, channel: 'phone', serviceCode: 'POTHOLE', kind: 'serviceRequest', pauses: [] } as const;

it('says step by step why an answer is due then', () => {
  const due = must(explainDue(question, ruleBookOf(SMALL_CITY), wednesday).respond, 'the rule promises an answer');
  expect(ledgerSentences(due, context)).toEqual([
    'Received Wednesday, November 25, 2026 at 10:05 AM by phone.',
    '72 hours from receipt, day and night, end on Saturday, November 28, 2026 at 10:05 AM (CAS 2.3).',
    '2 business days end at closing time on Monday, November 30, 2026 at 5:00 PM (Policy A.2). Not counted: Saturday, November 28 (closed), Sunday, November 29 (closed) and Thursday, November 26 (Thanksgiving Day).',
    'The earlier of the two binds, so an answer is due by Saturday, November 28, 2026 at 10:05 AM.',
  ]);
});
