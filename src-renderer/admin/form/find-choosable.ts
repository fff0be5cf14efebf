import { t } from '../../../src-shared/language/language.ts';
import { fitsText } from '../../ui/find-staff.ts';
import type { ComboBoxItem } from '../../ui/combo-box.tsx';
import type { Choosable } from './form-context.tsx';

const MOST_SHOWN = 40;

/** Entries by the beginnings of the words of their name or code; inactive ones last, and said to be. */
export function findChoosable(entries: readonly Choosable[], text: string, without: readonly string[] = []): readonly ComboBoxItem[] {
  return entries
    .filter((entry) => !without.includes(entry.code) && fitsText(text, [entry.name, entry.code]))
    .toSorted((one, other) => Number(other.isActive) - Number(one.isActive))
    .slice(0, MOST_SHOWN)
    .map(({ code, name, detail, isActive }) => ({ id: code, label: name, detail: isActive ? detail || code : t`inactive` }));
}
