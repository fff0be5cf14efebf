import { t, tFor } from '../../../src-shared/language/language.ts';
import { chordLabel } from '../../app/keymap/chord.ts';
import { keyOf } from '../../app/keymap/own-keys.ts';
import type { KeyboardEvent, ReactElement } from 'react';
import { serviceName } from '../../../src-shared/catalogue/lookup.ts';
import { STATE_LABELS } from '../../../src-shared/domain/labels.ts';
import type { CaseRow, SimilarCase } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { goTo } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import { STATE_TONES } from '../../ui/case-words.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { StatusPill } from '../../ui/status-pill.tsx';
import { useIntakeForm } from './form-context.tsx';
import { useSimilarCases } from './use-similar-cases.ts';

/** Cases that may be the same thing, each with why. Adding the caller there is as good as a new case: own number, own receipt. */
export function SimilarCases({ onJoin }: { readonly onJoin: (existing: CaseRow) => void }): ReactElement {
  const { cases: similar, isAnswered } = useSimilarCases();
  return (
    <section className="intake-section" aria-labelledby="intake-similar">
      <header className="intake-rail-header">
        <h2 id="intake-similar">{t`Similar cases nearby`}</h2>
        {similar.length > 0 && <Kbd keys={chordLabel(keyOf('newCase.go.similar'))} />}
      </header>
      {similar.length === 0 ? (
        <p className="muted intake-none">{isAnswered ? t`No case looks like this one.` : t`None known yet. They show up here as soon as a service and a place are typed.`}</p>
      ) : (
        <ul aria-label={t`Similar cases nearby`} onKeyDown={moveBetweenRows}>
          {similar.map((one, index) => (
            <SimilarRow key={one.row.caseId} similar={one} isFirst={index === 0} onJoin={onJoin} />
          ))}
        </ul>
      )}
    </section>
  );
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
  const others = row.coReporterCount === 0 ? [] : [t`${row.coReporterCount + 1} citizens reported it`];
  return (
    <li className="intake-case">
      <div className="intake-case-line">
        <strong className="number">{number}</strong>
        <Button size="small" look="quiet" label={t`Open ${number}`} onPress={() => goTo({ screen: 'case', caseId: row.caseId })}>
          {tFor('verb')`Open`}
        </Button>
      </div>
      <div className="intake-case-what">{[serviceName(catalogue, row.serviceCode), row.locationText].filter(Boolean).join(' · ')}</div>
      <div className="intake-case-line">
        <StatusPill tone={STATE_TONES[row.state]} label={STATE_LABELS[row.state]} />
        <span className="muted">{[...reasons, ...others].join(' · ')}</span>
      </div>
      <Button size="small" {...(isFirst ? { buttonRef: fields.refTo('similar') } : {})} label={t`Add this caller to that case: ${number}`} onPress={() => onJoin(row)}>
        {t`Add this caller to that case`}
      </Button>
    </li>
  );
}

/** Arrows go from the button of one row that adds the caller to that of the next. */
function moveBetweenRows(event: KeyboardEvent<HTMLUListElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const rows = [...event.currentTarget.querySelectorAll('li')];
  const at = rows.findIndex((row) => row.contains(event.target as Node)); // safe: keys are pressed on elements
  rows[at + (event.key === 'ArrowDown' ? 1 : -1)]?.querySelector<HTMLButtonElement>(':scope > button')?.focus();
  event.preventDefault();
}
