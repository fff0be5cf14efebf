import { delimiter, sep } from 'node:path';
import { root } from './paths.mjs';
import { run } from './processes.mjs';

/**
 * Runs npm to its end, quietly.
 *
 * npm runs under the Node that is installed on the machine, never under the one inside node_modules: `npm ci` deletes that.
 *
 * @param {string[]} args
 * @param {{ cwd?: string }} [options]
 */
export function npm(args, { cwd = root } = {}) {
  const outside = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(root + sep));
  const env = { ...process.env, PATH: outside.join(delimiter), npm_config_loglevel: 'error' };
  const [command, ...first] = process.platform === 'win32' ? ['cmd.exe', '/d', '/s', '/c', 'npm'] : ['npm'];
  return run(command, [...first, ...args], { cwd, env });
}

/**
 * Why npm failed, in its own words: what it says first, without the usage it prints after.
 *
 * @param {import('./processes.mjs').Outcome} outcome
 */
export function npmComplaint({ stderr, stdout }) {
  const lines = `${stderr}\n${stdout}`.split('\n').map((line) => line.replace(/^npm (error|ERR!) ?/, '').trimEnd());
  return lines.filter(Boolean).slice(0, 12).join('\n');
}
