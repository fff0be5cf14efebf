import { t } from '../../src-shared/language/language.ts';
import type { z } from 'zod';
import type { MailLogAnswer, MailLogInput, MailRetryAnswer } from '../../src-shared/protocol/data-rpc/admin-desk-contract.ts';
import { MailLogReply, MailRetryReply } from '../../src-shared/protocol/mail-log.ts';
import type { ReadDb } from '../db/database.ts';
import { currentSession } from '../session/session.ts';
import type { AskServer } from './ask-server.ts';

export interface MailLogDesk {
  readonly db: ReadDb;
  readonly ask: AskServer;
}

const NOBODY = { ok: false, sentence: t`Nobody is signed in any more. Sign in again.` } as const;

/** A page of the server's mail log, in the name of whoever is signed in. */
export async function askMailLog({ db, ask }: MailLogDesk, { before, only, number }: z.output<typeof MailLogInput>): Promise<MailLogAnswer> {
  const { staff } = currentSession(db);
  if (!staff) return NOBODY;
  const query = new URLSearchParams({ staff: staff.id, ...(before === null ? {} : { before }), ...(only === null ? {} : { only }), ...(number === null ? {} : { number }) });
  const answer = await ask({ method: 'GET', path: `/mail/v1/log?${query.toString()}`, body: {}, reply: MailLogReply });
  return answer.ok ? { ok: true, ...answer.value } : answer;
}

/** Has messages sent once more, where that can still be. */
export async function retryMails({ db, ask }: MailLogDesk, ids: readonly string[]): Promise<MailRetryAnswer> {
  const { staff } = currentSession(db);
  if (!staff) return NOBODY;
  const answer = await ask({ path: '/mail/v1/retry', body: { staff: staff.id, ids }, reply: MailRetryReply });
  return answer.ok ? { ok: true, ...answer.value } : answer;
}
