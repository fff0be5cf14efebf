/** What stands in the dialog Refer, and what is wrong with it. */
import { t } from '../../../src-shared/language/language.ts';
import { agencyProblem } from '../../../src-shared/agencies/refer-to.ts';
import type { Agency } from '../../../src-shared/agencies/agency.ts';
import { type AgencySuggestion, suggestAgencies } from '../../../src-shared/agencies/suggest-agencies.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { findService } from '../../../src-shared/catalogue/lookup.ts';
import { localDate } from '../../../src-shared/clock/business-calendar.ts';
import type { ReferralAgency } from '../../../src-shared/domain/case.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { isoDayWords } from '../story/iso-day.ts';

export interface ReferValues {
  /** The entry of the directory it was taken from; null: typed by hand. */
  readonly code: string | null;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly hours: string;
  readonly note: string;
}

export const NO_AGENCY: ReferValues = { code: null, name: '', address: '', phone: '', hours: '', note: '' };

export function fromDirectory({ code, name, address, phone, hours }: Agency): Partial<ReferValues> {
  return { code, name, address, phone, hours };
}

/** Another name is another agency, of whom the directory says nothing. */
export function renamed(values: ReferValues, name: string): Partial<ReferValues> {
  return values.code === null ? { name } : { ...NO_AGENCY, note: values.note, name };
}

export function agencyOf({ code, name, address, phone, hours }: ReferValues): ReferralAgency {
  return { code, name, address, phone, hours };
}

/** What is missing, by field; each sentence says what to do (AS-3; S2, Policy). */
export function referProblems(values: ReferValues, { agencies, city }: Pick<Catalogue, 'agencies' | 'city'>, now: UtcMs): Readonly<Record<'first' | 'address' | 'phone', string | undefined>> {
  const { code, name, address, phone } = values;
  const entry = agencies.find((agency) => agency.code === code);
  const day = localDate(now, city.timeZone).toString();
  const inDirectory = entry && agencyProblem({ ...entry, address: entry.address || address, phone: entry.phone || phone }, day, (date) => isoDayWords(date, now, city.timeZone));
  return {
    first: name.trim() === '' ? t`Name the agency.` : (inDirectory ?? undefined),
    address: address.trim() === '' ? t`The citizen needs the agency’s address.` : undefined,
    phone: phone.trim() === '' ? t`The citizen needs the agency’s phone number.` : undefined,
  };
}

const MOST_SUGGESTED = 2;

/** Who may answer for this case, best first, each with why; those that only sound like it where the directory names nobody. */
export function suggestedFor(current: Pick<Case, 'serviceCode' | 'location' | 'description'>, catalogue: Catalogue, now: UtcMs): readonly AgencySuggestion[] {
  const service = findService(catalogue, current.serviceCode) ?? null;
  const on = localDate(now, catalogue.city.timeZone).toString();
  const suggested = suggestAgencies({ agencies: catalogue.agencies, service, place: current.location?.text ?? '', said: current.description, on });
  const named = suggested.filter(({ isStrong }) => isStrong);
  return (named.length > 0 ? named : suggested).slice(0, MOST_SUGGESTED);
}
