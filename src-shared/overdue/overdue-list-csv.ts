import { t, tFor } from '../language/language.ts';
import { BYTE_ORDER_MARK, csvLine } from '../util/csv.ts';
import type { OverdueList } from './overdue-list.ts';

const HEADS = [t`Tracking number`, t`Department`, t`Owner`, tFor('column')`Late`, t`Late in working hours`, t`Late since`, t`Promised`, t`Why`, t`Also late`, tFor('column')`Told`, t`Service`, t`Place`, t`Received`, t`Last contact`] as const;

/** The list for a spreadsheet: one record for each case, no formula among them, whatever anybody typed. */
export function overdueListCsv({ groups }: OverdueList): string {
  const records = groups.flatMap(({ name, lines }) =>
    lines.map((line) => [line.number, name, line.owner, line.howLate, line.workHours, line.lateSince, line.promised, line.why, line.alsoLate, line.told, line.isSealed ? t`Sealed case` : line.service, line.place, line.received, line.lastContact]),
  );
  return BYTE_ORDER_MARK + [HEADS, ...records].map((record) => csvLine(record)).join('');
}
