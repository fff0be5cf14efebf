import { expect, it } from 'vitest';
import { caseWith, catalogue } from '../fixtures.ts';
import { acknowledgedHow } from './acknowledgement.ts';

it('says how the citizen knows, and from whom', () => {
  const byLetter = caseWith({ kind: 'acknowledged', method: 'letter', text: '' });
  const letter = { ...byLetter, channel: 'letter' as const, acknowledgedAt: byLetter.history.at(-1)?.at ?? null };
  expect(acknowledgedHow(letter, catalogue)).toMatch(/^Letter · ./);
  expect(acknowledgedHow({ ...letter, acknowledgedAt: null }, catalogue)).toBe('');
  expect(acknowledgedHow({ ...caseWith(), channel: 'counter', acknowledgedAt: letter.enteredAt }, catalogue)).toMatch(/^with the number · ./);
});
