import { t } from '../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { departmentName, serviceName, staffName } from '../../src-shared/catalogue/lookup.ts';
import { CLOCK_LABELS } from '../../src-shared/domain/labels.ts';
import type { BoardRow, BoardTab } from '../../src-shared/protocol/data-rpc/overdue-views.ts';
import { exactMoment, relativeMoment } from '../../src-shared/util/moment.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { CaseCell, TwoLines } from '../ui/case-grid/cells.tsx';
import type { GridColumn } from '../ui/case-grid/columns.tsx';
import { StatusPill, type Tone } from '../ui/status-pill.tsx';

export interface BoardColumnOptions {
  readonly tab: BoardTab;
  readonly catalogue: Catalogue;
  readonly now: UtcMs;
}

const NOBODY: readonly string[] = [];
const TONES: Record<BoardTab, Tone> = { overdue: 'danger', dueSoon: 'warning', wasOverdue: 'neutral' };

/** How late, what was promised and why, whose, what of it, and who knows. The widths are in overdue.css. */
export function createBoardColumns({ tab, catalogue, now }: BoardColumnOptions): readonly GridColumn<BoardRow>[] {
  const { timeZone } = catalogue.city;
  const exact = (at: UtcMs): string => exactMoment(at, now, timeZone);
  const name = (id: string): string => staffName(catalogue, id);
  return [
    { id: 'case', header: t`Number`, cell: (row) => <CaseCell row={row} colleagues={NOBODY} /> },
    { id: 'late', header: tab === 'dueSoon' ? t`Due in working time` : t`Late, working time`, cell: ({ entry }) => <LateCell text={entry.howLate} tone={TONES[tab]} second={momentLine(tab, entry, exact)} /> },
    { id: 'promise', header: t`Promised, and why`, cell: ({ entry }) => <TwoLines first={`${entry.promised}${alsoLate(entry)}`} second={entry.why} /> },
    {
      id: 'owner',
      header: t`Owner`,
      cell: ({ entry }) => (
        <OwnerCell owner={entry.assigneeId === null ? t`Unassigned` : name(entry.assigneeId)} department={departmentName(catalogue, entry.departmentCode)} told={entry.told.map(name).join(', ')} />
      ),
    },
    { id: 'request', header: t`Service`, cell: (row) => <TwoLines first={serviceName(catalogue, row.serviceCode)} second={row.locationText || row.summary || (row.isSealed ? t`Sealed` : t`No location`)} /> },
    {
      id: 'told',
      header: t`Told, and last contact`,
      cell: ({ entry: { told, lastContact } }) => (
        <TwoLines
          first={told.length === 0 ? t`Nobody told` : told.map(name).join(', ')}
          second={lastContact === null ? t`No contact yet` : `${lastContact.words} ${relativeMoment(lastContact.at, now, timeZone)}`}
        />
      ),
    },
  ];
}

function alsoLate({ alsoLate: clocks }: BoardRow['entry']): string {
  return clocks.length === 0 ? '' : t` · also late: ${clocks.map((clock) => CLOCK_LABELS[clock]).join(', ')}`;
}

function momentLine(tab: BoardTab, { lateFrom, endedAt }: BoardRow['entry'], exact: (at: UtcMs) => string): string {
  if (tab === 'dueSoon') return exact(lateFrom);
  return endedAt === null ? t`since ${exact(lateFrom)}` : t`until ${exact(endedAt)}`;
}

interface OwnerCellProps {
  readonly owner: string;
  readonly department: string;
  /** Names; empty: nobody. */
  readonly told: string;
}

/** Who was told stands here only where their own column has no room. */
function OwnerCell({ owner, department, told }: OwnerCellProps): ReactElement {
  return (
    <div className="grid-lines">
      <div className="grid-line" title={owner}>
        {owner}
      </div>
      <div className="grid-line muted" title={told === '' ? department : t`${department}, told: ${told}`}>
        {told !== '' && <span className="overdue-told">{t`told ${told} · `}</span>}
        {department}
      </div>
    </div>
  );
}

function LateCell({ text, tone, second }: { readonly text: string; readonly tone: Tone; readonly second: string }): ReactElement {
  return (
    <div className="grid-lines number">
      <div className="grid-line">
        <StatusPill tone={tone} label={text} />
      </div>
      <div className="grid-line muted" title={second}>
        {second}
      </div>
    </div>
  );
}
