/** The cases of a question as lines of a file: what the list shows, column by column, for a spreadsheet or a program. Pure. */
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { departmentName, serviceName, staffName } from '../../../src-shared/catalogue/lookup.ts';
import { CHANNEL_LABELS, CLOCK_LABELS, KIND_LABELS, STATE_LABELS } from '../../../src-shared/domain/labels.ts';
import { t } from '../../../src-shared/language/language.ts';
import type { CaseRow } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../../src-shared/util/csv.ts';
import { toWallTime } from '../../../src-shared/util/moment.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';

export type ExportFormat = 'csv' | 'json';

interface Field {
  /** The same in every language: programs read it. */
  readonly name: string;
  readonly header: string;
  readonly value: (row: CaseRow, catalogue: Catalogue) => string;
}

const at = (moment: UtcMs | null, { city }: Catalogue): string => (moment === null ? '' : toWallTime(moment, city.timeZone).replace('T', ' '));

const FIELDS: Readonly<Record<string, readonly Field[]>> = {
  case: [
    { name: 'trackingNumber', header: t`Tracking number`, value: ({ trackingNumber }) => formatTrackingNumber(trackingNumber) },
    { name: 'state', header: t`State`, value: ({ state }) => STATE_LABELS[state] },
  ],
  request: [
    { name: 'service', header: t`Service`, value: ({ serviceCode }, catalogue) => serviceName(catalogue, serviceCode) },
    { name: 'description', header: t`Description`, value: ({ summary }) => summary },
  ],
  place: [{ name: 'location', header: t`Location`, value: ({ locationText }) => locationText }],
  department: [{ name: 'department', header: t`Department`, value: ({ departmentCode }, catalogue) => departmentName(catalogue, departmentCode) }],
  assignee: [{ name: 'assignedTo', header: t`Assigned to`, value: ({ assigneeId }, catalogue) => (assigneeId === null ? '' : staffName(catalogue, assigneeId)) }],
  citizen: [{ name: 'citizen', header: t`Citizen`, value: ({ requesterName }) => requesterName }],
  channel: [{ name: 'channel', header: t`Channel`, value: ({ channel }) => CHANNEL_LABELS[channel] }],
  kind: [{ name: 'kind', header: t`Kind of case`, value: ({ kind }) => KIND_LABELS[kind] }],
  received: [{ name: 'received', header: t`Received`, value: ({ receivedAt }, catalogue) => at(receivedAt, catalogue) }],
  due: [
    { name: 'due', header: t`Due`, value: ({ dueAt }, catalogue) => at(dueAt, catalogue) },
    { name: 'dueFor', header: t`Due for`, value: ({ dueClock }) => (dueClock === null ? '' : CLOCK_LABELS[dueClock]) },
  ],
  answered: [{ name: 'answered', header: t`Answered`, value: ({ respondedAt }, catalogue) => at(respondedAt, catalogue) }],
  closed: [{ name: 'closed', header: t`Closed`, value: ({ closedAt }, catalogue) => at(closedAt, catalogue) }],
  sync: [],
};

/** Where nobody has chosen columns: each fact in a column of its own. */
const ALL_COLUMNS = ['case', 'request', 'place', 'citizen', 'channel', 'department', 'assignee', 'received', 'due', 'answered', 'closed'];

export interface ExportWriter {
  readonly begin: string;
  /** Sealed cases are never among them. */
  readonly lines: (rows: readonly CaseRow[]) => string;
  readonly end: string;
}

/** `columns`: ids in their order; null: all there are. No text is ever a formula to a spreadsheet. */
export function exportWriter(format: ExportFormat, columns: readonly string[] | null, catalogue: Catalogue): ExportWriter {
  const fields = (columns ?? ALL_COLUMNS).flatMap((id) => FIELDS[id] ?? []);
  const open = (rows: readonly CaseRow[]): readonly CaseRow[] => rows.filter(({ isSealed }) => !isSealed);
  if (format === 'csv') {
    return { begin: BYTE_ORDER_MARK + csvLine(fields.map(({ header }) => header)), lines: (rows) => open(rows).map((row) => csvLine(fields.map(({ value }) => value(row, catalogue)))).join(''), end: '' };
  }
  let isFirst = true;
  return {
    begin: '[\n',
    lines(rows) {
      return open(rows)
        .map((row) => {
          const line = `${isFirst ? '' : ',\n'}${JSON.stringify(Object.fromEntries(fields.map(({ name, value }) => [name, value(row, catalogue)])))}`;
          isFirst = false;
          return line;
        })
        .join('');
    },
    end: '\n]\n',
  };
}
