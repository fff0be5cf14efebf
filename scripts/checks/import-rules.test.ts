import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readImports } from './check-imports.mjs';
import { importRules } from './import-rules.mjs';

type Tree = Readonly<Record<string, string>>;

const PACKAGES = ['zod', 'better-sqlite3', 'pg', 'kysely', 'electron', 'react', 'vitest', 'left-pad'];
const UNDECLARED = 'left-pad';

/** A small house in which every import is allowed. */
const allowed: Tree = {
  'src-shared/util/time.ts': `import { z } from 'zod';\nexport const time = z;`,
  'src-shared/util/time.test.ts': `import { it } from 'vitest';\nimport { readFileSync } from 'node:fs';\nimport { time } from './time.ts';\nit('', () => [readFileSync, time]);`,
  'src-preload/index.ts': `import { ipcRenderer } from 'electron';\nimport type { time } from '../src-shared/util/time.ts';\nexport type T = typeof time;\nipcRenderer;`,
  'src-main/index.ts': `import { app } from 'electron';\nimport { join } from 'node:path';\nimport { time } from '../src-shared/util/time.ts';\n[app, join, time];`,
  'src-data/index.ts': `import type {} from 'electron';\nimport { router } from './rpc/router.ts';\nrouter;`,
  'src-data/rpc/router.ts': `import { run } from '../outbox/run-command.ts';\nexport const router = run;`,
  'src-data/outbox/run-command.ts': `import { readCase } from '../cases/read-case.ts';\nexport const run = readCase;`,
  'src-data/sync/push.ts': `import { run } from '../outbox/run-command.ts';\nexport const push = run;`,
  'src-data/cases/read-case.ts': `import { db } from '../db/open.ts';\nexport const readCase = db;`,
  'src-data/db/migrations/0001.ts': `import { sql } from '../../spool/schema.sql.ts';\nexport const first = sql;`,
  'src-data/spool/schema.sql.ts': `export const sql = 'create table job (id integer)';`,
  'src-data/db/open.ts': `import Database from 'better-sqlite3';\nexport const db = Database;`,
  'src-renderer/app/main.tsx': `import { Queue } from '../queue/queue.tsx';\nQueue;`,
  'src-renderer/queue/queue.tsx': `import { useState } from 'react';\nimport { button } from '../ui/button.tsx';\nexport const Queue = [useState, button];`,
  'src-renderer/case/case.tsx': `export const Case = 1;`,
  'src-renderer/ui/button.tsx': `export const button = 1;`,
  'src-server/app.ts': `import { pool } from './db/pool.ts';\nexport const app = pool;`,
  'src-server/db/pool.ts': `import pg from 'pg';\nimport { Kysely } from 'kysely';\nexport const pool = [pg, Kysely];`,
  'src-server/db/owner-lock.ts': `import { DatabaseSync } from 'node:sqlite';\nexport const lock = DatabaseSync;`,
  'src-server/testing/fresh-database.ts': `import pg from 'pg';\nexport const fresh = pg;`,
  'tests/e2e/one.spec.ts': `import { app } from '../../src-server/app.ts';\nimport { push } from '../../src-data/sync/push.ts';\n[app, push];`,
  'scripts/tool.mjs': `import { join } from 'node:path';\njoin;`,
};

