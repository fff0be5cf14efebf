import { t, tFor } from '../../../src-shared/language/language.ts';
import { keyOf } from '../../app/keymap/own-keys.ts';
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
import { useNow } from '../../ui/use-now.ts';
import { StatusPill } from '../../ui/status-pill.tsx';
import { noteCallingAbout } from '../calling-about.ts';
import { useFormState, useIntakeForm, type FormState } from './form-context.tsx';

const MOST_SHOWN = 6;

/** What a line needs of a case. */
type AboutRow = Pick<CaseRow, 'caseId' | 'trackingNumber' | 'state' | 'receivedAt' | 'serviceCode' | 'locationText'>;

interface CallerCasesProps {
  /** Whose cases: null when nobody is known yet. */
  readonly caller: { readonly key: string; readonly name: string } | null;
}

/**
 * The case whose number was said, and what this caller has with the city already, open cases first: one key notes on a case that they
 * are calling about it.
 */
export function CallerCases({ caller }: CallerCasesProps): ReactElement | null {
  const { read } = useIntakeForm();
  const named = useNumberCase();
  const { data = [] } = useQuery({ ...queries.callerCases(caller?.key ?? ''), enabled: caller !== null });
  const rows = caller === null ? [] : data.filter(({ caseId }) => caseId !== named?.caseId);
  const all: readonly AboutRow[] = named === null ? rows : [named, ...rows];
  const shown = all.slice(0, MOST_SHOWN);
  useActions({ id: 'newCase.callerCases', title: t`The caller’s cases` }, shown.map((row, index) => noteAction(row, index, read)));
  if (shown.length === 0) return null;
  return (
    <div className="intake-caller-cases" data-of-said>
      <p className="intake-hint">
        <span>{caller === null ? t`The case of this number` : t`Cases of ${caller.name}`}</span>
        {all.length > shown.length && <span>{t`${all.length - shown.length} more in the queue`}</span>}
      </p>
      <ul aria-label={t`Caller's cases`}>
        {shown.map((row, index) => (
          <CallerCase key={row.caseId} row={row} isNamed={row === named} keyHint={keyOf(`newCase.callerCase.${index + 1}`)} />
        ))}
      </ul>
    </div>
  );
}

/** The case whose tracking number stands in the line. */
function useNumberCase(): AboutRow | null {
  const named = useFormState(({ said }) => said.numberCase);
  if (named === null) return null;
  const { id, trackingNumber, state, receivedAt, serviceCode, location } = named.case;
  return { caseId: id, trackingNumber, state, receivedAt, serviceCode, locationText: location?.text ?? '' };
}

interface CallerCaseProps {
  readonly row: AboutRow;
  readonly isNamed: boolean;
  readonly keyHint: string | undefined;
}

function CallerCase({ row, isNamed, keyHint }: CallerCaseProps): ReactElement {
  const { catalogue, fields, read } = useIntakeForm();
  const now = useNow();
  const number = formatTrackingNumber(row.trackingNumber);
  return (
    <li className="intake-case">
      <div className="intake-case-line">
        <strong className="number">{number}</strong>
        <StatusPill tone={STATE_TONES[row.state]} label={STATE_LABELS[row.state]} />
        <span className="muted">{relativeMoment(row.receivedAt, now, catalogue.city.timeZone)}</span>
      </div>
      <div className="intake-case-what">{[serviceName(catalogue, row.serviceCode), row.locationText].filter(Boolean).join(' · ')}</div>
      <div className="intake-case-actions">
        <Button size="small" keyHint={keyHint} {...(isNamed ? { buttonRef: fields.refTo('numberCase') } : {})} onPress={() => void noteCallingAbout(row, read())}>
          {t`Calling about this one`}
          <span className="visually-hidden">{number}</span>
        </Button>
        <Button size="small" look="quiet" label={t`Open ${number}`} onPress={() => goTo({ screen: 'case', caseId: row.caseId })}>
          {tFor('verb')`Open`}
        </Button>
      </div>
    </li>
  );
}

function noteAction(row: AboutRow, index: number, read: () => FormState): Action {
  return {
    id: `newCase.callerCase.${index + 1}`,
    label: t`Calling about ${formatTrackingNumber(row.trackingNumber)}`,
    run: () => void noteCallingAbout(row, read()),
    isKeyOnly: true,
  };
}
