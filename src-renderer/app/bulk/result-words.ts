import { t } from '../../../src-shared/language/language.ts';
import type { CaseRow } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { listWords } from '../../../src-shared/util/list-words.ts';
import type { Refused } from '../../data/run-for-each.ts';
import { caseCount } from '../../ui/case-words.ts';

const MOST_NAMED = 3;

/** `48-2913-5067, 48-2913-5070 and 18 more`. */
export function numberWords(rows: readonly Pick<CaseRow, 'trackingNumber'>[]): string {
  const numbers = rows.slice(0, MOST_NAMED).map(({ trackingNumber }) => formatTrackingNumber(trackingNumber));
  const others = rows.length - numbers.length;
  if (others > 0) return t`${numbers.join(', ')} and ${others} more`;
  return listWords(numbers);
}

/** `18 cases assigned to Rosa Delgado.` */
export function doneLine(count: number, doneWords: string): string {
  return t`${caseCount(count)} ${doneWords}.`;
}

/** What was not done, each reason once with the cases it holds for; null: all was. */
export function refusedLine({ refused }: { readonly refused: readonly Pick<Refused<CaseRow>, 'row' | 'sentence'>[] }): string | null {
  if (refused.length === 0) return null;
  const bySentence = new Map<string, CaseRow[]>();
  for (const { row, sentence } of refused) bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), row]);
  const reasons = [...bySentence].map(([sentence, rows]) => `${sentence} (${numberWords(rows)})`);
  const why = reasons.join(' ');
  return refused.length === 1 ? t`1 case stays as it was: ${why}` : t`${refused.length} cases stay as they were: ${why}`;
}
