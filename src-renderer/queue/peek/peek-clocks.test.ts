import { expect, it } from 'vitest';
import type { DueDate } from '../../../src-shared/clock/explain-due.ts';
import type { CaseView } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { DAY_MS, utcMs } from '../../../src-shared/util/time.ts';
import { peekClocks } from './peek-clocks.ts';

const now = utcMs(Date.UTC(2026, 10, 23, 15));
const due = (days: number, isPaused = false): DueDate => ({ due: utcMs(now + days * DAY_MS), isPaused, steps: [] });
/** Safe: no more of a case is read here. */
const view = (current: object) =>
  ({ case: { acknowledgedAt: now, respondedAt: null, respondBy: utcMs(now - 2 * DAY_MS), closedAt: null, ...current }, due: { timeZone: 'America/New_York', acknowledge: due(-3), respond: due(-2), resolve: due(4, true) } }) as unknown as CaseView;

it('says what is due when, what has become of it, and what stands still; a promise that was kept needs no line', () => {
  expect(peekClocks(view({}), now)).toMatchObject([
    { clock: 'respond', when: 'Sat 21 Nov 10:00', state: '2 days late', isLate: true },
    { clock: 'resolve', when: 'Fri 27 Nov 10:00', state: '', isLate: false, why: 'stands still' },
  ]);
  expect(peekClocks(view({ acknowledgedAt: null }), now)[0]).toMatchObject({ clock: 'acknowledge', state: '3 days late' });
  expect(peekClocks(view({ respondedAt: now, closedAt: now }), now)).toMatchObject([{ state: 'answered 2 days late' }, { state: 'closed in time', isLate: false }]);
});
