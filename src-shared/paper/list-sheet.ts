/** The frame of a list for paper: the overdue list and the survey list. A whole document without scripts, in the width of a sheet laid across. */
import { t } from '../language/language.ts';
import { escapeHtml } from '../receipt/receipt-html.ts';
import { staffSheet } from './staff-sheet.ts';

/** What stands above a column, and how much of the paper's width it takes, in per cent. */
export type ListColumn = readonly [label: string, percent: number];

export interface ListSheet {
  readonly title: string;
  readonly cityName: string;
  /** The moment it was true, as words. */
  readonly asOf: string;
  readonly summary: string;
  /** A sheet laid across. */
  readonly paper: 'letter' | 'a4';
  /** The last line: who printed it and when, or why it was sent. */
  readonly note: string;
  /** Of the text in the tables. */
  readonly fontPoints: number;
  /** Styles of this list alone. */
  readonly styles: string;
  /** Markup between summary and foot. */
  readonly content: readonly string[];
}

const PAGE_SIZES = { letter: 'letter', a4: 'A4' } as const;

const styles = ({ paper, fontPoints, styles: own }: ListSheet): string => `
@page{size:${PAGE_SIZES[paper]} landscape;margin:12mm 12mm 16mm}
*{box-sizing:border-box;margin:0;padding:0}
body{font:${fontPoints}pt/1.35 system-ui,'Segoe UI',sans-serif;color:#16181d;overflow-wrap:anywhere}
header{display:flex;justify-content:space-between;align-items:baseline;gap:6mm;margin-bottom:3mm}
h1{font-size:14pt}
.summary{margin-bottom:3mm;font-size:10pt;font-variant-numeric:tabular-nums}
table{width:100%;border-collapse:collapse;table-layout:fixed;margin-bottom:5mm}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{text-align:left;vertical-align:top;padding:1.2mm 2mm 1.2mm 0;font-variant-numeric:tabular-nums}
thead th{font-size:7.5pt;font-weight:600;color:#454b57;border-bottom:.4mm solid #16181d}
tbody tr{border-bottom:.2mm solid #c9ced6;break-inside:avoid}
tbody th{font-weight:600}
small{display:block;font-size:7.5pt;color:#454b57}
footer{color:#454b57;font-size:7.5pt;break-before:avoid}
${own}`;

/** The number of a page is put to its foot by whoever prints it. */
export function listSheet(sheet: ListSheet): string {
  const { title, cityName, asOf, summary, note, content } = sheet;
  const body = [
    `<header><h1>${escapeHtml(title)}</h1><p>${escapeHtml(t`${cityName} · as of ${asOf}`)}</p></header>`,
    `<main><p class="summary">${escapeHtml(summary)}</p>`,
    ...content,
    `</main><footer>${escapeHtml(note)}</footer>`,
  ];
  return staffSheet({ title, styles: styles(sheet), body });
}

export interface ListTable {
  readonly caption: string;
  readonly columns: readonly ListColumn[];
  /** A row of markup above the heads; empty: none. */
  readonly headLine?: string;
  /** Rows of markup. */
  readonly rows: readonly string[];
}

export function listTable({ caption, columns, headLine = '', rows }: ListTable): string {
  const widths = columns.map(([, percent]) => `<col style="width:${percent}%">`).join('');
  const heads = columns.map(([label]) => `<th scope="col">${escapeHtml(label)}</th>`).join('');
  return `<table><caption>${escapeHtml(caption)}</caption><colgroup>${widths}</colgroup><thead>${headLine}<tr>${heads}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`;
}
