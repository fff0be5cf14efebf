import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { runChecks } from '../checks/all-checks.mjs';
import { openDisplay } from '../lib/display.mjs';
import { logLine } from '../lib/steps.mjs';
import { ensurePdfReaders, ensurePrintService } from '../lib/system-packages.mjs';
import { inRoot, root } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';
import { setUpApp } from '../lib/set-up.mjs';
import { judge, readPlaywright, readVitest } from './counts.mjs';

/**
 * One kind of tests. `pattern` narrows it to the files whose path contains it.
 *
 * @typedef {(supervisor: import('../lib/supervisor.mjs').Supervisor, pattern: string | null) => Promise<import('./counts.mjs').Counts>} Runner
 */

/**
 * Servers and desks that tests start as programs: in one file each, and compiled once, not at each start.
 *
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
async function programs() {
  const { bundlePrograms } = await import('./bundle-programs.mjs');
  return { PORTREEVE_TEST_PROGRAMS: await bundlePrograms(), NODE_COMPILE_CACHE: inRoot('.data', 'compiled') };
}

/** In the order in which they run: the quick ones first. @type {Record<'check' | 'unit' | 'pg' | 'e2e', Runner>} */
export const runners = {
  check: runChecksAsTests,
  unit: runUnit,
  pg: (_supervisor, pattern) => runVitest('pg', pattern),
  e2e: runPlaywright,
};

/** @type {Runner} */
async function runUnit(_supervisor, pattern) {
  const passedOver = await ensurePrintService({ log: logLine }).then(
    () => [],
    (/** @type {unknown} */ error) => [`The tests of the system's own print queues are passed over: ${String(error)}`],
  );
  const counts = await runVitest('unit', pattern);
  return { ...counts, remarks: [...counts.remarks, ...passedOver] };
}

async function runChecksAsTests() {
  const results = await runChecks();
  const passed = results.filter(({ ok }) => ok).length;
  return { passed, failed: results.length - passed, remarks: results.length === 0 ? ['No check ran.'] : [] };
}

/** @param {'unit' | 'pg'} project @param {string | null} pattern */
function runVitest(project, pattern) {
  return withReportFile(async (reportFile) => {
    const vitest = inRoot('node_modules', 'vitest', 'vitest.mjs');
    const workers = project === 'pg' ? ['--maxWorkers=3'] : []; // those wait for other processes most of the time
    const args = ['run', '--project', project, ...workers, '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`, ...(pattern ? [pattern] : [])];
    const { code } = await runNode([vitest, ...args], project === 'pg' ? await programs() : {});
    return judge(project, readReport(reportFile, readVitest), code);
  });
}

/** @type {Runner} */
async function runPlaywright(supervisor, pattern) {
  const electron = await setUpApp();
  // The windows of the tests would take the keyboard from whoever is working at this machine.
  await ensurePdfReaders({ log: logLine });
  await ensurePrintService({ log: logLine });
  const display = await openDisplay({ evenIfThereIsOne: process.env['PORTREEVE_TEST_ON_DISPLAY'] !== '1' });
  if (display.virtual) supervisor.add('the virtual display', display.virtual, 2_000);
  return withReportFile(async (reportFile) => {
    const playwright = inRoot('node_modules', '@playwright', 'test', 'cli.js');
    const { PORTREEVE_TEST_PROGRAMS } = await programs();
    const env = { ...display.env, PORTREEVE_TEST_PROGRAMS, PORTREEVE_ELECTRON: electron.executablePath, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile };
    const { code } = await runNode([playwright, 'test', '--reporter=list,json', ...(pattern ? [pattern] : [])], env);
    return judge('e2e', readReport(reportFile, readPlaywright), code);
  });
}

/** Runs a test runner with its output on the terminal. @param {string[]} args @param {NodeJS.ProcessEnv} env */
function runNode(args, env) {
  const path = `${inRoot('node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
  return run(process.execPath, args, { cwd: root, show: true, env: { ...process.env, PATH: path, ...env } });
}

/**
 * @template T
 * @param {(reportFile: string) => Promise<T>} work
 */
async function withReportFile(work) {
  const folder = mkdtempSync(join(tmpdir(), 'portreeve-report-'));
  try {
    return await work(join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @template Report, Result
 * @param {string} file
 * @param {(report: Report) => Result} read
 * @returns {Result | null} null when there is no whole report
 */
function readReport(file, read) {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
