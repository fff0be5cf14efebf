/** What every document for staff begins with, on paper, as PDF or in a mail: a whole HTML document that can do nothing by itself. */
import { interfaceLanguage } from '../language/language.ts';
import { escapeHtml } from '../receipt/receipt-html.ts';

export interface StaffSheet {
  /** Plain text. */
  readonly title: string;
  /** CSS of ours. */
  readonly styles: string;
  /** HTML of ours, line by line, with everything that people typed escaped. */
  readonly body: readonly string[];
}

/** No script runs in it and nothing is fetched, whatever stands in its body. */
export function staffSheet({ title, styles, body }: StaffSheet): string {
  return [
    `<!doctype html><html lang="${interfaceLanguage()}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(title)}</title><style>${styles}</style></head><body>`,
    ...body,
    '</body></html>',
  ].join('\n');
}
