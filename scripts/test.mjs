// npm test: everything that can be checked, on a fresh clone too. The last line is `N passed, N failed`.
import { wrong } from './lib/arguments.mjs';
import { command } from './lib/command.mjs';
import { inProjectNode, setUpApp } from './lib/set-up.mjs';
import { logLine, secondsSince } from './lib/steps.mjs';
import { underSupervision } from './lib/under-supervision.mjs';

const KINDS = /** @type {const} */ (['check', 'unit', 'pg', 'e2e']);
const INTERRUPTED = 130;

const usage = {
  line: 'npm test [-- --only check|unit|pg|e2e [PATTERN]]',
  summary: 'Sets up what is missing, then runs the checks, the unit and property tests, the tests on real PostgreSQL, and the end-to-end tests in real Electron.',
  options: { only: { value: 'KIND', help: 'check (types, lint, imports), unit, pg (real PostgreSQL) or e2e (real Electron).' } },
  positionals: true,
  more: 'PATTERN narrows --only to the test files whose path contains it.\n\nThe end-to-end tests use a virtual display, so that their windows disturb no one; PORTREEVE_TEST_ON_DISPLAY=1 shows them on yours.',
};

await command(usage, async ({ values, positionals }) => {
  const kinds = readKinds(values['only']);
  const [pattern = null, ...surplus] = positionals;
  if (pattern !== null && (kinds.length > 1 || kinds[0] === 'check')) throw wrong(`A pattern ("${pattern}") needs --only unit, pg or e2e.`, usage);
  if (surplus.length > 0) throw wrong('Give one pattern at most.', usage);
  return inProjectNode('scripts/test.mjs', () => underSupervision((supervisor) => test(supervisor, kinds, pattern), { stoppedCode: INTERRUPTED }));
});

/** Electron is fetched and SQLite compiled beside the first kinds, which leave a processor idle now and then. The end-to-end tests wait for it, and say what is wrong with it. */
function beginSetUp() {
  void setUpApp().catch(() => undefined);
}

/** @param {string | undefined} only */
function readKinds(only) {
  const kinds = KINDS.filter((kind) => only === undefined || kind === only);
  if (kinds.length === 0) throw wrong(`--only ${only} is not known: give one of ${KINDS.join(', ')}.`, usage);
  return kinds;
}

/**
 * @param {import('./lib/supervisor.mjs').Supervisor} supervisor
 * @param {(typeof KINDS)[number][]} kinds
 * @param {string | null} pattern
 */
async function test(supervisor, kinds, pattern) {
  const startedAtMs = Date.now();
  const { runners } = await import('./testing/runners.mjs'); // needs the packages
  const { sum } = await import('./testing/counts.mjs');
  if (kinds.length > 1 && kinds.includes('e2e')) beginSetUp();
  const counts = [];
  for (const kind of kinds) {
    console.log(`\n== ${kind}`);
    counts.push(await runners[kind](supervisor, pattern));
  }
  const { passed, failed, remarks } = sum(counts);
  await supervisor.stopAll();
  logLine(`\n${[...remarks, `It took ${secondsSince(startedAtMs)}.`].join('\n')}`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
