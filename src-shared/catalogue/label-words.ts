/** Names that a city has given in English and perhaps in Spanish, for staff: in the language of the interface where the city has it. */
import { interfaceLanguage } from '../language/language.ts';
import type { LocalText } from './local-text.ts';

export function labelWords(label: LocalText): string {
  return label[interfaceLanguage()] ?? label.en;
}

/** An exception of a calendar or a public holiday: it was named in one language first, so its Spanish name is a field of its own. */
export interface NamedDay {
  readonly name: string;
  /** Null: `name` counts, whoever reads it. */
  readonly spanishName: string | null;
}

export function namesOfDay({ name, spanishName }: NamedDay): LocalText {
  return spanishName === null ? { en: name } : { en: name, es: spanishName };
}

/** In the language of the interface where the day has it. */
export function nameOfDay(day: NamedDay): string {
  return labelWords(namesOfDay(day));
}

/** By its code; undefined for one that has left the catalogue. */
export function nameOfCode(entries: readonly { readonly code: string; readonly label: LocalText }[], wanted: string | null | undefined): string | undefined {
  const entry = entries.find(({ code }) => code === wanted);
  return entry === undefined ? undefined : labelWords(entry.label);
}
