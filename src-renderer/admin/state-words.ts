import type { Tone } from '../ui/status-pill.tsx';
import type { RowState } from './draft/draft-rows.ts';

/** What has become of an entry here, in a word; null: it is as published. */
export const STATE_WORDS: Readonly<Record<RowState, { readonly label: string; readonly tone: Tone } | null>> = {
  same: null,
  new: { label: 'New', tone: 'info' },
  changed: { label: 'Changed', tone: 'info' },
  takenOut: { label: 'Goes', tone: 'warning' },
  sent: { label: 'On its way', tone: 'neutral' },
};
