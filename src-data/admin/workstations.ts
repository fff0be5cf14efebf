import { t } from '../../src-shared/language/language.ts';
import type { WorkstationsAnswer } from '../../src-shared/protocol/data-rpc/admin-desk-contract.ts';
import { WorkstationsReply } from '../../src-shared/protocol/workstations.ts';
import type { StationId } from '../../src-shared/util/ids.ts';
import type { ReadDb } from '../db/database.ts';
import { currentSession } from '../session/session.ts';
import type { AskServer } from './ask-server.ts';

export interface WorkstationsDesk {
  readonly db: ReadDb;
  readonly ask: AskServer;
}

const NOBODY = { ok: false, sentence: t`Nobody is signed in any more. Sign in again.` } as const;

/** The city's workstations, in the name of whoever is signed in. */
export async function askWorkstations({ db, ask }: WorkstationsDesk): Promise<WorkstationsAnswer> {
  const { staff } = currentSession(db);
  if (!staff) return NOBODY;
  const answer = await ask({ method: 'GET', path: `/fleet/v1/workstations?${new URLSearchParams({ staff: staff.id }).toString()}`, body: {}, reply: WorkstationsReply });
  return answer.ok ? { ok: true, ...answer.value } : answer;
}

/** Shuts a workstation out, or lets it in again; all of them as they are then. */
export async function blockWorkstation({ db, ask }: WorkstationsDesk, wish: { readonly target: StationId; readonly isBlocked: boolean }): Promise<WorkstationsAnswer> {
  const { staff } = currentSession(db);
  if (!staff) return NOBODY;
  const answer = await ask({ path: '/fleet/v1/block', body: { staff: staff.id, ...wish }, reply: WorkstationsReply });
  return answer.ok ? { ok: true, ...answer.value } : answer;
}
