import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { DAY_MS, utcMs } from '../../src-shared/util/time.ts';
import { type Desk, NOW, openArgs, openDesk } from '../testing/desk.ts';
import { receiptOfCase } from './receipt-of-case.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.close());

function opened(): Case {
  const outcome = desk.give({ type: 'case.open', args: openArgs() });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.case;
}
const promised = (current: Case, daysLater = 0) =>
  receiptOfCase(current, SMALL_CITY, { trackingNumber: current.trackingNumber, language: 'en', printedAt: utcMs(NOW + daysLater * DAY_MS), copyNumber: 0 }).promise;

it('promises only what is still to come when it is printed (TR-4)', () => {
  const [answerBy, finishBy] = [utcMs(NOW + 2 * DAY_MS), utcMs(NOW + 9 * DAY_MS)];
  const current: Case = { ...opened(), respondBy: answerBy, resolveBy: finishBy, respondedAt: null, isMajorRepair: false };
  expect(promised(current)).toEqual({ kind: 'finishBy', answerBy, finishBy });
  expect(promised({ ...current, resolveBy: null })).toEqual({ kind: 'answerBy', answerBy });
  expect(promised(current, 3)).toEqual({ kind: 'late' });
  const answered: Case = { ...current, respondedAt: utcMs(NOW) };
  expect([promised(answered, 3), promised(answered, 10), promised({ ...answered, resolveBy: null }, 3)]).toEqual([{ kind: 'workBy', finishBy }, { kind: 'late' }, { kind: 'open' }]);
});

it('a repair promises no day of finishing, a clock that stands still none at all', () => {
  const answerBy = utcMs(NOW + DAY_MS);
  const repair: Case = { ...opened(), respondBy: answerBy, resolveBy: utcMs(NOW - DAY_MS), respondedAt: null, isMajorRepair: true };
  expect([promised(repair), promised({ ...repair, respondedAt: utcMs(NOW) })]).toEqual([{ kind: 'majorRepair', answerBy }, { kind: 'open' }]);
});

it('of a closed case says that it is closed, and that it was answered at once only where it was', () => {
  const closed: Case = { ...opened(), state: 'closed', closedAt: utcMs(NOW), isFirstContactResolution: false };
  expect([promised(closed), promised({ ...closed, isFirstContactResolution: true })]).toEqual([{ kind: 'closed' }, { kind: 'answeredNow' }]);
});
