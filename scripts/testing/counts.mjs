/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} remarks why something counts as failed that no test's name shows
 */

/** @param {Counts[]} parts @returns {Counts} */
export function sum(parts) {
  return {
    passed: parts.reduce((total, { passed }) => total + passed, 0),
    failed: parts.reduce((total, { failed }) => total + failed, 0),
    remarks: parts.flatMap(({ remarks }) => remarks),
  };
}

/**
 * What a runner's own report and exit code come to. Skipped tests, a run without tests, an unreadable report and a crash after
 * the last test all count as failures: none of them may look like success.
 *
 * @param {string} runner
 * @param {{ passed: number, failed: number, skipped: number } | null} report null when there was none to read
 * @param {number | null} exitCode
 * @returns {Counts}
 */
export function judge(runner, report, exitCode) {
  if (report === null) return { passed: 0, failed: 1, remarks: [`${runner} ended with code ${exitCode} and left no report.`] };
  const remarks = [];
  if (report.skipped > 0) remarks.push(`${runner}: ${report.skipped} skipped; a skipped test counts as failed here.`);
  if (report.passed + report.failed + report.skipped === 0) remarks.push(`${runner} ran no test at all.`);
  else if (exitCode !== 0 && report.failed === 0) remarks.push(`${runner} ended with code ${exitCode} although no test failed.`);
  const failedOtherwise = remarks.length - (report.skipped > 0 ? 1 : 0);
  return { passed: report.passed, failed: report.failed + report.skipped + failedOtherwise, remarks };
}

/**
 * Reads Vitest's JSON report. A file that could not even be loaded counts as one failed test.
 *
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} report
 */
export function readVitest(report) {
  const unloaded = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded, skipped: report.numPendingTests + report.numTodoTests };
}

/**
 * Reads Playwright's JSON report. A test that passed only when it was tried again counts as failed.
 *
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report
 */
export function readPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}
