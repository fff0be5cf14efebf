import { t } from '../../../src-shared/language/language.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { staffName } from '../../../src-shared/catalogue/lookup.ts';
import type { FormCounts, FormEnd } from '../../../src-shared/outage-forms/form-batch.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { unreachable } from '../../../src-shared/util/unreachable.ts';

/** `20 printed: 12 keyed in, 1 spoiled, 7 still out`. */
export function countsWords({ printed, keyedIn, spoiled, out }: FormCounts): string {
  return t`${printed} printed: ${keyedIn} keyed in, ${spoiled} spoiled, ${out} still out`;
}

/** What became of one sheet, and who says so. */
export function endWords(end: FormEnd | null, catalogue: Catalogue, now: UtcMs): string {
  if (end === null) return t`Still out`;
  const who = staffName(catalogue, end.by);
  const when = exactMoment(end.at, now, catalogue.city.timeZone);
  switch (end.kind) {
    case 'keyedIn':
      return end.caseIds.length > 1 ? t`Keyed in ${end.caseIds.length} times, first by ${who}, ${when}; the later cases have numbers of their own` : t`Keyed in by ${who}, ${when}`;
    case 'spoiled':
      return t`Spoiled, says ${who}, ${when}: ${end.reason}`;
    default:
      return unreachable(end);
  }
}
