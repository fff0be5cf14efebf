import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { departmentName } from '../../src-shared/catalogue/lookup.ts';
import { WHOLE } from '../../src-shared/reports/figure-key.ts';
import { figureShortDetail, figureText } from '../../src-shared/reports/figure-words.ts';
import { MEASURES } from '../../src-shared/reports/measure.ts';
import { figureIn, type MonthlyReport } from '../../src-shared/reports/monthly-report.ts';
import { reportCsv } from '../../src-shared/reports/report-csv.ts';
import { reportHtml } from '../../src-shared/reports/report-html.ts';
import { reportLink } from '../../src-shared/reports/report-link.ts';
import { monthName } from '../../src-shared/reports/report-month.ts';
import { HEADLINES } from '../../src-shared/reports/report-tables.ts';
import { reportTitle, scopeLine, sourceLine } from '../../src-shared/reports/report-words.ts';
import { DAY_MS } from '../../src-shared/util/time.ts';
import { MAX_ATTACHMENTS_BYTES, type MessageAttachment, type OutgoingMessage } from '../mail/message.ts';
import { type KeptReport, reportEvent } from './kept-reports.ts';
import type { MailReader } from './report-readers.ts';

/** A mail server that is set up weeks late still sends it; not when the next one is near. */
const WORTH_SENDING_MS = 20 * DAY_MS;
const SOURCE = 'Counted by the server, over all cases of the city.';

/** One reader's mail of a kept report. The same event for a reader, month and department, whatever server queues it and however often. */
export function reportMail({ departmentCode, address, recipientKey }: MailReader, { report, trend }: KeptReport, catalogue: Catalogue): OutgoingMessage {
  const link = reportLink(report.month, departmentCode);
  const csv = csvOf(report, catalogue);
  const note = [
    'The City Manager’s office, the Commission and the heads of departments get the report of each finished month on the first working morning of the next.',
    'It is kept as it was sent; at a workstation the figures as they are known now stand beside it.',
    ...(csv === null ? ['The figures for a spreadsheet are too many for a mail: save them there.'] : []),
  ].join(' ');
  const whose = departmentCode === null ? catalogue.city.name : departmentName(catalogue, departmentCode);
  return {
    eventKey: reportEvent(report.month, departmentCode),
    ...{ recipientKey, address, method: 'email', caseId: null, worthSendingForMs: WORTH_SENDING_MS },
    subject: `${reportTitle(report)}: ${whose}`,
    text: plainText(report, catalogue, { note, link }),
    html: reportHtml(report, { trend, catalogue, paper: 'letter', source: SOURCE, note, link }),
    attachments: csv === null ? [] : [csv],
  };
}

/** Null: larger than a mail should be. */
function csvOf(report: MonthlyReport, catalogue: Catalogue): MessageAttachment | null {
  const bytes = Buffer.from(reportCsv(report, catalogue));
  if (bytes.length > MAX_ATTACHMENTS_BYTES) return null;
  const of = report.scope.kind === 'city' ? '' : `-${report.scope.codes.join('-')}`;
  return { name: `monthly-report-${report.month}${of}.csv`, mediaType: 'text/csv; charset=utf-8', base64: bytes.toString('base64') };
}

/** For readers of mail without HTML: what matters first, and where the rest is. */
function plainText(report: MonthlyReport, catalogue: Catalogue, { note, link }: { readonly note: string; readonly link: string }): string {
  const figures = HEADLINES.map((measure) => {
    const figure = figureIn(report.figures, WHOLE, measure);
    const detail = figureShortDetail(measure, figure);
    return `${MEASURES[measure].label}: ${figureText(measure, figure)}${detail === '' ? '' : ` (${detail})`}`;
  });
  const about = `${monthName(report.month)} · ${scopeLine(report, catalogue)}`;
  return `${[reportTitle(report), `${catalogue.city.name}\n${about}`, figures.join('\n'), `${sourceLine(report)} ${SOURCE}`, `All figures, and the cases behind each: ${link}`, note].join('\n\n')}\n`;
}
