import { caseCount } from '../../ui/case-words.ts';
import type { BoardRow } from '../../../src-shared/protocol/data-rpc/overdue-views.ts';
import type { EachResult } from '../../data/run-for-each.ts';
import { numberWords } from './bulk-dialog.tsx';

/** `18 cases assigned to Rosa Delgado.` */
export function doneLine(count: number, doneWords: string): string {
  return `${caseCount(count)} ${doneWords}.`;
}

/** What was not done, each reason once with the cases it holds for: `2 not: The case is closed. Reopen it first. (48-2913-5067 and 48-2913-5070)`. */
export function refusedLine({ refused }: Pick<EachResult<BoardRow>, 'refused'>): string | null {
  if (refused.length === 0) return null;
  const bySentence = new Map<string, BoardRow[]>();
  for (const { row, sentence } of refused) bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), row]);
  const reasons = [...bySentence].map(([sentence, rows]) => `${sentence} (${numberWords(rows)})`);
  return `${refused.length} not: ${reasons.join(' ')}`;
}
