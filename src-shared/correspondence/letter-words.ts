import type { Language } from '../domain/case.ts';

/** The words a letter has besides those of its template. */
export interface LetterWords {
  readonly closing: string;
  /** On a later print; `{date}` is the day it was printed. */
  readonly copy: string;
  readonly phone: string;
  readonly hours: string;
  readonly ourNumber: string;
  readonly agencyHeading: string;
  readonly agencyNote: string;
  readonly page: string;
  readonly pageOf: string;
}

const WORDS: Record<Language, LetterWords> = {
  en: {
    closing: 'Sincerely,',
    copy: 'Copy, printed {date}',
    phone: 'Phone',
    hours: 'Hours',
    ourNumber: 'Your tracking number',
    agencyHeading: 'Who can help you',
    agencyNote: 'Please keep this part.',
    page: 'page',
    pageOf: 'of',
  },
  es: {
    closing: 'Atentamente,',
    copy: 'Copia, impresa el {date}',
    phone: 'Teléfono',
    hours: 'Horario',
    ourNumber: 'Su número de seguimiento',
    agencyHeading: 'Quién puede ayudarle',
    agencyNote: 'Guarde esta parte.',
    page: 'página',
    pageOf: 'de',
  },
};

export function letterWords(language: Language): LetterWords {
  return WORDS[language];
}
