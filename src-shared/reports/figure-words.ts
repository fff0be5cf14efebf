/** Figures as people read them, the same on screen, on paper and in a file. */
import { t } from '../language/language.ts';
import { oneDecimal, percentWords, shortNumber, wholeNumber } from '../language/numbers.ts';
import { HOUR_MS } from '../util/time.ts';
import type { Figure } from './figure.ts';
import { MEASURES, type MeasureKey } from './measure.ts';

/** Where nothing was measured there is no figure: zero would be one. */
export const NO_FIGURE = '–';

const HOURS_WITH_DECIMAL = 100;

/** `1,234` */
export function countText(count: number): string {
  return wholeNumber(count);
}

/** `52.3 h`; whole hours from a hundred on. */
export function hoursText(ms: number): string {
  const hours = ms / HOUR_MS;
  return `${(Math.abs(hours) < HOURS_WITH_DECIMAL ? oneDecimal : wholeNumber)(hours)} h`;
}

/** `1 business day` */
export function businessDaysText(days: number): string {
  return days === 1 ? t`1 business day` : t`${countText(days)} business days`;
}

/** `83.4%`; never 100 or 0 unless it is all or none. */
export function percentText(part: number, all: number): string {
  const rounded = Math.round((part / all) * 1_000) / 10;
  const honest = part < all && rounded === 100 ? 99.9 : part > 0 && rounded === 0 ? 0.1 : rounded;
  return percentWords(honest);
}

/** The one number a figure is compared by: how many, what share (0 to 1), the median in ms, the mean rating. Null where nothing was measured. */
export function figureValue(measure: MeasureKey, figure: Figure | null): number | null {
  const { shape } = MEASURES[measure];
  if (shape === 'count') return figure?.n ?? 0;
  if (figure === null || figure.n === 0) return null;
  if (shape === 'share') return (figure.hits ?? 0) / figure.n;
  if (shape === 'rating') return (figure.sum ?? 0) / figure.n;
  return figure.times?.medianMs ?? null;
}

/** `412`, `83.4%`, `52.3 h` (the median), `4.1`. */
export function figureText(measure: MeasureKey, figure: Figure | null): string {
  const value = figureValue(measure, figure);
  if (value === null || (figure === null && MEASURES[measure].shape !== 'count')) return NO_FIGURE;
  switch (MEASURES[measure].shape) {
    case 'count':
      return countText(value);
    case 'share':
      return percentText(figure?.hits ?? 0, figure?.n ?? 0);
    case 'rating':
      return oneDecimal(value);
    case 'time':
      return hoursText(value);
  }
}

/** What the figure is made of: `83 of 97`, `90th percentile 96.0 h · median 2, 90th 4 business days · 57 answers`. Empty for a count. */
export function figureDetail(measure: MeasureKey, figure: Figure | null): string {
  const { shape, unit } = MEASURES[measure];
  if (figure === null || figure.n === 0 || shape === 'count') return '';
  if (shape === 'share') return t`${countText(figure.hits ?? 0)} of ${countText(figure.n)}`;
  const entries = `${countText(figure.n)} ${plural(unit, figure.n)}`;
  if (figure.times === undefined) return entries;
  const { p90Ms, medianDays, p90Days } = figure.times;
  return t`90th percentile ${hoursText(p90Ms)} · median ${countText(medianDays)}, 90th ${businessDaysText(p90Days)} · ${entries}`;
}

/** The same in little room: `83 of 97`, `90th percentile 96.0 h`, `57 answers`. */
export function figureShortDetail(measure: MeasureKey, figure: Figure | null): string {
  return figure?.times && figure.n > 0 ? t`90th percentile ${hoursText(figure.times.p90Ms)}` : figureDetail(measure, figure);
}

/** What a figure counts: one, and many. */
const UNIT_WORDS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  case: [t`case`, t`cases`],
  reopening: [t`reopening`, t`reopenings`],
  separation: [t`separation`, t`separations`],
  transfer: [t`transfer`, t`transfers`],
  referral: [t`referral`, t`referrals`],
  complaint: [t`complaint`, t`complaints`],
  promise: [t`promise`, t`promises`],
  closing: [t`closing`, t`closings`],
  survey: [t`survey`, t`surveys`],
  answer: [t`answer`, t`answers`],
  rating: [t`rating`, t`ratings`],
  review: [t`review`, t`reviews`],
  'follow-up': [t`follow-up`, t`follow-ups`],
};

/** `cases`, `case` */
export function plural(unit: string, count: number): string {
  const [one, many] = UNIT_WORDS[unit] ?? [unit, `${unit}s`];
  return count === 1 ? one : many;
}

export interface Change {
  /** `+12`, `-3.4 points`, `+5.0 h`, `±0`. */
  readonly text: string;
  /** Whether that is good news; null: neither. */
  readonly isGood: boolean | null;
}

/** How a figure has moved since an earlier month; null where one of them is not known. */
export function changeOf(measure: MeasureKey, now: Figure | null, before: Figure | null): Change | null {
  const [value, earlier] = [figureValue(measure, now), figureValue(measure, before)];
  if (value === null || earlier === null) return null;
  const text = differenceText(measure, value - earlier);
  const { risingIs } = MEASURES[measure];
  const isSame = text === SAME;
  return { text, isGood: isSame || risingIs === null ? null : value > earlier === (risingIs === 'good') };
}

const SAME = '±0';

function differenceText(measure: MeasureKey, difference: number): string {
  const words = (size: string): string => (/[1-9]/.test(size) ? `${difference > 0 ? '+' : '−'}${size}` : SAME);
  const size = Math.abs(difference);
  switch (MEASURES[measure].shape) {
    case 'count':
      return words(countText(size));
    case 'share':
      return words(t`${shortNumber(size * 100)} points`);
    case 'rating':
      return words(oneDecimal(size));
    case 'time':
      return words(hoursText(size));
  }
}
