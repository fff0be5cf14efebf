import { listSheet, listTable } from '../paper/list-sheet.ts';
import { t, tFor } from '../language/language.ts';
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

/** What stands above each column, and how much of the paper's width it takes. */
const COLUMNS = [
  [t`Number`, 10],
  [tFor('column')`Late`, 8],
  [t`Promised, and why it is late`, 26],
  [t`Owner`, 13],
  [t`Service and place`, 20],
  [t`Received`, 11],
  [t`Last contact`, 12],
] as const;

const STYLES = `.of td{padding-bottom:0;font-size:10.5pt;font-weight:600}
tbody tr:first-child{break-before:avoid}
.late{font-weight:600}
tbody th{white-space:nowrap}`;

/**
 * The list as a whole document without scripts: a table for each department, with a caption and headers, in the width of a sheet laid
 * across. The same for paper and for a mail.
 */
export function overdueListHtml(list: OverdueList, options: OverdueHtmlOptions): string {
  const { paper, note } = options;
  const cut = list.cutLine === null ? [] : [`<p>${escapeHtml(list.cutLine)}</p>`];
  return listSheet({ ...list, paper, note, fontPoints: 8.5, styles: STYLES, content: [...cut, ...list.groups.map((group) => table(group, options))] });
}

function table({ name, lines }: OverdueGroup, options: OverdueHtmlOptions): string {
  return listTable({ caption: t`${name}: ${lines.length} overdue`, columns: COLUMNS, headLine: groupLine(name, lines.length), rows: lines.map((line) => row(line, options)) });
}

/** The caption for the eye: being in the head, it stands on every sheet that the table goes on over. */
function groupLine(name: string, count: number): string {
  return `<tr class="of" aria-hidden="true"><td colspan="${COLUMNS.length}">${escapeHtml(t`${name} · ${count} overdue`)}</td></tr>`;
}

function row(line: OverdueLine, { linkOf }: OverdueHtmlOptions): string {
  const number = linkOf ? `<a href="${escapeHtml(linkOf(line.trackingNumber))}">${escapeHtml(line.number)}</a>` : escapeHtml(line.number);
  const cells = [
    `<td class="late">${escapeHtml(line.howLate)}</td>`,
    cell(line.promised, line.why, line.alsoLate === '' ? '' : t`Also late: ${line.alsoLate}`),
    cell(line.owner, line.told === '' ? '' : t`Told: ${line.told}`),
    line.isSealed ? cell(t`Sealed case`) : cell(line.service, line.place),
    cell(line.received),
    cell(line.lastContact),
  ];
  return `<tr><th scope="row">${number}</th>${cells.join('')}</tr>`;
}

function cell(first: string, ...more: readonly string[]): string {
  const under = more.filter((text) => text !== '').map((text) => `<small dir="auto">${escapeHtml(text)}</small>`);
  return `<td><span dir="auto">${escapeHtml(first)}</span>${under.join('')}</td>`;
}
