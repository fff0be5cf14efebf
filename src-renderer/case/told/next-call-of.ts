import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { type NextCall, nextCall } from '../../../src-shared/clock/next-call.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';

/** By the calendar of the case's time rule, else by the city's first. */
export function nextCallOf(current: Case, { policies, calendars }: Pick<Catalogue, 'policies' | 'calendars'>): NextCall | null {
  const calendarCode = policies.find(({ code }) => code === current.policyCode)?.calendarCode;
  const calendar = calendars.find(({ code }) => code === calendarCode) ?? calendars[0];
  return calendar === undefined ? null : nextCall(current, calendar);
}
