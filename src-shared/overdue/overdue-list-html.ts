import { escapeHtml } from '../receipt/receipt-html.ts';
import type { TrackingNumber } from '../tracking-number/tracking-number.ts';
import type { OverdueGroup, OverdueLine, OverdueList } from './overdue-list.ts';

export interface OverdueHtmlOptions {
  /** A sheet laid across. */
  readonly paper: 'letter' | 'a4';
  /** The last line: who printed it and when, or why it was sent. */
  readonly note: string;
  /** Makes each number a link, in a mail; without it they are plain. */
  readonly linkOf?: (trackingNumber: TrackingNumber) => string;
}

const PAGE_SIZES = { letter: 'letter', a4: 'A4' } as const;

/** What stands above each column, and how much of the paper's width it takes. */
const COLUMNS = [
  ['Number', 10],
  ['Late', 8],
  ['Promised, and why it is late', 26],
  ['Owner', 13],
  ['Service and place', 20],
  ['Received', 11],
  ['Last contact', 12],
] as const;

const style = (paper: keyof typeof PAGE_SIZES): string => `
@page{size:${PAGE_SIZES[paper]} landscape;margin:12mm 12mm 16mm}
*{box-sizing:border-box;margin:0;padding:0}
body{font:8.5pt/1.35 system-ui,'Segoe UI',sans-serif;color:#16181d;overflow-wrap:anywhere}
header{display:flex;justify-content:space-between;align-items:baseline;gap:6mm;margin-bottom:3mm}
h1{font-size:14pt}
.summary{margin-bottom:3mm;font-size:10pt;font-variant-numeric:tabular-nums}
table{width:100%;border-collapse:collapse;table-layout:fixed;margin-bottom:5mm}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.of td{padding-bottom:0;font-size:10.5pt;font-weight:600}
th,td{text-align:left;vertical-align:top;padding:1.1mm 2mm 1.1mm 0;font-variant-numeric:tabular-nums}
thead th{font-size:7.5pt;font-weight:600;color:#454b57;border-bottom:.4mm solid #16181d}
tbody tr{border-bottom:.2mm solid #c9ced6;break-inside:avoid}
tbody tr:first-child{break-before:avoid}
tbody th,.late{font-weight:600}
tbody th{white-space:nowrap}
small{display:block;font-size:7.5pt;color:#454b57}
footer{color:#454b57;font-size:7.5pt;break-before:avoid}
`;

/**
 * The list as a whole document without scripts: a table for each department, with a caption and headers, in the width of a sheet laid
 * across. The same for paper and for a mail; the number of a page is put to its foot by whoever prints it.
 */
export function overdueListHtml(list: OverdueList, options: OverdueHtmlOptions): string {
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(list.title)}</title><style>${style(options.paper)}</style></head><body>`,
    `<header><h1>${escapeHtml(list.title)}</h1><p>${escapeHtml(`${list.cityName} · as of ${list.asOf}`)}</p></header>`,
    `<main><p class="summary">${escapeHtml(list.summary)}</p>`,
    ...(list.cutLine === null ? [] : [`<p>${escapeHtml(list.cutLine)}</p>`]),
    ...list.groups.map((group) => table(group, options)),
    `</main><footer>${escapeHtml(options.note)}</footer></body></html>`,
  ].join('\n');
}

function table({ name, lines }: OverdueGroup, options: OverdueHtmlOptions): string {
  const columns = COLUMNS.map(([, percent]) => `<col style="width:${percent}%">`).join('');
  const heads = COLUMNS.map(([label]) => `<th scope="col">${escapeHtml(label)}</th>`).join('');
  const rows = lines.map((line) => row(line, options)).join('\n');
  return `<table><caption>${escapeHtml(`${name}: ${lines.length} overdue`)}</caption><colgroup>${columns}</colgroup><thead>${groupLine(name, lines.length)}<tr>${heads}</tr></thead><tbody>\n${rows}\n</tbody></table>`;
}

/** The caption for the eye: being in the head, it stands on every sheet that the table goes on over. */
function groupLine(name: string, count: number): string {
  return `<tr class="of" aria-hidden="true"><td colspan="${COLUMNS.length}">${escapeHtml(`${name} · ${count} overdue`)}</td></tr>`;
}

function row(line: OverdueLine, { linkOf }: OverdueHtmlOptions): string {
  const number = linkOf ? `<a href="${escapeHtml(linkOf(line.trackingNumber))}">${escapeHtml(line.number)}</a>` : escapeHtml(line.number);
  const cells = [
    `<td class="late">${escapeHtml(line.howLate)}</td>`,
    cell(line.promised, line.why, line.alsoLate === '' ? '' : `Also late: ${line.alsoLate}`),
    cell(line.owner, line.told === '' ? '' : `Told: ${line.told}`),
    line.isSealed ? cell('Sealed case') : cell(line.service, line.place),
    cell(line.received),
    cell(line.lastContact),
  ];
  return `<tr><th scope="row">${number}</th>${cells.join('')}</tr>`;
}

function cell(first: string, ...more: readonly string[]): string {
  const under = more.filter((text) => text !== '').map((text) => `<small dir="auto">${escapeHtml(text)}</small>`);
  return `<td><span dir="auto">${escapeHtml(first)}</span>${under.join('')}</td>`;
}
