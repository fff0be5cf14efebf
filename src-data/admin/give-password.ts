import { t } from '../../src-shared/language/language.ts';
import { z } from 'zod';
import type { GivePasswordInput, GivePasswordReply, WithoutPasswordReply } from '../../src-shared/protocol/data-rpc/admin-views.ts';
import { GivePasswordReply as GiveAnswer, MissingPasswordsReply } from '../../src-shared/protocol/passwords.ts';
import { SignInReply } from '../../src-shared/protocol/sign-in.ts';
import { currentSession } from '../session/session.ts';
import type { ReadDb } from '../db/database.ts';
import type { AskServer } from './ask-server.ts';

export interface PasswordDesk {
  readonly db: ReadDb;
  readonly ask: AskServer;
}

const NOBODY = { ok: false, sentence: t`Nobody is signed in any more. Sign in again.` } as const;

/**
 * A new random password for somebody, in the name of whoever is signed in, who types their own once more: a window that was left
 * open gives nobody away. The session for it ends at once.
 */
export async function givePassword({ db, ask }: PasswordDesk, { staffId, ownPassword }: GivePasswordInput): Promise<GivePasswordReply> {
  const author = currentSession(db).staff;
  if (!author) return NOBODY;
  const signedIn = await ask({ path: '/auth/v1/sign-in', body: { staffId: author.id, password: ownPassword }, reply: SignInReply });
  if (!signedIn.ok) return signedIn;
  const { token } = signedIn.value;
  const given = await ask({ path: '/auth/v1/passwords', body: { staffId }, reply: GiveAnswer, token });
  await ask({ path: '/auth/v1/sign-out', body: {}, reply: z.unknown(), token });
  return given.ok ? { ok: true, password: given.value.password } : given;
}

/** Active staff who cannot sign in yet. */
export async function staffWithoutPassword({ db, ask }: PasswordDesk): Promise<WithoutPasswordReply> {
  const author = currentSession(db).staff;
  if (!author) return NOBODY;
  const answer = await ask({ path: '/sync/v1/passwords/missing', body: { staffId: author.id }, reply: MissingPasswordsReply });
  return answer.ok ? { ok: true, staffIds: answer.value.staffIds } : answer;
}
