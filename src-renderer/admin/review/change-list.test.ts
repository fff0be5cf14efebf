import { expect, it } from 'vitest';
import { tally } from './change-list.tsx';

it('says of many changes how many are new, changed and taken out, and nothing of none', () => {
  const [added, changed, gone] = [{ before: null, value: { code: 'A' } }, { before: { code: 'A' }, value: { code: 'A', name: 'B' } }, { before: { code: 'A' }, value: null }];
  expect(tally([...Array.from({ length: 1_200 }, () => added), changed, gone])).toBe('1,200 new, 1 changed, 1 taken out');
  expect(tally([changed])).toBe('1 changed');
});
