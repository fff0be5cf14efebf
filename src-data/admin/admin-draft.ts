import { z } from 'zod';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { currentSession } from '../session/session.ts';
import { readSetting, removeSetting, saveSetting } from '../settings/settings.ts';

/** By staff ID: two administrators who share a workstation each have their own. */
const Drafts = z.record(z.string(), z.json());

/** What the one who is signed in has changed and not published yet; null: nothing, or nobody is. */
export function readAdminDraft(db: ReadDb): { readonly body: unknown } | null {
  const { staff } = currentSession(db);
  const body = staff === null ? undefined : draftsIn(db)[staff.id];
  return body === undefined ? null : { body };
}

/** Keeps it, or lets go of it (null). Without anybody signed in nothing happens. */
export function saveAdminDraft(db: WriteDb, body: z.core.util.JSONType): void {
  db.transaction(() => {
    const { staff } = currentSession(db);
    if (staff === null) return;
    const { [staff.id]: _before, ...others } = draftsIn(db);
    const drafts = body === null ? others : { ...others, [staff.id]: body };
    if (Object.keys(drafts).length === 0) removeSetting(db, 'adminDrafts');
    else saveSetting(db, 'adminDrafts', drafts);
  });
}

function draftsIn(db: ReadDb): z.infer<typeof Drafts> {
  return Drafts.catch({}).parse(readSetting(db, 'adminDrafts') ?? {});
}
