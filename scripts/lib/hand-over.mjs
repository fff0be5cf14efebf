import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter } from 'node:path';
import { inRoot } from './paths.mjs';
import { nodeForProject } from './dependencies.mjs';
import { onStop } from './stop-signals.mjs';

/**
 * Runs a program file of this clone under the project's Node in this process's place: same arguments, terminal and exit code.
 *
 * The child gets each signal once, from here: it is in a group of its own, so Ctrl+C in a terminal does not reach it twice.
 *
 * @param {string} file below the clone
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export function handOver(file, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(nodeForProject(), [inRoot(file), ...args], {
      stdio: 'inherit',
      detached: true,
      env: { ...process.env, PATH: `${inRoot('node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}` },
    });
    onStop((signal) => child.kill(signal));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
