import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { Problem } from './problem.mjs';
import { logLine } from './steps.mjs';
import { ensureVirtualDisplay, findCommand } from './system-packages.mjs';

const SCREEN = '1440x900x24';
const START_TIMEOUT_MS = 20_000;

/**
 * @typedef {object} Display
 * @property {NodeJS.ProcessEnv} env what a program that opens windows needs in its environment
 * @property {import('node:child_process').ChildProcess | null} virtual the virtual display's process; null on a real screen
 */

/**
 * The screen to open windows on: the one that is there, else a virtual one, started now. (Only Linux may lack one.)
 *
 * The caller ends the virtual display when its windows are closed.
 *
 * @param {{ evenIfThereIsOne?: boolean }} [options] `evenIfThereIsOne` leaves a person's real screen alone, for tests
 * @returns {Promise<Display>}
 */
export async function openDisplay({ evenIfThereIsOne = false } = {}) {
  if (process.platform !== 'linux') return { env: {}, virtual: null };
  if (!evenIfThereIsOne && (process.env['WAYLAND_DISPLAY'] || (await answers(process.env['DISPLAY'])))) return { env: {}, virtual: null };
  await ensureVirtualDisplay({ log: logLine });
  const { child, name } = await startXvfb();
  return { env: { DISPLAY: name, WAYLAND_DISPLAY: '', XDG_SESSION_TYPE: 'x11' }, virtual: child };
}

/**
 * Whether an X server answers under this name. A name that is left over from a closed session counts as no screen.
 *
 * @param {string | undefined} display
 * @returns {Promise<boolean>}
 */
function answers(display) {
  if (!display) return Promise.resolve(false);
  const [, number] = /^:(\d+)/.exec(display) ?? [];
  if (!number) return Promise.resolve(true); // on another machine: let Electron find out
  return new Promise((resolve) => {
    const socket = connect(`/tmp/.X11-unix/X${number}`);
    const done = /** @param {boolean} answer */ (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.on('connect', () => done(true));
    socket.on('error', () => done(false));
  });
}

/** Xvfb chooses a free number itself and writes it to the pipe when it is ready. */
function startXvfb() {
  return new Promise((/** @type {(started: { child: import('node:child_process').ChildProcess, name: string }) => void} */ resolve, reject) => {
    const child = spawn(findCommand('Xvfb') ?? 'Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset'], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      detached: true, // Ctrl+C must reach the windows before it reaches their screen
    });
    let complaint = '';
    /** @param {string} why */
    const fail = (why) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      reject(new Problem(`A virtual display (Xvfb) could not be started: ${why}\nStart again on a machine with a screen, or put that right.`));
    };
    const timer = setTimeout(() => fail('it did not answer in time.'), START_TIMEOUT_MS);
    child.stderr?.setEncoding('utf8').on('data', (text) => (complaint += text));
    child.on('error', (error) => fail(error.message));
    child.once('exit', () => fail(complaint.trim() || 'it ended at once.'));
    child.stdio[3]?.once('data', (number) => {
      clearTimeout(timer);
      child.removeAllListeners('exit');
      resolve({ child, name: `:${String(number).trim()}` });
    });
  });
}
