import type { DraftRow } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

const SQL = {
  list: `SELECT draft_id AS draftId, is_parked AS isParked, title, body, saved_at AS savedAt FROM draft ORDER BY saved_at DESC`,
  save: `INSERT INTO draft (draft_id, is_parked, title, body, saved_at) VALUES (:draftId, :isParked, :title, :body, :savedAt)
    ON CONFLICT (draft_id) DO UPDATE SET is_parked = excluded.is_parked, title = excluded.title, body = excluded.body,
      saved_at = excluded.saved_at`,
  remove: 'DELETE FROM draft WHERE draft_id = :draftId',
  count: 'SELECT count(*) AS count FROM draft',
} as const;

interface StoredDraft {
  readonly draftId: string;
  readonly isParked: number;
  readonly title: string;
  readonly body: string;
  readonly savedAt: UtcMs;
}

/** All drafts, the one saved last first. */
export function listDrafts(db: ReadDb): readonly DraftRow[] {
  return db
    .query<Record<string, never>, StoredDraft>(SQL.list)
    .all({})
    .map((draft) => ({ ...draft, isParked: draft.isParked === 1, body: JSON.parse(draft.body) as unknown }));
}

export interface DraftToSave {
  readonly draftId: string;
  readonly isParked: boolean;
  readonly title: string;
  readonly body: unknown;
}

export function saveDraft(db: WriteDb, draft: DraftToSave, savedAt: UtcMs): void {
  db.write(SQL.save).run({ ...draft, isParked: Number(draft.isParked), body: JSON.stringify(draft.body), savedAt });
}

export function removeDraft(db: WriteDb, draftId: string): void {
  db.write(SQL.remove).run({ draftId });
}

export function countDrafts(db: ReadDb): number {
  return db.query<Record<string, never>, { count: number }>(SQL.count).get({})?.count ?? 0;
}
