import type { Connection, Pool } from './pool.ts';

const SQL = {
  read: 'SELECT value FROM server_setting WHERE key = $1',
  write: `INSERT INTO server_setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  insertOnce: `INSERT INTO server_setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING`,
};

/** The setting's value as plain JSON, or null when it was never set. */
export async function readSetting(connection: Connection | Pool, key: string): Promise<unknown> {
  const { rows } = await connection.query<{ value: unknown }>(SQL.read, [key]);
  return rows[0]?.value ?? null;
}

/**
 * The setting's value, made and stored at first use. Several servers may ask at once: all get the one that was stored first.
 */
export async function readOrMakeSetting(connection: Connection | Pool, key: string, make: () => unknown): Promise<unknown> {
  const present = await readSetting(connection, key);
  if (present !== null) return present;
  await connection.query(SQL.insertOnce, [key, JSON.stringify(make())]);
  return readSetting(connection, key);
}

/** Sets a value, whatever it was before. */
export async function writeSetting(connection: Connection | Pool, key: string, value: unknown): Promise<void> {
  await connection.query(SQL.write, [key, JSON.stringify(value)]);
}
