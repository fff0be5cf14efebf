import { t } from '../../../src-shared/language/language.ts';
import type { SyncStatus } from '../../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { MailLogEntry, MailState } from '../../../src-shared/protocol/mail-log.ts';
import type { Tone } from '../../ui/status-pill.tsx';
import type { ToldEntry } from './told-entries.ts';

export interface ToldState {
  readonly tone: Tone;
  readonly label: string;
  /** What went wrong and what to do; null: nothing. */
  readonly advice: string | null;
}

export interface ToldKnown {
  /** It is on this workstation only, so far. */
  readonly isPending: boolean;
  readonly connection: SyncStatus['connection'] | undefined;
  /** What the server says of it; undefined: not asked, or nothing. */
  readonly logged: MailLogEntry | undefined;
}

/** The words for what the server says. */
export const LOG_STATES: Readonly<Record<MailState, Pick<ToldState, 'tone' | 'label'>>> = {
  waiting: { tone: 'neutral', label: t`Waiting` },
  sending: { tone: 'info', label: t`Being sent` },
  sent: { tone: 'success', label: t`Sent` },
  failed: { tone: 'warning', label: t`Tried again soon` },
  givenUp: { tone: 'danger', label: t`Not delivered` },
  suppressed: { tone: 'neutral', label: t`Not sent` },
};
const OTHER_WAY = t`Tell the citizen another way: W writes, L logs a call.`;

/** What became of something that was told; null where there is nothing to become of it. */
export function toldState({ writing }: Pick<ToldEntry, 'writing'>, { isPending, connection, logged }: ToldKnown): ToldState | null {
  if (writing === null) return null;
  if (writing.method === 'letter') return { tone: 'success', label: t`On paper`, advice: null };
  if (isPending) return { tone: 'warning', label: t`Waits here`, advice: connection === 'online' ? null : t`It goes out by itself when the server is back.` };
  if (logged === undefined) return { tone: 'neutral', label: t`With the server`, advice: null };
  const { problem, state } = logged;
  const advice = state === 'givenUp' ? [problem, OTHER_WAY].filter(Boolean).join(' ') : problem;
  return { ...LOG_STATES[state], advice };
}
