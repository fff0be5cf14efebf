import { t } from '../../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { serviceName, staffName } from '../../../src-shared/catalogue/lookup.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { STATE_LABELS } from '../../../src-shared/domain/labels.ts';
import type { CasePart, SimilarCase } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import type { CaseId } from '../../../src-shared/util/ids.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { goTo } from '../../app/routes.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { queries } from '../../data/queries.ts';
import { Button } from '../../ui/button.tsx';
import { STATE_TONES } from '../../ui/case-words.ts';
import { Note } from '../../ui/note.tsx';
import { StatusPill } from '../../ui/status-pill.tsx';
import { useNow } from '../../ui/use-now.ts';
import { isOffered } from '../case-rules.ts';
import { Group } from '../facts/group.tsx';
import type { CaseActions } from '../use-case-actions.ts';
import './ties.css';

interface TieProps {
  readonly current: Case;
  readonly actions: CaseActions;
}

/** Says that the work goes on elsewhere, with the way there and the way back. */
export function MergedBanner({ current, actions }: TieProps): ReactElement | null {
  const catalogue = useCatalogue();
  const now = useNow();
  if (current.mergedInto === null) return null;
  const { trackingNumber, at, by } = current.mergedInto;
  const { openWhole, unmerge } = actions.inPlace;
  const buttons = (
    <div className="case-tie-buttons">
      <ActionButton action={openWhole} size="small" look="primary" />
      {unmerge.isEnabled === true && <ActionButton action={unmerge} size="small" />}
    </div>
  );
  return (
    <Note tone="info" actions={buttons}>
      <strong>{t`Part of ${formatTrackingNumber(trackingNumber)}`}</strong>
      {t`, since ${exactMoment(at, now, catalogue.city.timeZone)} by ${staffName(catalogue, by)}. The work goes on there; this citizen is told under this number.`}
    </Note>
  );
}

/** Cases that were merged into this one; each citizen keeps the number. */
export function PartsPanel({ parts }: { readonly parts: readonly CasePart[] }): ReactElement | null {
  if (parts.length === 0) return null;
  return (
    <Group title={t`Merged into this case`}>
      <ul className="case-people" aria-label={t`Merged into this case`}>
        {parts.map(({ caseId, trackingNumber, citizen, isStillPart }) => (
          <li key={caseId}>
            <OpenCase caseId={caseId} number={formatTrackingNumber(trackingNumber)} />
            <span>{citizen === null ? t`not on this workstation` : citizen || t`Anonymous`}</span>
            {!isStillPart && <span className="muted">{t`taken out again`}</span>}
          </li>
        ))}
      </ul>
    </Group>
  );
}

/** Cases tied to this one by somebody; both go on by themselves. */
export function LinksPanel({ current, actions }: TieProps): ReactElement | null {
  const mayUnlink = isOffered('unlink', current, useStaff());
  if (current.links.length === 0) return null;
  return (
    <Group title={t`Linked cases`}>
      <ul className="case-people">
        {current.links.map(({ relation, caseId, trackingNumber }) => {
          const number = formatTrackingNumber(trackingNumber);
          return (
            <li key={`${relation} ${caseId}`}>
              <span>{relation === 'duplicateOf' ? t`Duplicate of` : t`Related to`}</span>
              <OpenCase caseId={caseId} number={number} />
              {mayUnlink && (
                <Button size="small" look="quiet" label={t`Remove link to ${number}`} onPress={() => actions.openDialog('unlink', `${relation} ${caseId}`)}>
                  {t`Remove link`}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Group>
  );
}

function OpenCase({ caseId, number }: { readonly caseId: CaseId; readonly number: string }): ReactElement {
  return (
    <Button size="small" look="quiet" label={t`${number}, open`} onPress={() => goTo({ screen: 'case', caseId })}>
      {number}
    </Button>
  );
}

/** Open cases that may be the same thing, each with why; nothing while there are none, or when the case is done. */
export function SimilarPanel({ current, actions }: TieProps): ReactElement | null {
  const isAsked = current.state !== 'closed' && !current.isSealed;
  const { data: similar = [] } = useQuery({ ...queries.similarToCase(current.id), enabled: isAsked });
  if (!isAsked || similar.length === 0) return null;
  return (
    <Group title={t`Similar cases nearby`}>
      <ul className="case-similar" aria-label={t`Similar cases nearby`}>
        {similar.map((one) => (
          <SimilarRow key={one.row.caseId} similar={one} actions={actions} />
        ))}
      </ul>
    </Group>
  );
}

function SimilarRow({ similar: { row, reasons }, actions }: { readonly similar: SimilarCase; readonly actions: CaseActions }): ReactElement {
  const catalogue = useCatalogue();
  const number = formatTrackingNumber(row.trackingNumber);
  return (
    <li>
      <p className="case-similar-line">
        <OpenCase caseId={row.caseId} number={number} />
        <StatusPill tone={STATE_TONES[row.state]} label={STATE_LABELS[row.state]} />
        <Button size="small" label={t`Link or merge with ${number}`} onPress={() => actions.openDialog('link', number)}>
          {t`Link or merge`}
        </Button>
      </p>
      <p>{[serviceName(catalogue, row.serviceCode), row.locationText].filter(Boolean).join(' · ')}</p>
      <p className="muted">{reasons.join(' · ')}</p>
    </li>
  );
}
