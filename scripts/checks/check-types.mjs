import { existsSync, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { inRoot, root, stampDir } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';
import { CODE_FOLDERS, sourceFiles } from './source-files.mjs';

/**
 * Type-checks every folder with its own tsconfig.json, and makes sure that together they saw every source file.
 *
 * @returns {Promise<import('./source-files.mjs').CheckResult[]>}
 */
export async function checkTypes() {
  mkdirSync(stampDir, { recursive: true });
  const waiting = [...CODE_FOLDERS];
  /** @type {Map<string, Awaited<ReturnType<typeof checkFolder>>>} */
  const results = new Map();
  const worker = async () => {
    for (let folder = waiting.shift(); folder; folder = waiting.shift()) results.set(folder, await checkFolder(folder));
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, worker));
  const seen = new Set([...results.values()].flatMap(({ files }) => files));
  const unseen = sourceFiles(root).filter((file) => !seen.has(file));
  return CODE_FOLDERS.map((folder) => asResult(folder, results.get(folder), unseen));
}

/** @param {string} folder */
async function checkFolder(folder) {
  if (!existsSync(inRoot(folder, 'tsconfig.json'))) return { findings: [`${folder}/tsconfig.json is not there`], files: [] };
  const remembered = ['--incremental', '--tsBuildInfoFile', join(stampDir, `${folder}.tsbuildinfo`)];
  const tsc = inRoot('node_modules', 'typescript-7', 'bin', 'tsc');
  const oneThread = ['--checkers', '1']; // each further one reads the shared types again; the folders keep the processors busy
  const { code, stdout, stderr } = await run(process.execPath, [tsc, '-p', folder, '--listFiles', '--pretty', 'false', ...oneThread, ...remembered], { cwd: root });
  const lines = stdout.split('\n').filter(Boolean);
  const isFile = /** @param {string} line */ (line) => existsSync(line);
  const findings = lines.filter((line) => !isFile(line));
  if (code !== 0 && findings.length === 0) findings.push(`tsc ended with code ${code}: ${stderr}`);
  const files = lines.filter(isFile).map((path) => relative(root, path).replaceAll('\\', '/')).filter((path) => !path.startsWith('node_modules/'));
  return { findings, files };
}

/**
 * @param {string} folder
 * @param {Awaited<ReturnType<typeof checkFolder>> | undefined} outcome
 * @param {string[]} unseen
 */
function asResult(folder, outcome, unseen) {
  const findings = [...(outcome?.findings ?? ['was not checked'])];
  findings.push(...unseen.filter((file) => file.startsWith(`${folder}/`)).map((file) => `${file} belongs to no tsconfig.json`));
  const filesSeen = outcome?.files.filter((file) => file.startsWith(`${folder}/`)).length ?? 0;
  return { name: `types of ${folder}`, ok: findings.length === 0, filesSeen, details: findings.join('\n') };
}
