import { t } from '../language/language.ts';
import type { Language } from '../domain/case.ts';
import { overlaps, type Finding } from './finding.ts';
import { OFFICE_PHRASES, type OfficePhrase } from './office-phrases.ts';
import { sentencesOf, wordCount } from './sentences.ts';

/** Readers lose a longer sentence; plainlanguage.gov asks for 20 on average. */
export const MAX_SENTENCE_WORDS = 30;

/** Sentences of more than 30 words, and phrases of offices for which there is a plain word; by place. Never throws. */
export function findReadingHints(text: string, language: Language): readonly Finding[] {
  return [...longSentences(text), ...officePhrases(text, language)].sort((a, b) => a.start - b.start || a.end - b.end);
}

function longSentences(text: string): readonly Finding[] {
  return sentencesOf(text).flatMap(({ start, end }): readonly Finding[] => {
    const sentence = text.slice(start, end);
    const words = wordCount(sentence);
    if (words <= MAX_SENTENCE_WORDS) return [];
    const message = t`This sentence has ${words} words. Make two or three of it.`;
    return [{ kind: 'longSentence', start, end, text: sentence, message, instead: null }];
  });
}

function officePhrases(text: string, language: Language): readonly Finding[] {
  const found: Finding[] = [];
  for (const { phrase, pattern } of PATTERNS[language]) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (!found.some((other) => overlaps(other, span))) found.push(officePhrase(match[0], span.start, phrase));
    }
  }
  return found;
}

function officePhrase(text: string, start: number, { plain }: OfficePhrase): Finding {
  const instead = /^\p{Lu}/u.test(text) ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain;
  const message = plain === '' ? t`“${text}” can be left out.` : t`“${text}” is office language. Write “${instead}”.`;
  return { kind: 'officePhrase', start, end: start + text.length, text, message, instead };
}

const PATTERNS: Record<Language, readonly { readonly phrase: OfficePhrase; readonly pattern: RegExp }[]> = {
  en: OFFICE_PHRASES.en.map((phrase) => ({ phrase, pattern: patternOf(phrase) })),
  es: OFFICE_PHRASES.es.map((phrase) => ({ phrase, pattern: patternOf(phrase) })),
};

/** The phrase as whole words, whatever its capitals and spaces. */
function patternOf({ phrase }: OfficePhrase): RegExp {
  const words = phrase.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu');
}
