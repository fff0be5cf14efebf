import { randomUUID } from 'node:crypto';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { CommandId } from '../../src-shared/util/ids.ts';
import { MINUTE_MS } from '../../src-shared/util/time.ts';
import { currentSession } from '../session/session.ts';
import { readSyncState } from '../sync/sync-state.ts';
import { give, type GivingDesk } from './commands.ts';

/** A screen asks for its case again with every change: within this time it is one opening. */
export const ONE_OPENING_MS = 10 * MINUTE_MS;

/**
 * Notes in a sealed case that whoever is signed in is about to see it (CO-6). Here and not in the window, so that no way to a case
 * leads past it. Once in ten minutes for each person.
 *
 * Returns `logged` when it has just been noted, `known` when it was before, `notLogged` when it could not be: then it is not shown.
 */
export function logOpening(workstation: GivingDesk, current: Case): 'logged' | 'known' | 'notLogged' {
  const { staff } = currentSession(workstation.db);
  const now = workstation.now() + readSyncState(workstation.db).clockOffsetMs;
  const isKnown = current.history.some(({ kind, by, at }) => kind === 'sealedOpened' && by === staff?.id && Math.abs(now - at) < ONE_OPENING_MS);
  if (isKnown) return 'known';
  const request = { commandId: CommandId.parse(randomUUID()), caseId: current.id, type: 'case.logOpening' as const, args: {}, takesNumber: false };
  return give(workstation, request).ok ? 'logged' : 'notLogged';
}
