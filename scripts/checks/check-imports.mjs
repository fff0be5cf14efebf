import { importRules } from './import-rules.mjs';
import { existingFolders, sourceFiles } from './source-files.mjs';

/**
 * @typedef {object} ImportReport
 * @property {{ rule: string, from: string, to: string }[]} violations
 * @property {string[]} unseen source files that were not read; the verdict is worth nothing while there are any
 * @property {number} filesSeen source files that were read
 */

/**
 * Holds every import below `baseDir` against the rules of `import-rules.mjs`.
 *
 * @param {string} baseDir a clone, or a tree of the same shape
 * @returns {Promise<ImportReport>}
 */
export async function readImports(baseDir) {
  const { cruise } = await import('dependency-cruiser'); // loaded late: it refuses to load in the older Node that set-up may start in
  const { output } = await cruise(
    existingFolders(baseDir),
    {
      baseDir,
      validate: true,
      ruleSet: { forbidden: importRules.map((rule) => ({ ...rule, severity: 'error' })) },
      tsPreCompilationDeps: true, // an import of a type is an import
      exclude: { path: '^scripts/electron-launcher/' }, // runs inside Electron, before there is an app
      doNotFollow: { path: 'node_modules' },
      moduleSystems: ['es6', 'cjs'],
    },
    { extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.d.ts'], conditionNames: ['import', 'require', 'node', 'default', 'types'], exportsFields: ['exports'] },
  );
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text instead of a result.');
  const read = new Set(output.modules.map(({ source }) => source));
  const onDisk = sourceFiles(baseDir);
  return {
    violations: output.summary.violations.map(({ rule, from, to, cycle }) => ({
      rule: rule.name,
      from,
      to: cycle ? cycle.map(({ name }) => name).join(' -> ') : to,
    })),
    unseen: onDisk.filter((file) => !read.has(file)),
    filesSeen: onDisk.filter((file) => read.has(file)).length,
  };
}

/**
 * @param {string} baseDir
 * @returns {Promise<import('./source-files.mjs').CheckResult[]>}
 */
export async function checkImports(baseDir) {
  const { violations, unseen, filesSeen } = await readImports(baseDir);
  const findings = [
    ...violations.map(({ rule, from, to }) => `${from} imports ${to}\n    ${importRules.find(({ name }) => name === rule)?.comment} (${rule})`),
    ...unseen.map((file) => `${file} was not read by the import checker`),
  ];
  return [{ name: 'import rules', ok: findings.length === 0 && filesSeen > 0, filesSeen, details: findings.join('\n') }];
}
