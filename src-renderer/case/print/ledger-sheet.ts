/** Why the dates of a case are what they are, on paper: for a citizen at the counter, a meeting, or a file. Names no citizen. */
import { staffSheet } from '../../../src-shared/paper/staff-sheet.ts';
import { t } from '../../../src-shared/language/language.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { serviceName } from '../../../src-shared/catalogue/lookup.ts';
import type { DueDates } from '../../../src-shared/clock/explain-due.ts';
import { spokenMoment } from '../../../src-shared/clock/spoken-time.ts';
import type { CaseView } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { escapeHtml } from '../../../src-shared/receipt/receipt-html.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import type { PaperDocument } from '../../paper/use-paper.ts';
import { type LedgerSection, ruleWords } from '../why/ledger-sections.ts';

const STYLE = `
@page{margin:18mm 20mm 20mm}
*{box-sizing:border-box;margin:0;padding:0}
body{font:11pt/1.5 system-ui,sans-serif;color:#16181d;overflow-wrap:anywhere}
header{display:flex;justify-content:space-between;align-items:baseline;border-bottom:.4mm solid #16181d;padding-bottom:2mm;margin-bottom:4mm}
h1{font-size:17pt;font-variant-numeric:tabular-nums}
h2{font-size:12pt;margin:6mm 0 2mm;break-after:avoid}
p{color:#454b57}
ol{padding-left:6mm}
li{padding:.8mm 0;break-inside:avoid}
`;

export interface LedgerSheet {
  readonly view: Pick<CaseView, 'case'>;
  readonly dates: DueDates;
  readonly sections: readonly LedgerSection[];
  /** Null: now. */
  readonly asOf: UtcMs | null;
  readonly now: UtcMs;
  readonly catalogue: Catalogue;
  /** Who prints it, by name. */
  readonly printedBy: string;
}

export function ledgerDocument(sheet: LedgerSheet): PaperDocument {
  const number = formatTrackingNumber(sheet.view.case.trackingNumber);
  const { now, dates, printedBy } = sheet;
  return {
    title: t`dates of a case`,
    suggestedName: t`Dates of case ${number}`,
    pageFooter: t`Printed ${spokenMoment(now, dates.timeZone)} by ${printedBy}`,
    html: () => ledgerHtml(sheet, number),
  };
}

function ledgerHtml({ view, dates, sections, asOf, now, catalogue }: LedgerSheet, number: string): string {
  const lines = [
    t`Service: ${serviceName(catalogue, view.case.serviceCode)}`,
    ruleWords(dates),
    t`As of ${spokenMoment(asOf ?? now, dates.timeZone)}`,
  ];
  const body = [
    `<header><h1>${escapeHtml(t`Case ${number}`)}</h1><span>${escapeHtml(catalogue.city.name)}</span></header>`,
    ...lines.map((line) => `<p>${escapeHtml(line)}</p>`),
    ...sections.map(sectionHtml),
  ];
  return staffSheet({ title: t`Case ${number}: why these dates`, styles: STYLE, body });
}

function sectionHtml({ title, sentences }: LedgerSection): string {
  return `<h2>${escapeHtml(title)}</h2><ol>${sentences.map((sentence) => `<li>${escapeHtml(sentence)}</li>`).join('')}</ol>`;
}
