import { t } from '../../../src-shared/language/language.ts';
import type { SavedQuestion } from '../queue-habits.ts';
import { GROUP_CHOICES, SORT_CHOICES, VIEW_LABELS } from '../queue-words.ts';

/** A question in one line: `Open · dept:water is:overdue · Due, soonest first · By service`. */
export function questionWords({ view, filters, search, sort, groupBy }: SavedQuestion): string {
  const asked = `${filters} ${search}`.trim();
  const sorted = SORT_CHOICES.find(({ value }) => value === sort)?.label;
  const grouped = GROUP_CHOICES.find(({ value }) => value === groupBy)?.label;
  return [VIEW_LABELS[view], asked === '' ? t`no filter` : asked, sorted, grouped].filter((part) => part !== undefined).join(' · ');
}
