/** Names that a city has given in English and perhaps in Spanish, for staff: in the language of the interface where the city has it. */
import { interfaceLanguage } from '../language/language.ts';

interface Label {
  readonly en: string;
  readonly es?: string | undefined;
}

export function labelWords(label: Label): string {
  return label[interfaceLanguage()] ?? label.en;
}

/** By its code; undefined for one that has left the catalogue. */
export function nameOfCode(entries: readonly { readonly code: string; readonly label: Label }[], wanted: string | null | undefined): string | undefined {
  const entry = entries.find(({ code }) => code === wanted);
  return entry === undefined ? undefined : labelWords(entry.label);
}
