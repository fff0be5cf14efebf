/** What became of every number that was ever put on a paper form, for the file: printed, counted and signed. */
import { t } from '../../../src-shared/language/language.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { staffName } from '../../../src-shared/catalogue/lookup.ts';
import { countForms, type FormBatch, type OutageForm } from '../../../src-shared/outage-forms/form-batch.ts';
import { listSheet, listTable } from '../../../src-shared/paper/list-sheet.ts';
import { escapeHtml } from '../../../src-shared/receipt/receipt-html.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../../src-shared/util/csv.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import type { PaperDocument } from '../../paper/use-paper.ts';
import { countsWords, endWords } from './form-words.ts';

export interface AccountingLine {
  /** As people read it. */
  readonly number: string;
  readonly printed: string;
  /** Null: nobody has said yet. */
  readonly end: 'keyedIn' | 'spoiled' | null;
  readonly words: string;
}

interface Around {
  readonly catalogue: Catalogue;
  readonly now: UtcMs;
}

/** In the order they were printed. */
export function accountingLines(batches: readonly FormBatch[], around: Around): readonly AccountingLine[] {
  return batches.toSorted((one, other) => one.printedAt - other.printedAt).flatMap((batch) => batch.forms.map((form) => lineOf(form, batch, around)));
}

function lineOf({ number, end }: OutageForm, { station, by, printedAt }: FormBatch, { catalogue, now }: Around): AccountingLine {
  const printed = station === null ? t`Not known` : t`${exactMoment(printedAt, now, catalogue.city.timeZone)}, by ${staffName(catalogue, by)}`;
  return { number: formatTrackingNumber(number), printed, end: end?.kind ?? null, words: endWords(end, catalogue, now) };
}

const COLUMNS = [
  [t`Number`, 14],
  [t`Printed`, 24],
  [t`What became of it`, 44],
  [t`Counted by hand`, 18],
] as const;

/** A sheet laid across, with room to tick what is still out and to sign. */
export function accountingDocument(batches: readonly FormBatch[], around: Around & { readonly printedBy: string }): PaperDocument {
  const { catalogue, now, printedBy } = around;
  const title = t`Paper forms: accounting sheet`;
  const asOf = exactMoment(now, now, catalogue.city.timeZone);
  const rows = accountingLines(batches, around).map(rowHtml);
  const content = [listTable({ caption: title, columns: COLUMNS, rows }), signaturesHtml()];
  const sheet = { title, cityName: catalogue.city.name, asOf, summary: countsWords(countForms(batches)), note: t`Printed by ${printedBy}, ${asOf}.`, fontPoints: 9, styles: STYLES, content };
  return { title: t`accounting sheet`, suggestedName: t`Paper forms accounting`, pageFooter: title, isLandscape: true, html: (paper) => listSheet({ ...sheet, paper }) };
}

export function accountingCsv(batches: readonly FormBatch[], around: Around): string {
  const records = accountingLines(batches, around).map(({ number, printed, words }) => [number, printed, words]);
  return BYTE_ORDER_MARK + [COLUMNS.slice(0, 3).map(([label]) => label), ...records].map((record) => csvLine(record)).join('');
}

const STYLES = `.out{font-weight:600}
.tick::before{content:'';display:inline-block;width:3mm;height:3mm;border:.3mm solid #16181d;margin-right:1.5mm;vertical-align:-.4mm}
.tick{margin-right:4mm;white-space:nowrap}
.signatures{display:grid;grid-template-columns:1fr 1fr;gap:0 12mm;margin:6mm 0 4mm;break-inside:avoid}
.signatures p{border-top:.3mm solid #16181d;margin-top:12mm;padding-top:1mm;font-size:8.5pt}`;

function rowHtml({ number, printed, end, words }: AccountingLine): string {
  const byHand = end === null ? [t`Found`, t`Missing`].map((label) => `<span class="tick">${escapeHtml(label)}</span>`).join('') : '';
  return `<tr><th scope="row">${escapeHtml(number)}</th><td>${escapeHtml(printed)}</td><td${end === null ? ' class="out"' : ''} dir="auto">${escapeHtml(words)}</td><td>${byHand}</td></tr>`;
}

function signaturesHtml(): string {
  const labels = [t`Counted by (name, signature)`, t`Date`, t`Checked by (name, signature)`, t`Date`];
  return `<section class="signatures">${labels.map((label) => `<p>${escapeHtml(label)}</p>`).join('')}</section>`;
}
