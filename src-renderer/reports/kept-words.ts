import { t } from '../../src-shared/language/language.ts';
import type { KeptAt } from './use-report.ts';

/** `As sent`; where no mail server has taken it yet, what is true. */
export function keptLabel({ isMailed }: Pick<KeptAt, 'isMailed'>): string {
  return isMailed ? t`As sent` : t`As drawn up`;
}

/** `Sent Mon 2 Nov 07:00.` */
export function keptSentence({ isMailed }: Pick<KeptAt, 'isMailed'>, when: string): string {
  return isMailed ? t`Sent ${when}.` : t`Drawn up ${when} and not mailed yet.`;
}
