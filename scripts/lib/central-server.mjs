import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { nodeForProject } from './dependencies.mjs';
import { inRoot } from './paths.mjs';
import { freePortFrom } from './ports.mjs';
import { Problem } from './problem.mjs';
import { endOfLog } from './supervisor.mjs';

const PREFERRED_PORT = 8311;

/**
 * Starts a central server with the demo city and waits until it answers.
 *
 * @param {import('./supervisor.mjs').Supervisor} supervisor takes charge of it
 * @param {string} dataDir
 * @returns {Promise<{ url: string, logFile: string }>}
 */
export async function startCentralServer(supervisor, dataDir) {
  mkdirSync(dataDir, { recursive: true });
  const logFile = join(dataDir, 'server.log');
  const port = await freePortFrom(PREFERRED_PORT);
  const log = openSync(logFile, 'a');
  const child = spawn(nodeForProject(), [inRoot('src-server', 'index.ts'), '--port', String(port), '--data', dataDir, '--seed', 'demo', ...mailFolder(dataDir)], {
    detached: true,
    stdio: ['ignore', 'pipe', log],
  });
  closeSync(log);
  const part = supervisor.add('the central server', child, 20_000);
  const url = await Promise.race([readyUrl(child), part.ended.then(() => null)]);
  if (url === null) throw new Problem(`The central server did not start:\n${endOfLog(logFile)}\n(Its log is ${logFile}.)`);
  return { url, logFile };
}

/**
 * Mails become files, unless a mail server is set.
 *
 * @param {string} dataDir
 */
function mailFolder(dataDir) {
  return process.env['PORTREEVE_SMTP_URL'] ? [] : ['--mail-folder', join(dataDir, 'mail')];
}

/**
 * The address from the line of JSON that the server prints when it answers. Its output is read on, so that it never blocks.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>}
 */
function readyUrl(child) {
  return new Promise((resolve) => {
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const message = parse(line);
      if (message?.ready === true && typeof message.url === 'string') resolve(message.url);
    });
  });
}

/** @param {string} line @returns {{ ready?: unknown, url?: unknown } | null} */
function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    return null; // a line for people
  }
}
