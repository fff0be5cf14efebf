import type { WriteDb } from '../db/database.ts';

const SQL = {
  note: `INSERT INTO attention_holder (uid, holder, handed_by) VALUES (:uid, :holder, :handedBy)
    ON CONFLICT (uid) DO UPDATE SET holder = excluded.holder, handed_by = excluded.handed_by`,
  forget: 'DELETE FROM attention_holder WHERE uid = :uid',
} as const;

/** Who has an entry of this desk to decide now; null: its author again. */
export function noteHolder(db: WriteDb, uid: string, holder: { readonly holder: string; readonly handedBy: string | null } | null): void {
  if (holder === null) db.write(SQL.forget).run({ uid });
  else db.write(SQL.note).run({ uid, ...holder });
}
