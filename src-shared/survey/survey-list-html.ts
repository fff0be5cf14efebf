import { escapeHtml } from '../receipt/receipt-html.ts';
import type { SurveyLine, SurveyList } from './survey-list.ts';

export interface SurveyHtmlOptions {
  /** A sheet laid across. */
  readonly paper: 'letter' | 'a4';
  /** The last line: who printed it and when. */
  readonly note: string;
}

const PAGE_SIZES = { letter: 'letter', a4: 'A4' } as const;

/** What stands above each column, and how much of the paper's width it takes. */
const COLUMNS = [
  ['Rating', 10],
  ['Number', 11],
  ['What the citizen said', 35],
  ['Service and department', 20],
  ['Answered', 11],
  ['Follow-up', 13],
] as const;

const style = (paper: keyof typeof PAGE_SIZES): string => `
@page{size:${PAGE_SIZES[paper]} landscape;margin:12mm 12mm 16mm}
*{box-sizing:border-box;margin:0;padding:0}
body{font:9pt/1.35 system-ui,'Segoe UI',sans-serif;color:#16181d;overflow-wrap:anywhere}
header{display:flex;justify-content:space-between;align-items:baseline;gap:6mm;margin-bottom:3mm}
h1{font-size:14pt}
.summary{margin-bottom:3mm;font-size:10pt;font-variant-numeric:tabular-nums}
table{width:100%;border-collapse:collapse;table-layout:fixed;margin-bottom:5mm}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{text-align:left;vertical-align:top;padding:1.3mm 2mm 1.3mm 0;font-variant-numeric:tabular-nums}
thead th{font-size:7.5pt;font-weight:600;color:#454b57;border-bottom:.4mm solid #16181d}
tbody tr{border-bottom:.2mm solid #c9ced6;break-inside:avoid}
tbody th,.rating{font-weight:600}
small{display:block;font-size:7.5pt;color:#454b57}
footer{color:#454b57;font-size:7.5pt;break-before:avoid}
`;

/** The list as a whole document without scripts, in the width of a sheet laid across; the number of a page is put to its foot by whoever prints it. */
export function surveyListHtml(list: SurveyList, { paper, note }: SurveyHtmlOptions): string {
  const columns = COLUMNS.map(([, percent]) => `<col style="width:${percent}%">`).join('');
  const heads = COLUMNS.map(([label]) => `<th scope="col">${escapeHtml(label)}</th>`).join('');
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(list.title)}</title><style>${style(paper)}</style></head><body>`,
    `<header><h1>${escapeHtml(list.title)}</h1><p>${escapeHtml(`${list.cityName} · as of ${list.asOf}`)}</p></header>`,
    `<main><p class="summary">${escapeHtml(list.summary)}</p>`,
    `<table><caption>${escapeHtml(list.title)}</caption><colgroup>${columns}</colgroup><thead><tr>${heads}</tr></thead><tbody>`,
    ...list.lines.map(row),
    `</tbody></table></main><footer>${escapeHtml(note)}</footer></body></html>`,
  ].join('\n');
}

function row({ ratingWords, number, comment, service, department, answered, followUp }: SurveyLine): string {
  const text = (words: string): string => `<span dir="auto">${escapeHtml(words)}</span>`;
  return `<tr><td class="rating">${text(ratingWords)}</td><th scope="row">${escapeHtml(number)}</th><td>${text(comment)}</td><td>${text(service)}<small>${escapeHtml(department)}</small></td><td>${text(answered)}</td><td>${text(followUp)}</td></tr>`;
}
