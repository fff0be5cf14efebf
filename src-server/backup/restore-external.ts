import { setTimeout as sleep } from 'node:timers/promises';
import { quoted } from '../db/copy.ts';
import { withDatabase } from '../db/database-url.ts';
import { requireUsable } from '../db/open-database.ts';
import { openPool, type Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { codeOf } from '../util/code-of.ts';
import { stamp } from './backup-format.ts';
import { BackupProblem } from './backup-problem.ts';
import { loadAsNewLife, type Restored, type RestoreRequest } from './load-as-new-life.ts';
import { mayCreateDatabases } from './try-backup.ts';

const SQL = {
  state: `SELECT current_database() AS name,
                 (SELECT count(*)::int FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm')) AS tables,
                 (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend') AS others,
                 (SELECT count(*)::int FROM pg_database WHERE starts_with(datname, current_database() || '_before_restore_')) AS aside`,
  tables: `SELECT relname AS name FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'`,
};
const OBJECT_IN_USE = '55006';

interface TargetState {
  readonly name: string;
  readonly tables: number;
  readonly others: number;
  /** Databases earlier restores have set aside. */
  readonly aside: number;
  readonly mayCreate: boolean;
}

/**
 * Restores into a PostgreSQL of the city's own. An empty database is filled; one with tables in it is left whole: the backup
 * goes into a new one, and then the two change names, in one transaction.
 */
export async function restoreExternal(request: RestoreRequest, url: string): Promise<Restored> {
  await requireUsable(url);
  const target = await quietTarget(url);
  if (target.others > 0) throw inUse(target.name);
  if (target.tables === 0) return fillInPlace(request, url);
  if (!target.mayCreate) {
    throw new BackupProblem('inUse', `The database ${target.name} is not empty, and its role may not create another one beside it. Create an empty database, and give its address with --database-url; nothing was changed.`);
  }
  return fillBeside(request, url, target);
}

/** A connection that was just closed is counted for a moment longer; a server that is running stays connected. */
const LEAVING_MS = 3_000;
const LOOK_AGAIN_MS = 100;

async function quietTarget(url: string): Promise<TargetState> {
  for (let waitedMs = 0; ; waitedMs += LOOK_AGAIN_MS) {
    const target = await inspect(url);
    if (target.others === 0 || waitedMs >= LEAVING_MS) return target;
    await sleep(LOOK_AGAIN_MS);
  }
}

async function inspect(url: string): Promise<TargetState> {
  const pool = openPool(url, { max: 1 });
  try {
    const { rows } = await pool.query<Omit<TargetState, 'mayCreate'>>(SQL.state);
    if (rows[0] === undefined) throw new Error('the database does not know its own state');
    return { ...rows[0], mayCreate: await mayCreateDatabases(pool) };
  } finally {
    await pool.end();
  }
}

function inUse(name: string): BackupProblem {
  return new BackupProblem('inUse', `The database ${name} is in use. Stop every Portreeve server and every other program that is connected to it, then restore again; nothing was changed.`);
}

async function fillInPlace(request: RestoreRequest, url: string): Promise<Restored> {
  try {
    return { ...(await loadAsNewLife(request, url, 0)), setAside: null };
  } catch (error) {
    await withPool(url, emptyAgain);
    throw error;
  }
}

/** The database had no table before; what a failed restore made is taken away again. */
async function emptyAgain(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(SQL.tables);
  if (rows.length > 0) await pool.query(`DROP TABLE ${rows.map(({ name }) => quoted(name)).join(', ')} CASCADE`);
}

async function fillBeside(request: RestoreRequest, url: string, { name, aside: asideBefore }: TargetState): Promise<Restored> {
  const at = stamp(request.now()).toLowerCase().replace('-', '_');
  const [made, aside] = [`${name}_restored_${at}`, `${name}_before_restore_${at}`];
  await withPool(url, (pool) => pool.query(`CREATE DATABASE ${quoted(made)} TEMPLATE template0 ENCODING 'UTF8'`));
  try {
    const loaded = await loadAsNewLife(request, withDatabase(url, made), asideBefore + 1);
    await withPool(withDatabase(url, 'postgres'), (pool) => changeNames(pool, { name, made, aside }));
    return { ...loaded, setAside: `the database ${aside}` };
  } catch (error) {
    await withPool(url, (pool) => pool.query(`DROP DATABASE IF EXISTS ${quoted(made)} WITH (FORCE)`));
    throw codeOf(error) === OBJECT_IN_USE ? inUse(name) : error;
  }
}

function changeNames(pool: Pool, { name, made, aside }: { readonly name: string; readonly made: string; readonly aside: string }): Promise<void> {
  return inTransaction(pool, {}, async (tx) => {
    await tx.query(`ALTER DATABASE ${quoted(name)} RENAME TO ${quoted(aside)}`);
    await tx.query(`ALTER DATABASE ${quoted(made)} RENAME TO ${quoted(name)}`);
  });
}

async function withPool<T>(url: string, work: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = openPool(url, { max: 1 });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}
