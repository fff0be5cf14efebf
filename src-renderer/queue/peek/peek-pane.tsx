import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import { departmentName, serviceName, staffName } from '../../../src-shared/catalogue/lookup.ts';
import { PREFERENCE_LABELS, STATE_LABELS } from '../../../src-shared/domain/labels.ts';
import { t } from '../../../src-shared/language/language.ts';
import type { CaseRow, CaseView } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { queries } from '../../data/queries.ts';
import { STATE_TONES } from '../../ui/case-words.ts';
import { rowDueWords } from '../../ui/due-words.ts';
import { StatusPill } from '../../ui/status-pill.tsx';
import { useNow } from '../../ui/use-now.ts';
import { peekClocks, type PeekClock } from './peek-clocks.ts';
import { lastLines } from './peek-story.ts';
import './peek-pane.css';

/** While the cursor runs on, nothing is read. */
const SETTLED_AFTER_MS = 120;
const MOST_LINES = 3;

interface PeekPaneProps {
  /** Null: the cursor stands on no case. */
  readonly row: CaseRow | null;
  /** Colleagues who have it open. */
  readonly colleagues: readonly string[];
}

/** The case under the cursor at a glance, beside the list; the focus stays in the list. */
export function PeekPane({ row, colleagues }: PeekPaneProps): ReactElement {
  const settled = useSettled(row);
  // A sealed case is read where each opening is noted.
  const isAsked = settled !== null && !settled.isSealed;
  const { data: view } = useQuery({ ...queries.caseView((settled ?? row)?.caseId ?? NO_CASE), enabled: isAsked });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls: without a mouse it is scrolled from here
    <aside className="peek" aria-label={t`Case at a glance`} tabIndex={0}>
      {row === null ? <p className="muted">{t`No case under the cursor.`}</p> : <Peek row={row} view={isAsked && settled?.caseId === row.caseId ? (view ?? null) : null} colleagues={colleagues} />}
    </aside>
  );
}

const NO_CASE = '00000000-0000-4000-8000-000000000000' as CaseRow['caseId']; // safe: never asked for

function useSettled(row: CaseRow | null): CaseRow | null {
  const [settled, setSettled] = useState(row);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(row), SETTLED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [row]);
  return settled;
}

function Peek({ row, view, colleagues }: { readonly row: CaseRow; readonly view: CaseView | null; readonly colleagues: readonly string[] }): ReactElement {
  const [catalogue, now] = [useCatalogue(), useNow()];
  const due = rowDueWords(row, now, catalogue.city.timeZone);
  return (
    <>
      <h2 className="peek-number number">{formatTrackingNumber(row.trackingNumber)}</h2>
      <p className="peek-pills">
        <StatusPill tone={STATE_TONES[row.state]} label={STATE_LABELS[row.state]} />
        <StatusPill tone={due.tone} label={due.text} />
      </p>
      <p>
        <strong>{serviceName(catalogue, row.serviceCode)}</strong>
        <br />
        {departmentName(catalogue, row.departmentCode)} · {row.assigneeId === null ? t`Unassigned` : staffName(catalogue, row.assigneeId)}
      </p>
      {colleagues.length > 0 && <p className="peek-present">{t`${colleagues.join(', ')} on this case now`}</p>}
      {row.isSealed ? <p className="muted">{t`Sealed: open it to read it`}</p> : <Told row={row} view={view} />}
    </>
  );
}

function Told({ row, view }: { readonly row: CaseRow; readonly view: CaseView | null }): ReactElement {
  const [catalogue, now] = [useCatalogue(), useNow()];
  const { timeZone } = catalogue.city;
  return (
    <>
      {view && (
        <dl className="peek-dates" aria-label={t`Due dates`}>
          {peekClocks(view, now).map((clock) => (
            <PeekDate key={clock.clock} clock={clock} />
          ))}
        </dl>
      )}
      <p>
        {placeWords(row, view)}
        <br />
        <strong>{row.requesterName || t`Anonymous`}</strong>
        {view !== null && <span className="muted number"> {contactWords(view)}</span>}
      </p>
      <p className="peek-text">{view?.case.description || row.summary || t`No description`}</p>
      {view && (
        <>
          <h3 className="peek-heading">{t`Last in its history`}</h3>
          <ol className="peek-story">
            {lastLines(view.case, catalogue, MOST_LINES).map((line) => (
              <li key={line.id}>
                <span className="muted number">{exactMoment(line.at, now, timeZone)}</span> <strong>{line.what}</strong> <span className="muted">{line.who}</span>
                {line.text !== '' && <p className="peek-text peek-said">{line.text}</p>}
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}

function placeWords(row: CaseRow, view: CaseView | null): string {
  const unit = view?.case.location?.unit ?? '';
  return [row.locationText || t`No location`, unit].filter(Boolean).join(', ');
}

/** How they are reached, and how they wish to be. */
function contactWords({ case: { requester } }: CaseView): string {
  if (requester === null) return '';
  const { phone, email, preference, language } = requester;
  return [phone, email, t`wishes: ${PREFERENCE_LABELS[preference].toLowerCase()}`, language === 'es' ? t`speaks Spanish` : ''].filter(Boolean).join(' · ');
}

function PeekDate({ clock: { label, when, state, isLate, why } }: { readonly clock: PeekClock }): ReactElement {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span className="number">{when}</span>
        {state !== '' && <strong className="peek-state" data-late={isLate || undefined}>{` ${state}`}</strong>}
        <span className="muted"> {why}</span>
      </dd>
    </div>
  );
}
