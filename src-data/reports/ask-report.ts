import { t } from '../../src-shared/language/language.ts';
import type { z } from 'zod';
import type { CasesBehindInput, CasesBehindView, KeptInput, KeptReportView, ReportInput, ReportReply, ReportRefused, ReportSource, TrendInput, TrendView } from '../../src-shared/protocol/data-rpc/report-views.ts';
import { CasesBehindReply, KeptReportReply, MonthlyReportReply, MOST_ENTRIES, ReportTrendReply } from '../../src-shared/protocol/reports.ts';
import { casesBehind } from '../../src-shared/reports/cases-behind.ts';
import { countReport, countTrend, type ReportQuestion, reportQuestion } from '../../src-shared/reports/count-report.ts';
import { figureKey } from '../../src-shared/reports/figure-key.ts';
import type { ReportMonth } from '../../src-shared/reports/report-month.ts';
import { type ReportReader, reportReaderOf } from '../../src-shared/reports/report-scope.ts';
import type { Catalogue, Staff } from '../../src-shared/catalogue/catalogue.ts';
import { MINUTE_MS, type UtcMs } from '../../src-shared/util/time.ts';
import type { AskServer } from '../admin/ask-server.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import type { ReadDb } from '../db/database.ts';
import { currentSession } from '../session/session.ts';
import { countCases } from './each-case.ts';
import { whatIsHere } from './what-is-here.ts';

export interface ReportDesk {
  readonly db: ReadDb;
  readonly ask: AskServer;
  readonly isOnline: () => boolean;
  /** The city's time. */
  readonly now: () => UtcMs;
}

/** A server that counts a million cases takes this long at most. */
const TIMEOUT_MS = 2 * MINUTE_MS;
const NOT_FOR_YOU = t`The monthly report is for the City Manager’s office, the Commission and administrators, and for department heads, of their departments. Ask one of them for it.`;
const NOBODY = t`Nobody is signed in any more. Sign in again.`;
const BY_SERVER: ReportSource = { place: 'server', sentence: t`Counted by the server, over all cases of the city.`, missing: [] };

interface Reading {
  readonly ok: true;
  readonly staff: Staff;
  readonly catalogue: Catalogue;
  readonly reader: ReportReader;
}

/** The month's report for whoever is signed in: the server's, or one over what is here, which says so. */
export async function monthlyReport(desk: ReportDesk, input: z.output<typeof ReportInput>): Promise<ReportReply> {
  const reading = readingOf(desk.db, input);
  if (!reading.ok) return reading;
  const { month } = input;
  const asked = desk.isOnline() ? await desk.ask({ method: 'GET', path: pathOf('monthly', { ...asks(reading, input), month }), body: {}, reply: MonthlyReportReply, timeoutMs: TIMEOUT_MS }) : null;
  if (asked?.ok) return { ok: true, ...asked.value, source: BY_SERVER };
  return countHere(desk, reading, month, asked?.sentence ?? null);
}

async function countHere(desk: ReportDesk, reading: Reading, month: ReportMonth, refusal: string | null): Promise<ReportReply> {
  const { missing } = whatIsHere(desk.db, { ...reading, month });
  const counting = countReport(questionHere(desk.db, reading, { month, asOf: desk.now() }));
  await countCases(desk.db, counting);
  const why = refusal === null ? t`Counted on this workstation, because the server cannot be reached; what others have done meanwhile is not in it.` : t`Counted on this workstation. ${refusal}`;
  return { ok: true, report: counting.report(), source: { place: 'workstation', sentence: why, missing }, keptAt: null, isMailed: false };
}

/** The months before a report, from where it was counted. */
export async function reportTrend({ db, ask }: ReportDesk, input: z.output<typeof TrendInput>): Promise<TrendView> {
  const { month, place, asOf } = input;
  const reading = readingOf(db, input);
  if (!reading.ok) return reading;
  if (place === 'server') {
    const query = { ...asks(reading, input), month, asOf: String(asOf) };
    const asked = await ask({ method: 'GET', path: pathOf('trend', query), body: {}, reply: ReportTrendReply, timeoutMs: TIMEOUT_MS });
    return asked.ok ? { ok: true, ...asked.value } : asked;
  }
  const counting = countTrend(questionHere(db, reading, { month, asOf }));
  await countCases(db, counting);
  return { ok: true, trend: counting.trend() };
}

/** The entries behind a figure, from where it was counted. */
export async function casesBehindFigure({ db, ask }: ReportDesk, input: z.output<typeof CasesBehindInput>): Promise<CasesBehindView> {
  const { figure, place, asOf } = input;
  const reading = readingOf(db, input);
  if (!reading.ok) return reading;
  if (place === 'server') {
    const query = { ...asks(reading, input), figure: figureKey(figure), asOf: String(asOf) };
    const asked = await ask({ method: 'GET', path: pathOf('cases', query), body: {}, reply: CasesBehindReply, timeoutMs: TIMEOUT_MS });
    return asked.ok ? { ok: true, ...asked.value } : asked;
  }
  const counting = casesBehind(figure, questionHere(db, reading, { month: figure.month, asOf }));
  await countCases(db, counting);
  const entries = counting.entries();
  return { ok: true, entries: entries.slice(0, MOST_ENTRIES), count: entries.length };
}

function questionHere(db: ReadDb, { catalogue, reader }: Reading, { month, asOf }: { readonly month: ReportMonth; readonly asOf: UtcMs }): ReportQuestion {
  const { wholeSince } = whatIsHere(db, { catalogue, reader, month });
  return reportQuestion(catalogue, { month, asOf, reader, wholeSince });
}

/** The report that was mailed. */
export async function keptReport({ db, ask }: ReportDesk, input: z.output<typeof KeptInput>): Promise<KeptReportView> {
  const part = { ...input, withoutSealed: true };
  const reading = readingOf(db, part);
  if (!reading.ok) return reading;
  const asked = await ask({ method: 'GET', path: pathOf('kept', { ...asks(reading, part), month: input.month }), body: {}, reply: KeptReportReply });
  return asked.ok ? { ok: true, ...asked.value } : asked;
}

/** Which cases count: what every question about a report begins with. */
type Part = Pick<z.output<typeof ReportInput>, 'withoutSealed' | 'departmentCode'>;

function asks({ staff }: Reading, { withoutSealed, departmentCode }: Part): Readonly<Record<string, string>> {
  return { staff: staff.id, withoutSealed: withoutSealed ? 'yes' : 'no', ...(departmentCode === undefined ? {} : { department: departmentCode }) };
}

function readingOf(db: ReadDb, { withoutSealed, departmentCode }: Part): Reading | ReportRefused {
  const { staff } = currentSession(db);
  const catalogue = currentCatalogue(db);
  if (staff === null || catalogue === null) return { ok: false, sentence: NOBODY };
  const reader = reportReaderOf(staff, withoutSealed, departmentCode);
  return reader === null ? { ok: false, sentence: NOT_FOR_YOU } : { ok: true, staff, catalogue, reader };
}

function pathOf(what: 'monthly' | 'trend' | 'cases' | 'kept', query: Readonly<Record<string, string>>): string {
  return `/reports/v1/${what}?${new URLSearchParams(query).toString()}`;
}
