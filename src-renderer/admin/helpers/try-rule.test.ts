import { describe, expect, it } from 'vitest';
import { SMALL_CITY as city } from '../../../src-shared/testing/small-city.ts';
import { must } from '../../../src-shared/util/assert.ts';
import { utcMs } from '../../../src-shared/util/time.ts';
import { fridayAfternoon, receivedFrom, tryRule } from './try-rule.ts';

const ZONE = 'America/New_York';
const friday = must(receivedFrom('2026-11-20T16:00', ZONE), 'a date');

describe('time rules tried on a case that does not exist', () => {
  it('of a Friday afternoon: two business days bind before 72 hours', () => {
    const { policyName, clocks } = tryRule(city, { receivedAt: friday, channel: 'phone', serviceCode: null, kind: 'serviceRequest' }, 'STANDARD');
    expect(policyName).toBe('Standard');
    expect(clocks.map(({ clock, dueWords }) => [clock, dueWords])).toEqual([['respond', 'Monday, November 23, 2026 at 4:00 PM']]);
    expect(clocks[0]?.sentences[0]).toBe('Received Friday, November 20, 2026 at 4:00 PM by phone.');
    expect(clocks[0]?.sentences.at(-1)).toBe('The earlier of the two binds, so an answer is due by Monday, November 23, 2026 at 4:00 PM.');
  });

  it('as the service has them, exceptions included; by itself no exception counts', () => {
    const slow = { ...must(city.policies[0], 'one'), code: 'SLOW', name: 'Slow', respond: [{ unit: 'businessDays' as const, amount: 10, source: '' }] };
    const changed = { ...city, policies: [...city.policies, slow], timeRuleExceptions: [{ code: 'LETTERS', serviceCode: null, kind: null, channel: 'letter' as const, policyCode: 'SLOW' }] };
    const letter = { receivedAt: friday, channel: 'letter', kind: 'serviceRequest' } as const;
    expect(tryRule(changed, { ...letter, serviceCode: 'POTHOLE' }, 'STANDARD').policyName).toBe('Slow');
    expect(tryRule(changed, { ...letter, serviceCode: null }, 'STANDARD').policyName).toBe('Standard');
  });

  it('begin with this week’s Friday at 16:00', () => {
    expect(fridayAfternoon(utcMs(Date.parse('2026-11-22T18:00:00Z')), ZONE)).toBe('2026-11-20T16:00');
    expect(fridayAfternoon(utcMs(Date.parse('2026-11-23T18:00:00Z')), ZONE)).toBe('2026-11-27T16:00');
    expect(receivedFrom('', ZONE)).toBeNull();
  });
});
