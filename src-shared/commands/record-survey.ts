import { z } from 'zod';
import { addBusinessDays } from '../clock/business-calendar.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { SurveySettings } from '../catalogue/desk-settings.ts';
import type { BusinessCalendar } from '../catalogue/time-rules.ts';
import { SurveyMethod } from '../domain/case-parts.ts';
import type { Case } from '../domain/case-document.ts';
import { numbersOf } from '../domain/case-numbers.ts';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import type { NewFact } from '../domain/fact.ts';
import { t } from '../language/language.ts';
import { freeText } from '../util/text.ts';
import type { UtcMs } from '../util/time.ts';
import { TrackingNumber } from '../tracking-number/tracking-number.ts';
import { defineCommand } from './command.ts';
import { type Ruled, ruleOf } from './task-dates.ts';

export const RecordSurveyArgs = z.object({
  trackingNumber: TrackingNumber,
  rating: z.int().min(1, { error: () => t`Ratings go from 1 to 5` }).max(5, { error: () => t`Ratings go from 1 to 5` }),
  comment: freeText(5_000),
  method: SurveyMethod,
});

/**
 * A citizen's answer, as it came in by web, or as said on the phone or written on paper (SU-1). A rating of 1 to 3 opens a
 * follow-up for the department, with a clock of its own (SU-2).
 *
 * Refuses: notANumberOfThisCase, surveyAnswered when this citizen has answered already.
 */
export const recordSurvey = defineCommand({
  type: 'case.recordSurvey',
  v: 1,
  args: RecordSurveyArgs,
  decide(current, { args, madeAt }, { catalogue }): Ruling {
    if (!numbersOf(current).includes(args.trackingNumber)) return refuse('notANumberOfThisCase', { trackingNumber: args.trackingNumber });
    if (current.survey?.answers.some(({ trackingNumber }) => trackingNumber === args.trackingNumber)) return refuse('surveyAnswered');
    return accept({ kind: 'surveyAnswered', ...args }, ...followUp(current, args.rating, madeAt, catalogue));
  },
});

function followUp(current: Case, rating: number, at: UtcMs, catalogue: Catalogue): readonly NewFact[] {
  const { followUpAtOrBelow, followUpBusinessDays, calendar } = followUpRule(catalogue, current);
  const isOpen = current.followUp !== null && current.followUp.closedAt === null;
  if (rating > followUpAtOrBelow || isOpen) return [];
  const dueBy = addBusinessDays(calendar, at, followUpBusinessDays).due;
  return [{ kind: 'followUpOpened', departmentCode: current.departmentCode, dueBy, rating }];
}

/** From which rating on a department follows up, and within how many working days of which calendar (SU-2). */
export function followUpRule(catalogue: Catalogue, current: Ruled): Pick<SurveySettings, 'followUpAtOrBelow' | 'followUpBusinessDays'> & { readonly calendar: BusinessCalendar } {
  const settings = catalogue.survey ?? { followUpAtOrBelow: 3, followUpBusinessDays: 3, calendarCode: '' };
  return { ...settings, calendar: catalogue.calendars.find(({ code }) => code === settings.calendarCode) ?? ruleOf(catalogue, current).calendar };
}
