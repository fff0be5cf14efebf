import { t } from '../../../src-shared/language/language.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { type Clock, CLOCKS } from '../../../src-shared/catalogue/time-rules.ts';
import type { DueDates } from '../../../src-shared/clock/explain-due.ts';
import { ledgerSentences } from '../../../src-shared/clock/ledger-sentences.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';

/** What each clock promises, as a title. */
export const CLOCK_TITLES: Record<Clock, string> = { acknowledge: t`Acknowledgement`, respond: t`Answer`, resolve: t`Work` };

/** Why one of the dates of a case is what it is. */
export interface LedgerSection {
  readonly clock: Clock;
  /** `Answer due Mon 5 Oct 16:10` */
  readonly title: string;
  readonly sentences: readonly string[];
}

/** The dates there are, the one asked for first. */
export function ledgerSections(dates: DueDates, asked: Clock, { catalogue, now }: { readonly catalogue: Catalogue; readonly now: UtcMs }): readonly LedgerSection[] {
  const { timeZone } = dates;
  return [asked, ...CLOCKS.filter((clock) => clock !== asked)].flatMap((clock) => {
    const due = dates[clock];
    if (due === null) return [];
    const at = exactMoment(due.due, now, timeZone);
    const title = due.isPaused ? t`${CLOCK_TITLES[clock]} due ${at}, and later for as long as it is on hold` : t`${CLOCK_TITLES[clock]} due ${at}`;
    return [{ clock, title, sentences: ledgerSentences(due, { clock, timeZone, catalogue }) }];
  });
}

/** `The city’s rules, version 3: Standard, finished within 5 business days` */
export function ruleWords({ ruleVersion, policyName }: DueDates): string {
  return t`The city’s rules, version ${ruleVersion}: ${policyName}`;
}
