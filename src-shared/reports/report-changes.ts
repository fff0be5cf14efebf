/** What has changed in a month's figures since its report was sent. */
import { canonicalJson } from '../util/canonical-json.ts';
import type { Figure } from './figure.ts';
import { type GroupKey, WHOLE } from './figure-key.ts';
import { MEASURE_KEYS, type MeasureKey } from './measure.ts';
import { figureIn, type MonthlyReport } from './monthly-report.ts';

export interface FigureChange {
  readonly measure: MeasureKey;
  /** Null: nothing was counted. */
  readonly sent: Figure | null;
  readonly now: Figure | null;
}

export interface ReportChanges {
  /** Figures of the whole, in the order of the report. */
  readonly whole: readonly FigureChange[];
  /** How many figures of single departments, services and channels differ. */
  readonly inGroups: number;
}

/** Both of the same month and scope, and counted alike: null when they are not (sealed cases in one of them only). */
export function changesSinceSent(sent: MonthlyReport, now: MonthlyReport): ReportChanges | null {
  if (sent.month !== now.month || sent.sealed !== now.sealed || canonicalJson(sent.scope) !== canonicalJson(now.scope)) return null;
  const groups = new Set([...Object.keys(sent.figures.groups), ...Object.keys(now.figures.groups)]);
  const changed = [...groups].filter((group) => group !== WHOLE).map((group) => changesIn(sent, now, group).length);
  return { whole: changesIn(sent, now, WHOLE), inGroups: changed.reduce((sum, count) => sum + count, 0) };
}

function changesIn(sent: MonthlyReport, now: MonthlyReport, group: GroupKey): readonly FigureChange[] {
  return MEASURE_KEYS.map((measure) => ({ measure, sent: figureIn(sent.figures, group, measure), now: figureIn(now.figures, group, measure) })).filter((change) => canonicalJson(change.sent) !== canonicalJson(change.now));
}
