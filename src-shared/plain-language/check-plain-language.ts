import type { Finding } from './finding.ts';
import { findReadingHints } from './reading-hints.ts';
import { findUnexplainedAcronyms, type PlainLanguageOptions } from './unexplained-acronyms.ts';

/**
 * Everything a citizen may stumble over in a closing note or a letter, by place; empty when it reads well. Never throws.
 *
 * It is advice: nothing is refused for it (RC-10).
 */
export function checkPlainLanguage(text: string, options: PlainLanguageOptions): readonly Finding[] {
  const acronyms = findUnexplainedAcronyms(text, options);
  const hints = findReadingHints(text, options.language);
  return [...acronyms, ...hints].sort((a, b) => a.start - b.start || b.end - a.end);
}
