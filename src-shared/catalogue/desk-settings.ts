import { z } from 'zod';
import { t } from '../language/language.ts';
import { Code } from '../util/ids.ts';

const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: () => t`A time of day looks like 07:00` });

/** The list of late cases that goes to each director and the City Manager every working morning (OV-1; S2, Step 3.4). */
export const DailyListSettings = z.object({
  isOn: z.boolean(),
  /** By the city's clock, on the working days of the calendar. */
  at: WallTime,
  calendarCode: Code,
  /** Further addresses, besides directors and the City Manager's office; the monthly report goes to them too. */
  alsoTo: z.array(z.email()),
  /** Whether the report of a finished month is kept and mailed on the first of these mornings (RP-1; S2, Step 3.5). */
  isMonthlyReportSent: z.boolean().default(true),
});
export type DailyListSettings = z.infer<typeof DailyListSettings>;

/** The question asked once when a case is closed (SU-1), and what becomes of a bad answer (SU-2). */
export const SurveySettings = z.object({
  isOn: z.boolean(),
  /** Ratings of this and below open a follow-up for the department. */
  followUpAtOrBelow: z.int().min(1).max(4),
  /** Business days the department has for it. */
  followUpBusinessDays: z.int().min(1).max(60),
  calendarCode: Code,
});
export type SurveySettings = z.infer<typeof SurveySettings>;

/** A short form the city uses and need not explain to citizens every time (`ADA`), with what it stands for. */
export const GlossaryEntry = z.object({ short: z.string().min(1).max(40), long: z.string().min(1).max(200) });
export type GlossaryEntry = z.infer<typeof GlossaryEntry>;
