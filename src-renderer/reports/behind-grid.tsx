import { t } from '../../src-shared/language/language.ts';
import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef } from 'react';
import { serviceName, departmentName } from '../../src-shared/catalogue/lookup.ts';
import { CHANNEL_LABELS } from '../../src-shared/domain/labels.ts';
import type { CaseBehind } from '../../src-shared/reports/cases-behind.ts';
import type { MeasureKey } from '../../src-shared/reports/measure.ts';
import { formatTrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { exactMoment, relativeMoment } from '../../src-shared/util/moment.ts';
import { useCatalogue } from '../app/workplace.tsx';
import { readGridKey } from '../ui/case-grid/grid-keys.ts';
import { useRowHeight } from '../ui/case-grid/use-row-height.ts';
import { useVirtualRows } from '../ui/case-grid/use-virtual-rows.ts';
import { TwoLines } from '../ui/case-grid/cells.tsx';
import '../ui/case-grid/case-grid.css';
import { useNow } from '../ui/use-now.ts';
import { momentHeading, valueHeading, valueWords } from './behind-words.ts';

const FIRST_ROW_HEIGHT = 52;

export interface BehindGridProps {
  readonly measure: MeasureKey;
  readonly entries: readonly CaseBehind[];
  readonly cursor: number;
  readonly onCursor: (cursor: number) => void;
  readonly onOpen: (entry: CaseBehind) => void;
  readonly onLeave: () => void;
}

const nothing = (): void => undefined;

/** The entries behind a figure, one line each. One tab stop: the arrows move the cursor, Enter opens the case. */
export function BehindGrid({ measure, entries, cursor, onCursor, onOpen, onLeave }: BehindGridProps): ReactElement {
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight(probe, FIRST_ROW_HEIGHT);
  const index = Math.min(cursor, entries.length - 1);
  const virtual = useVirtualRows({ grid, rowCount: entries.length, rowHeight, listKey: measure, cursorKey: String(index), meantKey: String(index), cursorIndex: index, onNearEnd: nothing });
  useEffect(() => grid.current?.focus(), []);
  function onKeyDown(event: KeyboardEvent): void {
    const rowsPerPage = Math.max(1, Math.floor((grid.current?.clientHeight ?? 0) / rowHeight) - 2);
    const move = readGridKey(event, { index, rowCount: entries.length, rowsPerPage });
    if (move === null || move.kind === 'toggle') return;
    event.preventDefault();
    const entry = entries[index];
    if (move.kind === 'leave') onLeave();
    else if (move.kind === 'open' && entry) onOpen(entry);
    else if (move.kind === 'move') {
      onCursor(move.to);
      virtual.scrollToRow(move.to);
    }
  }
  const headings = [t`Number`, t`Service`, t`Department`, momentHeading(measure), ...[valueHeading(measure)].filter((one) => one !== null)];
  return (
    <div
      className="grid"
      role="grid"
      aria-label={t`Cases behind the figure`}
      aria-rowcount={entries.length + 1}
      aria-colcount={headings.length}
      aria-activedescendant={index >= 0 ? `${id}-${index}` : undefined}
      data-columns={headings.length === 5 ? 'behind-valued' : 'behind'}
      tabIndex={0}
      ref={grid}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className="grid-head">
        <div role="row" aria-rowindex={1} className="grid-row-cells">
          {headings.map((heading, column) => (
            <div key={heading} role="columnheader" aria-colindex={column + 1} className="grid-cell">
              {heading}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="grid-body" style={{ height: virtual.height }}>
        {virtual.items.map(({ index: at, start }) => {
          const entry = entries[at];
          return entry && <Row key={at} id={`${id}-${at}`} measure={measure} entry={entry} index={at} top={start} isCursor={at === index} onPress={() => onCursor(at)} onOpen={() => onOpen(entry)} />;
        })}
      </div>
      <div className="grid-probe" ref={probe} aria-hidden="true" />
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly measure: MeasureKey;
  readonly entry: CaseBehind;
  readonly index: number;
  readonly top: number;
  readonly isCursor: boolean;
  readonly onPress: () => void;
  readonly onOpen: () => void;
}

function Row({ id, measure, entry, index, top, isCursor, onPress, onOpen }: RowProps): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  const { timeZone } = catalogue.city;
  const [value, valueBelow = ''] = valueWords(measure, entry);
  const cells = [
    <TwoLines key="service" first={serviceName(catalogue, entry.serviceCode)} second={CHANNEL_LABELS[entry.channel]} />,
    <TwoLines key="department" first={departmentName(catalogue, entry.departmentCode)} second="" />,
    <TwoLines key="moment" first={exactMoment(entry.at, now, timeZone)} second={relativeMoment(entry.at, now, timeZone)} isNumber />,
    ...(valueHeading(measure) === null ? [] : [<TwoLines key="value" first={value} second={valueBelow} isNumber />]),
  ];
  return (
    <div id={id} role="row" aria-rowindex={index + 2} className="grid-row grid-row-cells" data-cursor={isCursor || undefined} style={{ transform: `translateY(${top}px)` }} onClick={onPress} onDoubleClick={onOpen}>
      <div role="rowheader" aria-colindex={1} className="grid-cell grid-number number">
        {formatTrackingNumber(entry.trackingNumber)}
      </div>
      {cells.map((cell, column) => (
        <div key={cell.key} role="gridcell" aria-colindex={column + 2} className="grid-cell">
          {cell}
        </div>
      ))}
    </div>
  );
}
