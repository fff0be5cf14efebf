import { type ReceiptTemplate, STANDARD_TEMPLATE } from './receipt-template.ts';

/** As the catalogue has it; no Spanish: the English text counts. Each line of a text is a line on paper. */
interface Lines {
  readonly en: string;
  readonly es?: string | undefined;
}

const MOST_LINES = 8;
const LONGEST = 200;

/**
 * A city's own lines under its name and at the foot of its receipts, as a template; undefined when it has set none. A foot that is empty
 * stays the standard one, so that the citizen is told to keep the paper.
 */
export function cityWording({ receiptHead, receiptFoot }: { readonly receiptHead: Lines; readonly receiptFoot: Lines }): ReceiptTemplate | undefined {
  const ofLanguage = (language: 'en' | 'es') => {
    const foot = linesOf(receiptFoot, language);
    return { headerLines: linesOf(receiptHead, language), footerLines: foot.length === 0 ? STANDARD_TEMPLATE[language].footerLines : foot, words: {} };
  };
  if (linesOf(receiptHead, 'en').length + linesOf(receiptFoot, 'en').length === 0) return undefined;
  return { name: 'City', en: ofLanguage('en'), es: ofLanguage('es') };
}

function linesOf(text: Lines, language: 'en' | 'es'): string[] {
  const chosen = language === 'es' && text.es?.trim() ? text.es : text.en;
  return chosen
    .split('\n')
    .map((line) => line.trim().slice(0, LONGEST))
    .filter((line) => line !== '')
    .slice(0, MOST_LINES);
}