/** For each rule, one way to break it. */
const violations: Readonly<Record<string, Tree>> = {
  'src-shared-folders': { 'src-shared/bad.ts': `import { lock } from '../src-server/db/owner-lock.ts';\nlock;` },
  'src-preload-folders': { 'src-preload/bad.ts': `import type { app } from '../src-main/index.ts';\nexport type T = typeof app;` },
  'src-renderer-folders': { 'src-renderer/bad.ts': `import type { run } from '../src-data/outbox/run-command.ts';\nexport type T = typeof run;` },
  'src-main-folders': { 'src-main/bad.ts': `const rows = await import('../src-data/cases/read-case.ts');\nrows;` },
  'src-data-folders': { 'src-data/bad.ts': `import { app } from '../src-server/app.ts';\napp;` },
  'src-server-folders': { 'src-server/bad.ts': `import '../scripts/tool.mjs';` },
  'shared-packages': { 'src-shared/bad.ts': `import { useState } from 'react';\nuseState;` },
  'no-node': { 'src-shared/bad.ts': `import { randomUUID } from 'node:crypto';\nrandomUUID;` },
  'preload-packages': { 'src-preload/bad.ts': `import { z } from 'zod';\nz;` },
  'electron-owners': { 'src-data/bad.ts': `import { app } from 'electron';\napp;` },
  'sqlite-owner': { 'src-data/cases/bad.ts': `import type { Database } from 'better-sqlite3';\nexport type T = Database;` },
  'node-sqlite-owners': { 'src-main/bad.ts': `import { DatabaseSync } from 'node:sqlite';\nDatabaseSync;` },
  'postgres-owner': { 'src-server/sync/bad.ts': `import { sql } from 'kysely';\nsql;` },
  'data-db-is-the-floor': { 'src-data/db/bad.ts': `import { readCase } from '../cases/read-case.ts';\nreadCase;` },
  'data-queries-stay-below': { 'src-data/cases/bad.ts': `import { push } from '../sync/push.ts';\npush;` },
  'data-outbox-knows-no-network': { 'src-data/outbox/bad.ts': `import { push } from '../sync/push.ts';\npush;` },
  'data-rpc-is-the-roof': { 'src-data/sync/bad.ts': `import { router } from '../rpc/router.ts';\nrouter;` },
  'renderer-screens-apart': { 'src-renderer/queue/bad.tsx': `import { Case } from '../case/case.tsx';\nCase;` },
  'renderer-below-screens': { 'src-renderer/ui/bad.tsx': `import { Queue } from '../queue/queue.tsx';\nQueue;` },
  'no-test-in-product': { 'src-server/bad.ts': `import { fresh } from './testing/fresh-database.ts';\nfresh;` },
  'no-cycle': {
    'src-shared/bad.ts': `import type { B } from './worse.ts';\nexport type A = B;`,
    'src-shared/worse.ts': `import type { A } from './bad.ts';\nexport type B = A | 1;`,
  },
  resolvable: { 'src-main/bad.ts': `import { gone } from './not-there.ts';\ngone;` },
  'declared-packages': { 'src-main/bad.ts': `import pad from '${UNDECLARED}';\npad;` },
};

const made: string[] = [];

function makeTree(...trees: Tree[]): string {
  const baseDir = mkdtempSync(join(tmpdir(), 'portreeve-imports-'));
  made.push(baseDir);
  const declared = PACKAGES.filter((name) => name !== UNDECLARED);
  const files: Record<string, string> = Object.assign({}, ...trees);
  files['package.json'] = JSON.stringify({ name: 'house', type: 'module', dependencies: Object.fromEntries(declared.map((name) => [name, '*'])) });
  for (const name of PACKAGES) {
    files[`node_modules/${name}/package.json`] = JSON.stringify({ name, version: '1.0.0', main: 'index.js' });
    files[`node_modules/${name}/index.js`] = '';
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(baseDir, path)), { recursive: true });
    writeFileSync(join(baseDir, path), text);
  }
  return baseDir;
}

afterEach(() => {
  for (const baseDir of made.splice(0)) rmSync(baseDir, { recursive: true, force: true });
});

describe('the import rules', () => {
  it('let every allowed import pass, and see every file', async () => {
    const report = await readImports(makeTree(allowed));
    expect(report).toEqual({ violations: [], unseen: [], filesSeen: Object.keys(allowed).length });
  });

  it.each(Object.entries(violations))('catch a breach of %s, and nothing else', async (rule, tree) => {
    const { violations: found } = await readImports(makeTree(allowed, tree));
    expect([...new Set(found.map((violation) => violation.rule))]).toEqual([rule]);
    expect(found[0]?.from).toMatch(/bad\.tsx?$/);
  });

  it('are each broken once above', () => {
    expect(importRules.map(({ name }) => name).toSorted()).toEqual(Object.keys(violations).toSorted());
  });

  it('report a source file that the checker cannot read as unseen', async () => {
    const { unseen } = await readImports(makeTree(allowed, { 'src-main/node_modules/hidden.ts': 'export {};' }));
    expect(unseen).toEqual(['src-main/node_modules/hidden.ts']);
  });
});
