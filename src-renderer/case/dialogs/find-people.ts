import { t } from '../../../src-shared/language/language.ts';
import { isValidOn } from '../../../src-shared/agencies/agency.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { localDate } from '../../../src-shared/clock/business-calendar.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import type { ComboBoxItem } from '../../ui/combo-box.tsx';
import { fitsText } from '../../ui/find-staff.ts';

const MOST_SHOWN = 30;

/** Agencies outside the city by name or by what they handle; last those that may not be referred to today. */
export function findAgencyItems({ agencies, city }: Pick<Catalogue, 'agencies' | 'city'>, text: string, now: UtcMs): readonly ComboBoxItem[] {
  const today = localDate(now, city.timeZone).toString();
  return agencies
    .filter(({ name, handles }) => fitsText(text, [name, handles]))
    .sort((a, b) => Number(isValidOn(b, today)) - Number(isValidOn(a, today)) || a.name.localeCompare(b.name))
    .slice(0, MOST_SHOWN)
    .map((agency) => ({ id: agency.code, label: agency.name, detail: isValidOn(agency, today) ? agency.handles : t`not in effect today` }));
}
