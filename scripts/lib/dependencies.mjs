import { existsSync, readFileSync } from 'node:fs';
import { npm, npmComplaint } from './npm.mjs';
import { inRoot } from './paths.mjs';
import { Problem } from './problem.mjs';
import { step } from './steps.mjs';

/** The Node that comes with the project's packages, at the version they need. */
const projectNode = inRoot('node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

/**
 * Installs the packages of package-lock.json unless exactly those are installed.
 *
 * Needs nothing but Node 18 and npm.
 *
 * @param {{ log?: import('./steps.mjs').Log }} [options]
 */
export async function ensureDependencies({ log } = {}) {
  if (areInstalled()) return;
  await step('Installing packages (npm ci)', install, log);
}

async function install() {
  const outcome = await npm(['ci']);
  if (outcome.code === 0 && areInstalled()) return;
  throw new Problem(
    `The packages could not be installed (npm ci):\n${npmComplaint(outcome)}\n` +
      'Check that the npm registry is reachable, that package.json and package-lock.json belong together, and that this folder can be written to; then start again.',
  );
}

function areInstalled() {
  const wanted = packagesIn(inRoot('package-lock.json'));
  const installed = packagesIn(inRoot('node_modules', '.package-lock.json'));
  if (wanted === null) throw new Problem('package-lock.json is missing or damaged. Restore it (git checkout package-lock.json), then start again.');
  return installed !== null && isSatisfied(wanted, installed, process);
}

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, os?: string[], cpu?: string[], optionalDependencies?: Record<string, string> }} LockEntry */

/**
 * Whether what npm noted when it installed is what package-lock.json wants. More than was wanted does no harm.
 *
 * Optional packages of packages may be missing: most are for other systems. Our own, for this system, may not.
 *
 * @param {Record<string, LockEntry>} wanted
 * @param {Record<string, LockEntry>} installed
 * @param {{ platform: string, arch: string }} system
 */
export function isSatisfied(wanted, installed, { platform, arch }) {
  const ownOptional = Object.keys(wanted['']?.optionalDependencies ?? {}).map((name) => `node_modules/${name}`);
  return Object.entries(wanted).every(([path, { version, integrity, optional, devOptional, os, cpu }]) => {
    if (path === '') return true;
    const there = installed[path];
    if (there) return there.version === version && there.integrity === integrity;
    const isForThisSystem = (os?.includes(platform) ?? true) && (cpu?.includes(arch) ?? true);
    return (optional || devOptional) === true && !(ownOptional.includes(path) && isForThisSystem);
  });
}

/**
 * @param {string} path
 * @returns {Record<string, LockEntry> | null}
 */
function packagesIn(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/**
 * The Node to run the project with: this one if it is new enough, else the one among the packages.
 *
 * @returns {string} its path
 */
export function nodeForProject() {
  const neededMajor = 24;
  if (Number.parseInt(process.versions.node, 10) >= neededMajor) return process.execPath;
  if (existsSync(projectNode)) return projectNode;
  throw new Problem(
    `Portreeve needs Node ${neededMajor} or newer; this is ${process.versions.node}, and none comes as a package for ${process.platform} on ${process.arch}.\n` +
      `Install Node ${neededMajor}, then start again.`,
  );
}
