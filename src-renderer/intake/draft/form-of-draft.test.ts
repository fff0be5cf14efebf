import { expect, it } from 'vitest';
import { SAMPLE_NUMBER } from '../../../src-shared/receipt/testing/sample-receipt.ts';
import { formNumberProblem, isFromForm, numberOfForm } from './form-of-draft.ts';

const draft = (formNumber: string, formKnown: Parameters<typeof formNumberProblem>[0]['formKnown'] = null, isFormSure = false) => ({ formNumber, formKnown, isFormSure });

it('reads the number as people write it, and finds a wrong digit before anything else is asked', () => {
  expect(numberOfForm(draft(' 48 2913-5062 '))).toBe(SAMPLE_NUMBER);
  expect([formNumberProblem(draft('')), formNumberProblem(draft('48-2913-5062'))]).toEqual([null, null]);
  expect(formNumberProblem(draft('48-2913-5026'))).toContain('changed places');
  expect(formNumberProblem(draft('48-2913'))).toContain('ten digits');
  expect([isFromForm(draft('  ')), isFromForm(draft('4'))]).toEqual([false, true]);
});

it('takes a form nobody knows of, or that was given up, once somebody has looked twice; one keyed in never', () => {
  for (const known of ['unknown', 'spoiled'] as const) {
    expect(formNumberProblem(draft('48-2913-5062', known))).toContain('tick');
    expect(formNumberProblem(draft('48-2913-5062', known, true))).toBeNull();
  }
  expect(formNumberProblem(draft('48-2913-5062', 'keyedIn', true))).toContain('already');
  expect(formNumberProblem(draft('48-2913-5062', 'used', true))).toContain('not of a form');
});
