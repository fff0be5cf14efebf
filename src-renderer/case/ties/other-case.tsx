import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { departmentName, serviceName } from '../../../src-shared/catalogue/lookup.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { STATE_LABELS } from '../../../src-shared/domain/labels.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { STATE_TONES } from '../../ui/case-words.ts';
import { Note } from '../../ui/note.tsx';
import { StatusPill } from '../../ui/status-pill.tsx';
import { useNow } from '../../ui/use-now.ts';

/** Enough of another case to know that it is the right one. */
export function OtherCase({ other }: { readonly other: Case }): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  const parts = [serviceName(catalogue, other.serviceCode), other.location?.text ?? '', other.requester?.name ?? '', departmentName(catalogue, other.departmentCode)];
  return (
    <Note tone="info">
      <p>
        <strong className="number">{formatTrackingNumber(other.trackingNumber)}</strong> <StatusPill tone={STATE_TONES[other.state]} label={STATE_LABELS[other.state]} />
      </p>
      <p>{parts.filter(Boolean).join(' · ')}</p>
      {other.description !== '' && <p className="dialog-excerpt">{other.description}</p>}
      <p>{t`Received ${exactMoment(other.receivedAt, now, catalogue.city.timeZone)}`}</p>
    </Note>
  );
}

/** What merging does, before it is done. */
export function MergeOutlook({ current, other }: { readonly current: Case; readonly other: Case }): ReactElement {
  const [own, into] = [formatTrackingNumber(current.trackingNumber), formatTrackingNumber(other.trackingNumber)];
  const citizen = current.requester?.name || t`The citizen`;
  if (other.state === 'closed') {
    return <Note tone="warning">{t`${into} is closed. Merged into it, this case counts as finished with it. If the trouble is there again, link them instead and leave this one open.`}</Note>;
  }
  return (
    <Note>
      {t`The work goes on in ${into}; this case closes with it. ${citizen} keeps ${own} and is told under that number. Nothing is moved or lost, and it can be undone at any time.`}
    </Note>
  );
}
