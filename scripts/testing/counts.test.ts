import { describe, expect, it } from 'vitest';
import { judge, readPlaywright, readVitest, sum } from './counts.mjs';

const clean = { passed: 3, failed: 0, skipped: 0 };

describe('judge', () => {
  it('passes a clean run', () => {
    expect(judge('unit', clean, 0)).toEqual({ passed: 3, failed: 0, remarks: [] });
  });

  it('counts a failed test once, whatever the exit code says besides', () => {
    expect(judge('unit', { passed: 3, failed: 2, skipped: 0 }, 1)).toEqual({ passed: 3, failed: 2, remarks: [] });
  });

  it.each([
    ['no report', null, 1, 1],
    ['no report although it ended well', null, 0, 1],
    ['no test', { passed: 0, failed: 0, skipped: 0 }, 0, 1],
    ['a crash after the last test', clean, 1, 1],
    ['an end by a signal', clean, null, 1],
    ['two skipped tests', { passed: 3, failed: 0, skipped: 2 }, 0, 2],
    ['only skipped tests', { passed: 0, failed: 0, skipped: 2 }, 0, 2],
    ['a skipped test and a crash', { passed: 3, failed: 0, skipped: 1 }, 1, 2],
  ])('counts %s as failed, and says so', (_name, report, exitCode, failed) => {
    const verdict = judge('unit', report, exitCode);
    expect(verdict.failed).toBe(failed);
    expect(verdict.remarks.join(' ')).toContain('unit');
  });
});

describe('the reports of the runners', () => {
  it('count a Vitest file that could not be loaded', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}] },
    ];
    const report = { numPassedTests: 1, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults };
    expect(readVitest(report)).toEqual({ passed: 1, failed: 2, skipped: 3 });
  });

  it('count a Playwright test that needed a second try, and errors outside of tests, as failed', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }, errors: [{}] };
    expect(readPlaywright(report)).toEqual({ passed: 5, failed: 3, skipped: 0 });
  });

  it('add up', () => {
    const one = { passed: 1, failed: 2, remarks: ['a'] };
    const other = { passed: 3, failed: 4, remarks: ['b'] };
    expect(sum([one, other])).toEqual({ passed: 4, failed: 6, remarks: ['a', 'b'] });
    expect(sum([])).toEqual({ passed: 0, failed: 0, remarks: [] });
  });
});
