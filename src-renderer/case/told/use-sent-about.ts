import { t } from '../../../src-shared/language/language.ts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import type { MailLogAnswer } from '../../../src-shared/protocol/data-rpc/admin-desk-contract.ts';
import type { SyncStatus } from '../../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { MailLogEntry } from '../../../src-shared/protocol/mail-log.ts';
import { MINUTE_MS } from '../../../src-shared/util/time.ts';
import type { TrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { data } from '../../data/data-client.ts';
import { desktop } from '../../data/desktop.ts';
import { queries } from '../../data/queries.ts';
import type { ToldEntry } from './told-entries.ts';

const SERVER_TIMEOUT_MS = 15_000;
/** What stands on a case is sent within a minute or two. */
const ASKED_AGAIN_MS = 15_000;
const AWAITED_FOR_MS = 10 * MINUTE_MS;

export interface SentAbout {
  readonly connection: SyncStatus['connection'] | undefined;
  /** Of mails and texts, by the fact they send. */
  readonly byFact: ReadonlyMap<string, MailLogEntry>;
  /** All that the server has sent about the case, the newest first; null: it has not said. */
  readonly log: readonly MailLogEntry[] | null;
  /** Why the server has not said what became of them; null: it has, or nothing was sent. */
  readonly problem: string | null;
}

function sentAboutQuery(number: TrackingNumber, historyLength: number, awaited: readonly string[]) {
  return queryOptions({
    queryKey: ['sentAbout', number, historyLength],
    queryFn: ({ signal }) => data.admin.mailLog({ before: null, only: null, number }, { signal, context: { timeoutMs: SERVER_TIMEOUT_MS } }),
    staleTime: ASKED_AGAIN_MS,
    refetchInterval: ({ state }) => (isUnderWay(state.data, awaited) ? ASKED_AGAIN_MS : false),
    retry: false,
  });
}

/** Something is being sent, or has just been given to the server, which has not begun with it. */
function isUnderWay(answer: MailLogAnswer | undefined, awaited: readonly string[]): boolean {
  if (answer?.ok !== true) return false;
  const known = new Set(answer.entries.map(({ factId }) => factId));
  return answer.entries.some(({ state }) => state === 'waiting' || state === 'sending') || awaited.some((id) => !known.has(id));
}

/** What became of the mails and texts about a case: only the server knows, and it is asked when there are any and it is there. `entries` null: asked in any case. */
export function useSentAbout(current: Pick<Case, 'trackingNumber' | 'history'>, entries: readonly ToldEntry[] | null): SentAbout {
  const [openedAt] = useState(Date.now);
  const sendings = (entries ?? []).filter(({ writing }) => writing !== null && writing.method !== 'letter');
  const awaited = sendings.filter(({ at }) => at > openedAt - AWAITED_FOR_MS).map(({ id }) => id);
  const hasAny = entries === null || sendings.length > 0;
  const connection = useQuery(queries.syncStatus()).data?.connection;
  const isAsked = hasAny && connection === 'online' && !desktop().isPractice;
  const { data: answer, isError } = useQuery({ ...sentAboutQuery(current.trackingNumber, current.history.length, awaited), enabled: isAsked });
  const log = answer?.ok === true ? answer.entries : null;
  const byFact = new Map((log ?? []).flatMap((entry) => (entry.factId === null ? [] : [[entry.factId, entry] as const])));
  return { connection, byFact, log, problem: problemWords({ hasAny, isAsked, isError, answer }) };
}

interface Asking {
  readonly hasAny: boolean;
  readonly isAsked: boolean;
  readonly isError: boolean;
  readonly answer: MailLogAnswer | undefined;
}

function problemWords({ hasAny, isAsked, isError, answer }: Asking): string | null {
  if (!hasAny || desktop().isPractice) return null;
  if (!isAsked) return t`Whether mails and texts have arrived is known again when the server is back.`;
  if (isError) return t`The server has not said whether mails and texts were sent.`;
  return answer?.ok === false ? answer.sentence : null;
}
