import { oc, type } from '@orpc/contract';
import { CasesBehindInput, type CasesBehindView, KeptInput, type KeptReportView, ReportInput, type ReportReply, TrendInput, type TrendView } from './report-views.ts';

/** Asks the server when it is there, so each may take a while. */
export const reportsContract = {
  monthly: oc.input(ReportInput).output(type<ReportReply>()),
  /** The months before it, for the charts; counted apart, because it takes longer. */
  trend: oc.input(TrendInput).output(type<TrendView>()),
  casesBehind: oc.input(CasesBehindInput).output(type<CasesBehindView>()),
  /** The report of a finished month as it was mailed; known at the server only. */
  kept: oc.input(KeptInput).output(type<KeptReportView>()),
};
