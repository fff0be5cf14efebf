/**
 * A city's own wording of its receipts: a data file (`resources/receipt-templates/*.json`), no code.
 *
 * It may add lines under the city's name and at the foot, and replace any word of `words.ts`; a replacement must keep the
 * places that are filled in (`{date}`), so that no city can print a promise without its date.
 */
import { z } from 'zod';
import type { ReceiptLanguage } from './receipt-language.ts';
import { placeholdersOf, RECEIPT_WORDS, type ReceiptWord, type ReceiptWords } from './words.ts';

const MAX_LINES = 8;
const Line = z.string().min(1).max(200);

const TemplateOfLanguage = z.object({
  headerLines: z.array(Line).max(MAX_LINES).default([]),
  footerLines: z.array(Line).max(MAX_LINES).default([]),
  words: z.record(z.string(), z.string().min(1).max(400)).default({}),
});

export const ReceiptTemplate = z
  .strictObject({ name: z.string().min(1), en: TemplateOfLanguage, es: TemplateOfLanguage })
  .superRefine((template, context) => {
    for (const language of ['en', 'es'] as const) {
      for (const [word, text] of Object.entries(template[language].words)) {
        const problem = replacementProblem(language, word, text);
        if (problem) context.addIssue({ code: 'custom', path: [language, 'words', word], message: problem });
      }
    }
  });
export type ReceiptTemplate = z.infer<typeof ReceiptTemplate>;

/** Our own wording, with one line at the foot. Equals `resources/receipt-templates/standard.json`. */
export const STANDARD_TEMPLATE: ReceiptTemplate = {
  name: 'Standard',
  en: { headerLines: [], footerLines: ['Please keep this receipt until your case is closed.'], words: {} },
  es: { headerLines: [], footerLines: ['Guarde este recibo hasta que se cierre su caso.'], words: {} },
};

/** The words of one language with the city's replacements in place. `template` must have been parsed. */
export function wordsOf(template: ReceiptTemplate, language: ReceiptLanguage): ReceiptWords {
  return { ...RECEIPT_WORDS[language], ...template[language].words };
}

function replacementProblem(language: ReceiptLanguage, word: string, text: string): string | null {
  if (!isReceiptWord(word)) return `Receipts have no word called "${word}"`;
  const needed = placeholdersOf(RECEIPT_WORDS[language][word]);
  const given = placeholdersOf(text);
  const missing = [...needed].filter((name) => !given.has(name));
  const unknown = [...given].filter((name) => !needed.has(name));
  if (missing.length > 0) return `Keep {${missing.join('}, {')}} in this text`;
  if (unknown.length > 0) return `Nothing fills in {${unknown.join('}, {')}} here`;
  return null;
}

function isReceiptWord(word: string): word is ReceiptWord {
  return Object.hasOwn(RECEIPT_WORDS.en, word);
}
