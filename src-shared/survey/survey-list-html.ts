import { listSheet, listTable } from '../paper/list-sheet.ts';
import { t } from '../language/language.ts';
import { escapeHtml } from '../receipt/receipt-html.ts';
import type { SurveyLine, SurveyList } from './survey-list.ts';

export interface SurveyHtmlOptions {
  /** A sheet laid across. */
  readonly paper: 'letter' | 'a4';
  /** The last line: who printed it and when. */
  readonly note: string;
}

/** What stands above each column, and how much of the paper's width it takes. */
const COLUMNS = [
  [t`Rating`, 10],
  [t`Number`, 11],
  [t`What the citizen said`, 35],
  [t`Service and department`, 20],
  [t`Answered`, 11],
  [t`Follow-up`, 13],
] as const;

/** The list as a whole document without scripts, in the width of a sheet laid across. */
export function surveyListHtml(list: SurveyList, { paper, note }: SurveyHtmlOptions): string {
  const table = listTable({ caption: list.title, columns: COLUMNS, rows: list.lines.map(row) });
  return listSheet({ ...list, paper, note, fontPoints: 9, styles: '.rating{font-weight:600}', content: [table] });
}

function row({ ratingWords, number, comment, service, department, answered, followUp }: SurveyLine): string {
  const text = (words: string): string => `<span dir="auto">${escapeHtml(words)}</span>`;
  return `<tr><td class="rating">${text(ratingWords)}</td><th scope="row">${escapeHtml(number)}</th><td>${text(comment)}</td><td>${text(service)}<small>${escapeHtml(department)}</small></td><td>${text(answered)}</td><td>${text(followUp)}</td></tr>`;
}
