import { expect, test } from 'vitest';
import { PROBLEM_CODES, problemSentence, problemText, readProblem } from './problem-code.ts';

test('a problem is read as it was written, and says what to do', () => {
  expect(readProblem(problemText('recipientRefused', '550 5.1.1'))).toEqual({ code: 'recipientRefused', detail: '550 5.1.1' });
  expect(readProblem('expired')).toEqual({ code: 'expired', detail: null });
  expect([readProblem(null), readProblem('somethingElse 1')]).toEqual([null, null]);
  expect(problemSentence({ code: 'recipientRefused', detail: '550 5.1.1' })).toBe(
    'The receiving mail server or gateway refused this address (550 5.1.1). Check it with the person, correct it, and tell them by another way.',
  );
});

test('every problem has a sentence, also with a detail', () => {
  for (const code of PROBLEM_CODES) {
    expect(problemSentence({ code, detail: null })).toMatch(/^[A-Z].*\.$/s);
    expect(problemSentence({ code, detail: '421' })).toMatch(/\(421\)\./);
  }
});
