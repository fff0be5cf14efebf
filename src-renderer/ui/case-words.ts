import { t } from '../../src-shared/language/language.ts';
import { wholeNumber } from '../../src-shared/language/numbers.ts';
import type { CaseState } from '../../src-shared/domain/case.ts';
import type { CaseSyncState } from '../../src-shared/protocol/data-rpc/case-views.ts';
import type { IconName } from './icon.tsx';
import type { Tone } from './status-pill.tsx';

/** How a state is coloured; its word is `STATE_LABELS`. */
export const STATE_TONES: Record<CaseState, Tone> = { new: 'info', assigned: 'info', inProgress: 'info', onHold: 'warning', closed: 'neutral' };

/** Where a case stands between this workstation and the server, in words. */
export const SYNC_WORDS: Record<CaseSyncState, { readonly label: string; readonly tone: Tone; readonly icon: IconName }> = {
  savedHere: { label: t`Saved here`, tone: 'neutral', icon: 'disk' },
  sent: { label: t`Sent`, tone: 'neutral', icon: 'arrowUp' },
  confirmed: { label: t`Confirmed`, tone: 'neutral', icon: 'check' },
  needsAttention: { label: t`Needs attention`, tone: 'danger', icon: 'warning' },
};

/** `1 case`, `12,345 cases`. */
export function caseCount(count: number): string {
  return count === 1 ? t`1 case` : t`${wholeNumber(count)} cases`;
}
