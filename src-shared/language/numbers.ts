/** Numbers and percentages as the interface's language writes them. Lists are in `util/list-words.ts`, days and times in `util/moment.ts`. */
import { interfaceLocale } from './language.ts';

/** `1,234`: for what is counted. Parts of one are rounded off. */
export function wholeNumber(value: number): string {
  return numbers({ maximumFractionDigits: 0 }).format(value);
}

/** `4.0`, `52.3`: exactly one decimal. */
export function oneDecimal(value: number): string {
  return numbers({ minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
}

/** `4`, `52.3`: at most one decimal. */
export function shortNumber(value: number): string {
  return numbers({ maximumFractionDigits: 1 }).format(value);
}

/** `83.4%`, `83%`: at most one decimal. `percent` is 0 to 100. */
export function percentWords(percent: number): string {
  return numbers({ style: 'percent', maximumFractionDigits: 1 }).format(percent / 100);
}

// Making one takes far longer than using it, and a grid writes hundreds of numbers.
const formats = new Map<string, Intl.NumberFormat>();

function numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const locale = interfaceLocale();
  const key = `${locale} ${options.style ?? ''} ${options.minimumFractionDigits ?? ''} ${options.maximumFractionDigits ?? ''}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(locale, options);
  formats.set(key, known);
  return known;
}
