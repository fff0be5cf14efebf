import { expect, it } from 'vitest';
import { explainDue } from '../../src-shared/clock/explain-due.ts';
import { policyOfService } from '../../src-shared/catalogue/lookup.ts';
import { must } from '../../src-shared/util/assert.ts';
import { HOUR_MS, utcMs } from '../../src-shared/util/time.ts';
import { catalogue, NOW } from './fixtures.ts';
import { ledgerSentences } from './ledger-sentences.ts';

const { policy, calendar } = policyOfService(catalogue, 'POTHOLE');
const context = { now: NOW, timeZone: 'America/New_York', promise: 'an answer is due', channel: 'phone' };
const wednesday = utcMs(NOW + 44 * HOUR_MS); // 25 November, 10:05, the day before Thanksgiving

it('says step by step why an answer is due then', () => {
  const due = must(explainDue(wednesday, policy, calendar).respond, 'the rule promises an answer');
  expect(ledgerSentences(due, context)).toEqual([
    'The case reached the city on Wed 25 Nov 10:05 (phone).',
    '72 hours from then, day and night, end on Sat 28 Nov 10:05 (CAS 2.3).',
    '2 business days end at closing time on Mon 30 Nov 17:00 (Policy A.2). Not counted: Thu 26 Nov (Thanksgiving Day), Sat 28 Nov (closed) and Sun 29 Nov (closed).',
    'The earlier of the two binds, so an answer is due by Sat 28 Nov 10:05.',
  ]);
});

it('speaks of one rule where there is only one', () => {
  const oneRule = { ...policy, respondWithin: { elapsedHours: null, businessDays: { days: 1, source: 'A.2' } } };
  const due = must(explainDue(NOW, oneRule, calendar).respond, 'the rule promises an answer');
  expect(ledgerSentences(due, context).slice(1)).toEqual([
    'One business day ends at closing time on Tue 24 Nov 17:00 (A.2).',
    'So an answer is due by Tue 24 Nov 17:00.',
  ]);
});
