/** Calls that an agency outside the city answers for: who that may be, and what goes with the case (AS-3). */
import { agencyProblem } from '../../../src-shared/agencies/refer-to.ts';
import { type AgencySuggestion, suggestAgencies } from '../../../src-shared/agencies/suggest-agencies.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { localDate } from '../../../src-shared/clock/business-calendar.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { complaintOf } from './complaint-of-draft.ts';
import type { IntakeDraft } from './draft.ts';
import { serviceOf } from './service-of-draft.ts';

const MOST_HINTS = 2;

/** Agencies of which the directory itself says that this is theirs, by service or place; a complaint about the city is nobody else's. */
export function outsideAgencies(draft: IntakeDraft, catalogue: Catalogue, now: UtcMs): readonly AgencySuggestion[] {
  const service = serviceOf(draft, catalogue);
  if (service === null || complaintOf(draft, catalogue) !== null) return [];
  const on = localDate(now, catalogue.city.timeZone).toString();
  const suggested = suggestAgencies({ agencies: catalogue.agencies, service, place: draft.locationText, said: draft.description, on });
  return suggested.filter(({ agency, isStrong }) => isStrong && agencyProblem(agency, on, String) === null).slice(0, MOST_HINTS);
}

/** What of the referral goes with the case; a complaint about conduct stays in the city, whatever was chosen before it became one. */
export function referralOf(draft: IntakeDraft, catalogue: Catalogue): IntakeDraft['referral'] {
  return complaintOf(draft, catalogue) === 'conduct' ? null : draft.referral;
}
