/** What is said of one entry behind a figure. */
import { t } from '../../src-shared/language/language.ts';
import type { CaseBehind } from '../../src-shared/reports/cases-behind.ts';
import { businessDaysText, hoursText } from '../../src-shared/reports/figure-words.ts';
import { MEASURES, type MeasureKey } from '../../src-shared/reports/measure.ts';

/** What the moment of an entry is, over its column. */
export function momentHeading(measure: MeasureKey): string {
  switch (measure) {
    case 'openAtStart':
    case 'openAtEnd':
    case 'received':
    case 'complaintsReceived':
    case 'complaintsOutstanding':
    case 'complaintsOverdue':
    case 'firstContact':
      return t`Received`;
    case 'stillLate':
    case 'acknowledgedInTime':
    case 'answeredInTime':
    case 'finishedInTime':
      return t`Promised for`;
    case 'becameLate':
    case 'missedAcknowledge':
    case 'missedAnswer':
    case 'missedFinish':
    case 'missedTask':
    case 'followUpsLate':
      return t`Late since`;
    default:
      return t`When`;
  }
}

/** Over the column that says what is measured; null: nothing is. */
export function valueHeading(measure: MeasureKey): string | null {
  const { shape } = MEASURES[measure];
  if (shape === 'time') return t`It took`;
  if (shape === 'rating' || measure === 'surveyGood') return t`Rating`;
  return shape === 'share' ? t`Counted as` : null;
}

const SHARE_WORDS: Partial<Record<MeasureKey, readonly [string, string]>> = {
  firstContact: [t`Resolved at first contact`, t`Not at first contact`],
  surveyGood: [t`4 or 5`, t`1 to 3`],
  foundComplete: [t`Complete`, t`Something was missing`],
};

/** What is measured, and what belongs under it. */
export function valueWords(measure: MeasureKey, { isHit, elapsedMs, workingDays, rating }: CaseBehind): readonly [string, string?] {
  if (elapsedMs !== undefined) return [hoursText(elapsedMs), businessDaysText(workingDays ?? 0)];
  if (rating !== undefined) return [t`${rating} of 5`];
  if (isHit === undefined) return [''];
  const [yes, no] = SHARE_WORDS[measure] ?? [t`In time`, t`Not in time`];
  return [isHit ? yes : no];
}
