import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { serviceName } from '../../../src-shared/catalogue/lookup.ts';
import { STATE_LABELS } from '../../../src-shared/domain/labels.ts';
import type { CaseRow } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import type { Action } from '../../app/keymap/action.ts';
import { useActions } from '../../app/keymap/use-actions.ts';
import { goTo } from '../../app/routes.ts';
import { queries } from '../../data/queries.ts';
import { Button } from '../../ui/button.tsx';
import { STATE_TONES } from '../../ui/case-words.ts';
import { relativeMoment } from '../../../src-shared/util/moment.ts';
import { StatusPill } from '../../ui/status-pill.tsx';
import { useIntakeForm } from './form-context.tsx';

const MOST_SHOWN = 6;

/** What this caller has with the city already, open cases first: they may be calling about one of them. */
export function CallerCases({ callerKey, callerName }: { readonly callerKey: string; readonly callerName: string }): ReactElement {
  const { data: rows = [] } = useQuery(queries.callerCases(callerKey));
  const shown = rows.slice(0, MOST_SHOWN);
  useActions({ id: 'newCase.callerCases', title: 'The caller’s cases' }, shown.map(openAction));
  return (
    <div className="intake-caller-cases">
      <p className="intake-hint">
        <span>{`Cases of ${callerName}`}</span>
        {rows.length > shown.length && <span>{`${rows.length - shown.length} more in the queue`}</span>}
      </p>
      <ul aria-label="Caller's cases">
        {shown.map((row, index) => (
          <CallerCase key={row.caseId} row={row} keyHint={openAction(row, index).keys[0]} />
        ))}
      </ul>
    </div>
  );
}

function CallerCase({ row, keyHint }: { readonly row: CaseRow; readonly keyHint: string | undefined }): ReactElement {
  const { catalogue, now } = useIntakeForm();
  const number = formatTrackingNumber(row.trackingNumber);
  return (
    <li className="intake-case">
      <div className="intake-case-line">
        <strong className="number">{number}</strong>
        <StatusPill tone={STATE_TONES[row.state]} label={STATE_LABELS[row.state]} />
        <span className="muted">{relativeMoment(row.receivedAt, now, catalogue.city.timeZone)}</span>
      </div>
      <div className="intake-case-what">{[serviceName(catalogue, row.serviceCode), row.locationText].filter(Boolean).join(' · ')}</div>
      <Button size="small" keyHint={keyHint} onPress={() => goTo({ screen: 'case', caseId: row.caseId })}>
        Calling about this one
        <span className="visually-hidden">{number}</span>
      </Button>
    </li>
  );
}

function openAction(row: CaseRow, index: number): Action {
  return {
    id: `newCase.callerCase.${index + 1}`,
    label: `Calling about ${formatTrackingNumber(row.trackingNumber)}`,
    keys: [`Ctrl+${index + 1}`],
    run: () => goTo({ screen: 'case', caseId: row.caseId }),
    isKeyOnly: true,
  };
}
