import { t } from '../../src-shared/language/language.ts';

/** How far a workstation without cases has come; `share` is 0 to 1. */
export interface ReadyProgress {
  readonly share: number;
}

/** `Getting ready: 43 %. …`; null when nothing is under way. */
export function readySentence(progress: ReadyProgress | null): string | null {
  if (progress === null) return null;
  return t`Getting ready: ${Math.floor(progress.share * 100)} %. New cases can be taken now; those of the past appear when it is done.`;
}
