import { describe, expect, it } from 'vitest';
import type { Delegation } from '../../../src-shared/office/delegation.ts';
import { SMALL_CITY as city } from '../../../src-shared/testing/small-city.ts';
import { CommandId, StaffId } from '../../../src-shared/util/ids.ts';
import { DAY_MS, utcMs } from '../../../src-shared/util/time.ts';
import { awayWords, groupDelegations } from './away-words.ts';

const NOW = utcMs(Date.parse('2026-11-24T15:00:00Z'));
let made = 0;

function delegation(from: string, to: string, days: readonly [number, number], endedAfterDays: number | null = null): Delegation {
  made += 1;
  const at = (day: number) => utcMs(NOW + day * DAY_MS);
  return {
    id: CommandId.parse(`6f0f3c1e-5a53-4a5c-9d7e-0b8a4c6d2e${String(made).padStart(2, '0')}`),
    ...{ fromStaffId: StaffId.parse(from), toStaffId: StaffId.parse(to), from: at(days[0]), until: at(days[1]), note: '' },
    ...{ by: StaffId.parse(from), endedAt: endedAfterDays === null ? null : at(endedAfterDays) },
  };
}

describe('who is away', () => {
  it('is said with the one who stands in, until when', () => {
    const office = { delegations: [delegation('streets', 'water.head', [-1, 3])] };
    expect(awayWords(office, city, 'streets', NOW)).toBe('streets is away until Fri 27 Nov 10:00; water.head stands in.');
    expect(awayWords(office, city, 'water.head', NOW)).toBeNull();
  });

  it('names the one at the end of a chain, who is really there', () => {
    const office = { delegations: [delegation('streets', 'water.head', [-1, 3]), delegation('water.head', 'agent', [-1, 1])] };
    expect(awayWords(office, city, 'streets', NOW)).toContain('agent stands in.');
  });

  it('is nobody once it was ended, or before it begins', () => {
    expect(awayWords({ delegations: [delegation('streets', 'agent', [-3, 3], -1)] }, city, 'streets', NOW)).toBeNull();
    expect(awayWords({ delegations: [delegation('streets', 'agent', [1, 3])] }, city, 'streets', NOW)).toBeNull();
  });

  it('stands in groups: now, to come, over', () => {
    const [now, coming, over] = [delegation('streets', 'agent', [-1, 1]), delegation('agent', 'agent2', [1, 2]), delegation('hr', 'agent', [-3, -2])];
    expect(groupDelegations({ delegations: [over, coming, now] }, NOW)).toEqual({ now: [now], coming: [coming], over: [over] });
  });
});
