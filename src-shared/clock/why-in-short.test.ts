import { expect, it } from 'vitest';
import { DAY_MS, utcMs } from '../util/time.ts';
import type { DueDate } from './explain-due.ts';
import type { LedgerStep } from './ledger-step.ts';
import { whyInShort } from './why-in-short.ts';

const at = utcMs(1_795_000_000_000);
const binds: LedgerStep = { kind: 'binds', limit: { unit: 'businessDays', amount: 2, source: '' }, due: at, over: [] };
const pause: LedgerStep = { kind: 'pause', from: at, to: at, reasonCode: 'CITIZEN', by: null, lastedMs: 3 * DAY_MS, stopsClock: true, dueBefore: at, dueAfter: utcMs(at + DAY_MS) };
const due = (steps: readonly LedgerStep[], isPaused = false): DueDate => ({ due: at, isPaused, steps });

it('says how it was counted and how long it stood still, of those pauses that moved the date', () => {
  expect(whyInShort(due([binds]))).toBe('2 business days from receipt');
  expect(whyInShort(due([pause, { ...pause, stopsClock: false }, { ...pause, dueAfter: at }, binds]))).toBe('2 business days from receipt · stood still 3 days');
  expect(whyInShort(due([pause, binds], true))).toBe('2 business days from receipt · stands still, so far 3 days');
  expect(whyInShort(due([binds], true))).toBe('2 business days from receipt · stands still');
});
