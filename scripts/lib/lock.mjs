import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './process-table.mjs';

const POLL_MS = 300;

/**
 * Takes a lock that is a file with our process id in it. A lock whose process has died is taken over.
 *
 * @param {string} path
 * @returns {Promise<{ taken: true, release: () => void } | { taken: false, heldBy: number }>}
 */
export async function tryLock(path) {
  mkdirSync(dirname(path), { recursive: true });
  if (!create(path)) {
    const holder = readHolder(path);
    if (holder !== null && holder !== process.pid && isAlive(holder)) return { taken: false, heldBy: holder };
    if (!(await takeOver(path))) return tryLock(path);
  }
  const release = () => {
    if (readHolder(path) === process.pid) rmSync(path, { force: true });
  };
  process.on('exit', release);
  return { taken: true, release };
}

/**
 * Does some work while holding a lock, after waiting for whoever holds it.
 *
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @param {(holder: number) => void} onWait told once, when there is a wait
 */
export async function withLock(path, work, onWait) {
  for (let waits = 0; ; waits += 1) {
    const attempt = await tryLock(path);
    if (attempt.taken) {
      try {
        return await work();
      } finally {
        attempt.release();
      }
    }
    if (waits === 0) onWait(attempt.heldBy);
    await sleep(POLL_MS);
  }
}

/** @param {string} path @returns whether the file was not there before */
function create(path) {
  try {
    const fd = openSync(path, 'wx');
    writeFileSync(fd, String(process.pid));
    closeSync(fd);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Two that find the same dead lock both put theirs in its place; after a moment only the later one finds its own still there. */
/** @param {string} path */
async function takeOver(path) {
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  renameSync(mine, path);
  await sleep(POLL_MS);
  return readHolder(path) === process.pid;
}

/** @param {string} path */
function readHolder(path) {
  try {
    return Number.parseInt(readFileSync(path, 'utf8'), 10) || null;
  } catch {
    return null;
  }
}
