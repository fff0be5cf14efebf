/**
 * Whose eyes an entry of Needs attention is for: its author's, those of whom it was handed to, and its supervisors'. The
 * server asks it before it hands out a text, a workstation before it shows one.
 */
import type { Staff } from '../catalogue/catalogue.ts';
import { HOUR_MS, type UtcMs } from '../util/time.ts';
import { mayGive } from './permission.ts';
import { maySee, type Visible } from './visibility.ts';

/** From this age on an entry is its supervisors' too, unless the city has set another. */
export const SUPERVISOR_AFTER_MS = 24 * HOUR_MS;

export interface AttentionEntry {
  /** Null when the command could not be read well enough to know. */
  readonly author: Staff | null;
  /** Whom it was handed to; null: it is its author's. */
  readonly holderId: string | null;
  /** Department and seal of the case it is about, or of the one it was to open; null when neither is known. */
  readonly about: Visible | null;
  /** When the server said no. */
  readonly since: UtcMs;
  /** Set aside by the server: nobody else will ever see that it is missing. */
  readonly isDeferred: boolean;
}

/** `mine`: entered by the viewer. `handedToMe`: by a colleague. `supervised`: of the viewer's people or department, and waiting too long. */
export type AttentionReason = 'mine' | 'handedToMe' | 'supervised';

/** Why `viewer` has the entry on their list; null: it is none of theirs. */
export function whyShown(viewer: Staff, entry: AttentionEntry, time: { readonly now: UtcMs; readonly supervisorAfterMs: number }): AttentionReason | null {
  if (!viewer.isActive) return null;
  if (entry.holderId === viewer.id && entry.author?.id !== viewer.id) return maySeeEntry(viewer, entry.about) ? 'handedToMe' : null;
  if (entry.holderId === viewer.id) return 'mine';
  if (entry.holderId === null && entry.author?.id === viewer.id) return 'mine';
  const isDue = isUrgent(entry) || time.now - entry.since >= time.supervisorAfterMs;
  return isDue && supervises(viewer, entry) ? 'supervised' : null;
}

/** Whether this person may decide about it: those who may see it, and its author also after handing it over. */
export function maySettle(viewer: Staff, entry: AttentionEntry): boolean {
  if (!viewer.isActive) return false;
  return entry.holderId === viewer.id || entry.author?.id === viewer.id || supervises(viewer, entry);
}

/** Whether the entry may be handed to this person: somebody who works on cases, and may see this one. */
export function mayReceive(receiver: Staff, { about }: Pick<AttentionEntry, 'about'>): boolean {
  return mayGive(receiver, 'case.addNote', null) && maySeeEntry(receiver, about);
}

/** Whether the text may be shown at all to somebody who did not type it. */
export function maySeeEntry(viewer: Staff, about: AttentionEntry['about']): boolean {
  return about === null || maySee(viewer, about);
}

/** A sealed case's entry may not reach its author's next desk, and one set aside is in no queue: neither waits for the hours. */
function isUrgent({ isDeferred, author, about }: AttentionEntry): boolean {
  return isDeferred || author?.isActive !== true || about?.isSealed === true;
}

/** Whether others' entries can be this person's at all. */
export function isSupervisor({ roles }: Staff): boolean {
  return roles.includes('administrator') || roles.includes('departmentHead');
}

function supervises(viewer: Staff, { author, about }: AttentionEntry): boolean {
  if (!isSupervisor(viewer) || !maySeeEntry(viewer, about)) return false;
  if (viewer.roles.includes('administrator')) return true;
  const departments = [...(author?.departmentCodes ?? []), ...(about === null ? [] : [about.departmentCode])];
  return departments.some((code) => viewer.departmentCodes.includes(code));
}
