import { interfaceLanguage, t } from '../language/language.ts';
import type { Language } from './case.ts';

/** What each rating means, from 1 to 5, in the words of the question the citizen answers (SU-1). */
export const RATING_LABELS: Record<Language, readonly [string, string, string, string, string]> = {
  en: ['Very bad', 'Bad', 'Fair', 'Good', 'Very good'],
  es: ['Muy mal', 'Mal', 'Regular', 'Bien', 'Muy bien'],
};

/** `2 of 5, bad`; for staff. */
export function ratingWords(rating: number): string {
  const label = RATING_LABELS[interfaceLanguage()][rating - 1];
  return label === undefined ? t`${rating} of 5` : t`${rating} of 5, ${label.toLowerCase()}`;
}
