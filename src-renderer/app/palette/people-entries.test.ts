import { describe, expect, it } from 'vitest';
import type { CallerMatch } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { parseQuery } from '../../../src-shared/queue-query/parse-query.ts';
import { SMALL_CITY } from '../../../src-shared/testing/small-city.ts';
import { DAY_MS, utcMs } from '../../../src-shared/util/time.ts';
import { casesOfCitizen, citizenEntries, staffEntries } from './people-entries.ts';

const NOW = utcMs(1_795_000_000_000);
const ANA: CallerMatch = { key: 'a', name: 'Ana Núñez', phone: '(561) 555-0142', email: 'ana@x.org', address: '', language: 'es', caseCount: 5, openCount: 2, lastReceivedAt: utcMs(NOW - 3 * DAY_MS), isContributor: false, why: '' };
const deps = { now: NOW, timeZone: 'America/New_York', openCases: () => undefined };

describe('citizens in the palette', () => {
  it('are told apart, and say what Enter opens', () => {
    expect(citizenEntries([ANA, { ...ANA, key: 'b', name: '', caseCount: 1, openCount: 0 }], deps)).toMatchObject([
      { id: 'citizen a', label: 'Ana Núñez', detail: '(561) 555-0142 · 2 open of 5 · 3 days ago', does: 'Their 5 cases' },
      { id: 'citizen b', label: '(561) 555-0142', detail: 'nothing open · 3 days ago', does: 'Open their case' },
    ]);
  });

  it('are asked for in the queue by all that is known of them', () => {
    const asked = (citizen: Partial<CallerMatch>) => parseQuery(casesOfCitizen({ ...ANA, ...citizen }).filters);
    expect(asked({})).toEqual([{ kind: 'token', key: 'citizen', values: ['Ana Núñez 5615550142'], isNot: false }]);
    expect(asked({ phone: '' })).toMatchObject([{ values: ['Ana Núñez ana@x.org'] }]);
  });
});

it('finds colleagues from two letters on, and shows the open cases they have', () => {
  const asked: unknown[] = [];
  expect(staffEntries(SMALL_CITY, 'a', () => undefined)).toEqual([]);
  const [first] = staffEntries(SMALL_CITY, 'agent2', (question) => asked.push(question));
  first?.run?.();
  expect(asked).toEqual([{ view: 'open', filters: 'assignee:agent2' }]);
});
