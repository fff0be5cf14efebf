import { describe, expect, it } from 'vitest';
import { SMALL_CITY as city } from '../../../src-shared/testing/small-city.ts';
import { differencesOf } from './differences.ts';

const [policy] = city.policies;
const [department] = city.departments;
const [service] = city.services;
if (!policy || !department || !service) throw new Error('the small city has one of each');

describe('what differs between two values of an entry', () => {
  it('is said in words, with the names of what is referred to', () => {
    const head = city.staff[0];
    const changed = { ...department, phone: '555-0199', headStaffId: head?.id ?? null };
    const before = { ...department, headStaffId: null };
    expect(differencesOf('departments', before, changed, [city])).toEqual([
      { kind: 'value', key: 'phone', label: 'Phone', from: department.phone, to: '555-0199' },
      { kind: 'value', key: 'headStaffId', label: 'Head of the department', from: 'nobody', to: head?.name },
    ]);
  });

  it('names limits as people say them', () => {
    const before = { ...policy, respond: [{ unit: 'elapsedHours', amount: 72, source: 'CAS 2.3' }] };
    const after = { ...policy, respond: [{ unit: 'businessDays', amount: 1, source: '' }] };
    expect(differencesOf('policies', before, after, [city])).toEqual([{ kind: 'value', key: 'respond', label: 'Answer within', from: '72 hours (CAS 2.3)', to: '1 business day' }]);
  });

  it('shows the lines that differ of a long list, with those around them', () => {
    const before = { ...service, keywords: ['a', 'b', 'c', 'd', 'e', 'f'] };
    const after = { ...service, keywords: ['a', 'b', 'c', 'd', 'x', 'e', 'f'] };
    expect(differencesOf('services', before, after, [city])).toEqual([
      {
        kind: 'lines',
        key: 'keywords',
        label: 'What callers say',
        lines: [
          { kind: 'same', text: '…' },
          { kind: 'same', text: 'd' },
          { kind: 'added', text: 'x' },
          { kind: 'same', text: 'e' },
          { kind: 'same', text: '…' },
        ],
      },
    ]);
  });

  it('of a new entry is what it says', () => {
    const entry = { short: 'ADA', long: 'Americans with Disabilities Act' };
    expect(differencesOf('glossary', null, entry, [city])).toEqual([{ kind: 'value', key: 'long', label: 'What it stands for', from: 'nothing', to: 'Americans with Disabilities Act' }]);
  });
});
