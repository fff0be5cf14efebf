import { inRoot, root } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';
import { sourceFiles } from './source-files.mjs';

/**
 * Runs oxlint over the whole clone.
 *
 * @returns {Promise<import('./source-files.mjs').CheckResult[]>}
 */
export async function checkLint() {
  const { stdout, stderr } = await run(process.execPath, [inRoot('node_modules', 'oxlint', 'bin', 'oxlint'), '--deny-warnings', '-f', 'json'], { cwd: root });
  const report = parse(stdout);
  if (report === null) return [{ name: 'lint', ok: false, filesSeen: 0, details: `oxlint did not answer: ${stderr || stdout}` }];
  const findings = report.diagnostics.map(({ code, filename, labels, message }) => `${filename}:${labels[0]?.span?.line ?? 1} ${message} (${code})`);
  const expected = sourceFiles(root).length;
  if (report.number_of_files < expected) findings.push(`oxlint read ${report.number_of_files} files, but there are ${expected}`);
  return [{ name: 'lint', ok: findings.length === 0, filesSeen: report.number_of_files, details: findings.join('\n') }];
}

/**
 * @typedef {{ code: string, filename: string, message: string, labels: { span?: { line: number } }[] }} Diagnostic
 * @param {string} text
 * @returns {{ number_of_files: number, diagnostics: Diagnostic[] } | null}
 */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
