import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactElement, useMemo } from 'react';
import { serviceName } from '../../../src-shared/catalogue/lookup.ts';
import { STATE_LABELS } from '../../../src-shared/domain/labels.ts';
import type { CaseRow, SimilarCase } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { goTo } from '../../app/routes.ts';
import { queries } from '../../data/queries.ts';
import { Button } from '../../ui/button.tsx';
import { STATE_TONES } from '../../ui/case-words.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { StatusPill } from '../../ui/status-pill.tsx';
import { SIMILAR_KEY } from './fields.ts';
import { useIntakeForm } from './form-context.tsx';
import { useSettled } from './use-settled.ts';

const SETTLE_MS = 150;
const LEAST_TEXT = 4;

/** Cases that may be the same thing, each with why. Adding the caller there is as good as a new case: own number, own receipt. */
export function SimilarCases({ onJoin }: { readonly onJoin: (existing: CaseRow) => void }): ReactElement {
  const similar = useSimilarCases();
  return (
    <section className="intake-section" aria-labelledby="intake-similar">
      <header className="intake-rail-header">
        <h2 id="intake-similar">Similar cases nearby</h2>
        {similar.length > 0 && <Kbd keys={SIMILAR_KEY} />}
      </header>
      {similar.length === 0 ? (
        <p className="muted intake-none">None known yet. They show up here as soon as a service and a place are typed.</p>
      ) : (
        <ul aria-label="Similar cases nearby" onKeyDown={moveBetweenRows}>
          {similar.map((one, index) => (
            <SimilarRow key={one.row.caseId} similar={one} isFirst={index === 0} onJoin={onJoin} />
          ))}
        </ul>
      )}
    </section>
  );
}

function useSimilarCases(): readonly SimilarCase[] {
  const { draft } = useIntakeForm();
  const { serviceCode, locationText, point, description } = draft;
  const asked = useMemo(() => ({ serviceCode, locationText: locationText.trim(), point, description: description.trim() }), [serviceCode, locationText, point, description]);
  const settled = useSettled(asked, SETTLE_MS);
  const saysEnough = settled.locationText.length >= LEAST_TEXT || (settled.serviceCode !== null && settled.description.length >= LEAST_TEXT);
  const { data = [] } = useQuery({ ...queries.similarCases(settled), enabled: saysEnough });
  return saysEnough ? data : [];
}

interface SimilarRowProps {
  readonly similar: SimilarCase;
  readonly isFirst: boolean;
  readonly onJoin: (existing: CaseRow) => void;
}

function SimilarRow({ similar, isFirst, onJoin }: SimilarRowProps): ReactElement {
  const { catalogue, fields } = useIntakeForm();
  const { row, reasons } = similar;
  const number = formatTrackingNumber(row.trackingNumber);
  const others = row.coReporterCount === 0 ? [] : [`${row.coReporterCount + 1} citizens reported it`];
  return (
    <li className="intake-case">
      <div className="intake-case-line">
        <strong className="number">{number}</strong>
        <StatusPill tone={STATE_TONES[row.state]} label={STATE_LABELS[row.state]} />
      </div>
      <div className="intake-case-what">{[serviceName(catalogue, row.serviceCode), row.locationText].filter(Boolean).join(' · ')}</div>
      <div className="muted intake-reasons">{[...reasons, ...others].join(' · ')}</div>
      <div className="intake-case-actions">
        <Button size="small" {...(isFirst ? { buttonRef: fields.refTo('similar') } : {})} label={`Add this caller to that case: ${number}`} onPress={() => onJoin(row)}>
          Add this caller to that case
        </Button>
        <Button size="small" look="quiet" label={`Open ${number}`} onPress={() => goTo({ screen: 'case', caseId: row.caseId })}>
          Open
        </Button>
      </div>
    </li>
  );
}

/** Arrows go from the first button of one row to that of the next. */
function moveBetweenRows(event: KeyboardEvent<HTMLUListElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const rows = [...event.currentTarget.querySelectorAll('li')];
  const at = rows.findIndex((row) => row.contains(event.target as Node)); // safe: keys are pressed on elements
  rows[at + (event.key === 'ArrowDown' ? 1 : -1)]?.querySelector('button')?.focus();
  event.preventDefault();
}
