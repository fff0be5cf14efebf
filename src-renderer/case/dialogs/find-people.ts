import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import type { ComboBoxItem } from '../../ui/combo-box.tsx';
import { fitsText } from '../../ui/find-staff.ts';

const MOST_SHOWN = 30;

/** Agencies outside the city by name or by what they handle. */
export function findAgencyItems(catalogue: Pick<Catalogue, 'agencies'>, text: string): readonly ComboBoxItem[] {
  return catalogue.agencies
    .filter(({ name, handles }) => fitsText(text, [name, handles]))
    .sort((a, b) => a.name.localeCompare(b.name))
    .slice(0, MOST_SHOWN)
    .map(({ code, name, handles }) => ({ id: code, label: name, detail: handles }));
}
