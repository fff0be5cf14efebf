import { t } from '../language/language.ts';
import { BYTE_ORDER_MARK, csvLine } from '../util/csv.ts';
import type { SurveyList } from './survey-list.ts';

const HEADS = [t`Rating`, t`Tracking number`, t`What the citizen said`, t`Service`, t`Department`, t`Answered`, t`Follow-up`] as const;

/** The list for a spreadsheet: one record for each answer, no formula among them, whatever a citizen typed. */
export function surveyListCsv({ lines }: SurveyList): string {
  const records = lines.map(({ rating, number, comment, service, department, answered, followUp }) => [rating, number, comment, service, department, answered, followUp]);
  return BYTE_ORDER_MARK + [HEADS, ...records].map((record) => csvLine(record)).join('');
}
