import { randomUUID } from 'node:crypto';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { CommandId } from '../../src-shared/util/ids.ts';
import { MINUTE_MS } from '../../src-shared/util/time.ts';
import { currentSession } from '../session/session.ts';
import { readSyncState } from '../sync/sync-state.ts';
import { give, type GivingDesk } from './commands.ts';

/** A screen asks for its case again with every change: whoever has asked within this time has it open still. */
export const ONE_OPENING_MS = 10 * MINUTE_MS;

/** When each person last looked at each sealed case here, by `staff case`; gone with the process, and then noted once more. */
const lastLooks = new WeakMap<GivingDesk['db'], Map<string, number>>();

/**
 * Notes in a sealed case that whoever is signed in is about to see it (CO-6). Here and not in the window, so that no way to a case
 * leads past it. Once for as long as they look: it counts as closed when they have not asked for it for ten minutes.
 *
 * Returns `logged` when it has just been noted, `known` when it was before, `notLogged` when it could not be: then it is not shown.
 */
export function logOpening(workstation: GivingDesk, current: Case): 'logged' | 'known' | 'notLogged' {
  const { staff } = currentSession(workstation.db);
  const now = workstation.now() + readSyncState(workstation.db).clockOffsetMs;
  const looks = lastLooks.get(workstation.db) ?? new Map<string, number>();
  lastLooks.set(workstation.db, looks);
  const look = `${staff?.id ?? ''} ${current.id}`;
  const isRecent = (at: number | undefined): boolean => at !== undefined && Math.abs(now - at) < ONE_OPENING_MS;
  const isNoted = current.history.some(({ kind, by, at }) => kind === 'sealedOpened' && by === staff?.id && isRecent(at));
  if (!isNoted && !isRecent(looks.get(look))) {
    const request = { commandId: CommandId.parse(randomUUID()), caseId: current.id, type: 'case.logOpening' as const, args: {}, takesNumber: false };
    if (!give(workstation, request).ok) return 'notLogged';
    looks.set(look, now);
    return 'logged';
  }
  looks.set(look, now);
  return 'known';
}
