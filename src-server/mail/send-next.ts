import { setTimeout as sleep } from 'node:timers/promises';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../src-shared/util/time.ts';
import { unreachable } from '../../src-shared/util/unreachable.ts';
import type { AppDeps } from '../app-deps.ts';
import { safeError } from '../log.ts';
import type { OpenChannel, SendVerdict } from './channel.ts';
import type { ClaimedMessage } from './message.ts';
import { claimMessage, isTooDoubtful, noteFailed, noteGivenUp, noteSent, putBack } from './outbox-rows.ts';
import { problemText } from './problem-code.ts';

export type SendDeps = Pick<AppDeps, 'pool' | 'log'>;

export interface SendTurn {
  /** Ends what is on the way. */
  readonly signal: AbortSignal;
  readonly leaseMs: number;
}

/** No try takes longer: the ten minutes a mail server may take for its last answer, and what comes before. */
export const DEADLINE_MS = 11 * MINUTE_MS;
const RETRY_BASE_MS = MINUTE_MS;
const RETRY_MAX_MS = HOUR_MS;
const NOTE_TRIES = 8;

/** Sends the message that has been due longest on this channel. False when none is, or the channel is closed for now. */
export async function sendNext(deps: SendDeps, open: OpenChannel, { signal, leaseMs }: SendTurn): Promise<boolean> {
  const { methods, domain } = open.channel;
  if (open.pauseLeftMs > 0 || signal.aborted) return false;
  const message = await claimMessage(deps.pool, { methods, leaseMs, domain });
  if (message === null) return false;
  if (isTooDoubtful(message)) {
    await noteGivenUp(deps.pool, message, problemText('inDoubt'));
    return true;
  }
  const startedAt = Date.now();
  const verdict = await tryToSend(deps, open, message, AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]));
  await note(deps, open, message, { verdict, startedAt });
  return verdict.kind !== 'closed';
}

/** What a channel throws is a bug of ours; it must not end the sending of everything else. */
async function tryToSend({ log }: SendDeps, { channel }: OpenChannel, message: ClaimedMessage, signal: AbortSignal): Promise<SendVerdict> {
  try {
    return await channel.send(message, signal);
  } catch (error) {
    log.error({ message: message.id, channel: channel.name, error: safeError(error) }, 'a message could not be made');
    return { kind: 'giveUp', code: 'unsendable', detail: null };
  }
}

async function note(deps: SendDeps, open: OpenChannel, message: ClaimedMessage, { verdict, startedAt }: { readonly verdict: SendVerdict; readonly startedAt: number }): Promise<void> {
  const line = { message: message.id, method: message.method, channel: open.channel.name, tries: message.tries, ms: Date.now() - startedAt };
  if (hasAnswered(verdict)) open.worked();
  if (verdict.kind === 'sent') {
    await untilNoted(() => noteSent(deps.pool, message));
    deps.log.info(line, 'message sent');
    return;
  }
  const problem = problemText(verdict.code, verdict.detail);
  deps.log.warn({ ...line, problem, verdict: verdict.kind }, 'message not sent');
  switch (verdict.kind) {
    case 'closed':
      return putBack(deps.pool, message, { problem, waitMs: open.closed(verdict, startedAt) });
    case 'tryLater':
      return noteFailed(deps.pool, message, { problem, isInDoubt: verdict.isInDoubt, waitMs: retryWaitMs(message.tries) });
    case 'giveUp':
      return noteGivenUp(deps.pool, message, problem);
    default:
      return unreachable(verdict);
  }
}

/** Whether the other side said something about this message, which shows that the way to it is open. */
function hasAnswered(verdict: SendVerdict): boolean {
  return verdict.kind === 'sent' || (verdict.kind !== 'closed' && !['connectionLost', 'stopped', 'unsendable'].includes(verdict.code));
}

/** 1, 2, 4 … 60 minutes, each a little off, so that what failed together does not come together. */
export function retryWaitMs(tries: number, random: () => number = Math.random): number {
  return Math.round(Math.min(RETRY_MAX_MS, RETRY_BASE_MS * 2 ** Math.min(tries - 1, 10)) * (0.9 + 0.2 * random()));
}

/** The mail server has the message: that must be in the record before the claim ends, or it is sent once more. */
async function untilNoted(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= NOTE_TRIES) throw error;
      await sleep(SECOND_MS * 2 ** (attempt - 1), undefined, { ref: false });
    }
  }
}
