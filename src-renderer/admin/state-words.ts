import { t } from '../../src-shared/language/language.ts';
import type { Tone } from '../ui/status-pill.tsx';
import type { RowState } from './draft/draft-rows.ts';

/** What has become of an entry here, in a word; null: it is as published. */
export const STATE_WORDS: Readonly<Record<RowState, { readonly label: string; readonly tone: Tone } | null>> = {
  same: null,
  new: { label: t`New`, tone: 'info' },
  changed: { label: t`Changed`, tone: 'info' },
  takenOut: { label: t`Goes`, tone: 'warning' },
  sent: { label: t`On its way`, tone: 'neutral' },
};
