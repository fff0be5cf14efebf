import type { ReadDb, WriteDb } from '../db/database.ts';

const SQL = {
  read: 'SELECT value FROM setting WHERE key = :key',
  save: 'INSERT INTO setting (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  remove: 'DELETE FROM setting WHERE key = :key',
} as const;

export type SettingKey = 'scrub' | 'textKey' | 'attentionRules' | 'attentionTag' | 'printer' | 'session' | 'filesCheckedAgainst' | 'recordsHome' | 'horizon' | 'practice' | 'adminDrafts' | 'townHallEntries' | 'scanFolder' | 'stationNames';

/** The stored value, unparsed; null when it was never set. Parse it with its schema. */
export function readSetting(db: ReadDb, key: SettingKey): unknown {
  const row = db.query<{ key: string }, { value: string }>(SQL.read).get({ key });
  return row ? (JSON.parse(row.value) as unknown) : null;
}

export function saveSetting(db: WriteDb, key: SettingKey, value: unknown): void {
  db.write(SQL.save).run({ key, value: JSON.stringify(value) });
}

export function removeSetting(db: WriteDb, key: SettingKey): void {
  db.write(SQL.remove).run({ key });
}
