import { root } from '../lib/paths.mjs';
import { secondsSince } from '../lib/steps.mjs';
import { checkImports } from './check-imports.mjs';
import { checkLint } from './check-lint.mjs';
import { checkTypes } from './check-types.mjs';

/**
 * Runs every check, prints a line for each and what it found, and hands back the results.
 *
 * @returns {Promise<import('./source-files.mjs').CheckResult[]>}
 */
export async function runChecks() {
  const startedAtMs = Date.now();
  const results = [...(await checkTypes()), ...(await checkLint()), ...(await checkImports(root))];
  for (const { name, ok, filesSeen, details } of results) {
    console.log(`${ok ? 'passed' : 'FAILED'}  ${name} (${filesSeen} files)`);
    if (details) console.log(details.replace(/^/gm, '  '));
  }
  console.log(`checks took ${secondsSince(startedAtMs)}`);
  return results;
}
