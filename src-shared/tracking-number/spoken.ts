import type { TrackingNumber } from './tracking-number.ts';

export type SpokenLanguage = 'en' | 'es';

const DIGIT_WORDS: Record<SpokenLanguage, readonly string[]> = {
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  es: ['cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'],
};

/**
 * The number as it is read out: three groups of words, digit by digit.
 *
 * `four eight · two nine one three · five zero six seven`. Groups are separate so that the reader can pause.
 */
export function spokenGroups(number: TrackingNumber, language: SpokenLanguage): readonly [string, string, string] {
  const say = (digits: string): string => [...digits].map((digit) => DIGIT_WORDS[language][Number(digit)]).join(' ');
  return [say(number.slice(0, 2)), say(number.slice(2, 6)), say(number.slice(6))];
}
