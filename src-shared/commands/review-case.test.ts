import { describe, expect, it } from 'vitest';
import { command, judge, MONDAY, openedCase, run } from '../testing/case-maker.ts';
import { HOUR_MS } from '../util/time.ts';

const CLOSING = { disposition: 'RESOLVED', closingNote: 'Filled', completionDate: null };

describe('RC-8: closings are reviewed', () => {
  const closed = () => run(openedCase(1, { departmentCode: 'WATER' }), command('case.close', CLOSING, { madeAt: MONDAY + HOUR_MS }));
  const review = (verdict: string, userId: string, note = '') => command('case.review', { verdict, note }, { madeAt: MONDAY + 2 * HOUR_MS, userId });

  it('by the head of the department, once; a new closing is another answer', () => {
    const reviewed = run(closed(), review('complete', 'water.head'));
    expect(reviewed).toMatchObject({ state: 'closed', review: { by: 'water.head', verdict: 'complete' } });
    expect(judge(reviewed, review('complete', 'water.head'))).toMatchObject({ reason: 'alreadyReviewed' });
    const again = run(run(reviewed, command('case.reopen', { reason: 'Leaks again' })), command('case.close', CLOSING));
    expect(again.review).toBeNull();
  });

  it('an incomplete one is open again, and what is missing is the reason', () => {
    const sentBack = run(closed(), review('incomplete', 'water.head', 'Nobody told them when'));
    expect(sentBack).toMatchObject({ closedAt: null, review: null });
    expect(sentBack.history.slice(-2).map(({ kind }) => kind)).toEqual(['reviewed', 'reopened']);
    expect(() => review('incomplete', 'water.head', ' ')).toThrow('Say what is missing');
  });

  it('by nobody who closed it, or who answers for another department, or for none', () => {
    expect(judge(run(openedCase(1, { departmentCode: 'WATER' }), command('case.close', CLOSING, { userId: 'water.head' })), review('complete', 'water.head'))).toMatchObject({ reason: 'ownClosing' });
    expect(judge(run(openedCase(1, { departmentCode: 'STREETS' }), command('case.close', CLOSING)), review('complete', 'water.head'))).toMatchObject({ reason: 'notPermitted' });
    expect(judge(closed(), review('complete', 'agent2'))).toMatchObject({ reason: 'notPermitted' });
  });
});
