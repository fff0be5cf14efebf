import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { complaintContactWords } from '../../../src-shared/catalogue/complaint-contact.ts';
import { staffName } from '../../../src-shared/catalogue/lookup.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import type { FactOf } from '../../../src-shared/domain/fact.ts';
import { COMPLAINT_ABOUT_LABELS } from '../../../src-shared/domain/labels.ts';
import { accusedWords, whoIsToldWords, whoSeesWords } from '../../../src-shared/domain/seal-words.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { useCatalogue } from '../../app/workplace.tsx';
import { StatusPill } from '../../ui/status-pill.tsx';
import { useNow } from '../../ui/use-now.ts';
import { Group } from '../facts/group.tsx';
import type { CaseActions } from '../use-case-actions.ts';
import { acknowledgedHow } from './acknowledgement.ts';
import { openingsOf } from './openings.ts';
import './complaint.css';

interface PanelProps {
  readonly current: Case;
  readonly actions: CaseActions;
}

/** Of a complaint: what it is about, whether the citizen knows that we have it, and to whom they can turn (CO-1, CO-2, CO-4). */
export function ComplaintPanel({ current, actions }: PanelProps): ReactElement | null {
  const catalogue = useCatalogue();
  if (current.kind !== 'complaint') return null;
  return (
    <Group title={t`Complaint`} actions={<ComplaintButtons current={current} actions={actions} />}>
      <dl className="case-list">
        <div>
          <dt>{t`About`}</dt>
          <dd>{current.complaintAbout == null ? t`Not said` : COMPLAINT_ABOUT_LABELS[current.complaintAbout]}</dd>
        </div>
        <div>
          <dt>{t`Acknowledged`}</dt>
          <dd>
            <Acknowledgement current={current} />
          </dd>
        </div>
        <div>
          <dt>{t`Contact`}</dt>
          <dd>{complaintContactWords(catalogue, current.departmentCode)}</dd>
        </div>
        <ToldAbove current={current} />
      </dl>
    </Group>
  );
}

function ComplaintButtons({ current, actions }: PanelProps): ReactElement {
  const { tellSupervisor } = actions.inPlace;
  return (
    <div className="complaint-buttons">
      {tellSupervisor.isEnabled === true && <ActionButton action={tellSupervisor} size="small" look="quiet" />}
      <ReportButton current={current} actions={actions} />
    </div>
  );
}

/** Who above was told, by hand or by a rule of the city; nothing while nobody was. */
function ToldAbove({ current }: { readonly current: Case }): ReactElement | null {
  const catalogue = useCatalogue();
  const now = useNow();
  const last = current.escalations.at(-1);
  if (last === undefined) return null;
  return (
    <div>
      <dt>{t`Told above`}</dt>
      <dd>{`${staffName(catalogue, last.toStaffId)} · ${exactMoment(last.at, now, catalogue.city.timeZone)}`}</dd>
    </div>
  );
}

function Acknowledgement({ current }: { readonly current: Case }): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  const { acknowledgedAt, acknowledgeBy } = current;
  const moment = (at: UtcMs): string => exactMoment(at, now, catalogue.city.timeZone);
  if (acknowledgedAt !== null) return <>{[moment(acknowledgedAt), acknowledgedHow(current, catalogue)].filter(Boolean).join(' · ')}</>;
  return (
    <>
      <StatusPill tone="warning" label={t`not yet`} /> {typeof acknowledgeBy === 'number' && t`due ${moment(acknowledgeBy)}`}
    </>
  );
}

/** Of a sealed case: why, who sees it, who was told, and who has looked at it (CO-3, CO-6). */
export function SealPanel({ current, actions }: PanelProps): ReactElement | null {
  const catalogue = useCatalogue();
  const now = useNow();
  if (!current.isSealed) return null;
  const { seal } = current;
  const parties = seal ?? { accusedStaffId: null, supervisorStaffId: null, keptBy: current.departmentCode };
  return (
    <Group title={t`Sealed`} actions={current.kind === 'complaint' ? undefined : <ReportButton current={current} actions={actions} />}>
      <p>{whoSeesWords(parties, catalogue)}</p>
      {seal !== null && (
        <>
          <p className="case-text">{seal.reason}</p>
          <p className="muted">
            {t`Sealed by ${staffName(catalogue, seal.by)} ${exactMoment(seal.at, now, catalogue.city.timeZone)}.`} {whoIsToldWords(seal, catalogue)} {accusedWords(seal, catalogue) ?? t`Nobody is named.`}
          </p>
        </>
      )}
      <Openings current={current} />
    </Group>
  );
}

function Openings({ current }: { readonly current: Case }): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  const openings = openingsOf(current.history.filter((fact): fact is FactOf<'sealedOpened'> => fact.kind === 'sealedOpened'));
  return (
    <>
      <h3>{t`Who has opened it`}</h3>
      {openings.length === 0 && <p className="muted">{t`Nobody yet.`}</p>}
      <ul className="case-people" aria-label={t`Who has opened it`}>
        {openings.map(({ by, count, lastAt }) => (
          <li key={by}>
            <span>{staffName(catalogue, by)}</span>
            <span className="muted number">{count === 1 ? exactMoment(lastAt, now, catalogue.city.timeZone) : t`${exactMoment(lastAt, now, catalogue.city.timeZone)}, ${count} times in all`}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Whoever hears of misconduct reports it, on whatever case: where there is no complaint it stands among the details. */
export function ReportButton({ actions: { inPlace } }: PanelProps): ReactElement | null {
  return inPlace.seal.isEnabled === true ? <ActionButton action={inPlace.seal} size="small" look="quiet" /> : null;
}
