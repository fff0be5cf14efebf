import { t } from '../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { departmentName, serviceName, staffName } from '../../src-shared/catalogue/lookup.ts';
import { STATE_LABELS } from '../../src-shared/domain/labels.ts';
import type { CaseView } from '../../src-shared/protocol/data-rpc/case-views.ts';
import type { PresentColleague } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { formatTrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { ActionButton } from '../app/keymap/action-button.tsx';
import { useCatalogue, useStaff } from '../app/workplace.tsx';
import { STATE_TONES, SYNC_WORDS } from '../ui/case-words.ts';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { mayOnlyAdd, workableTasks } from './case-rules.ts';
import { DueLines } from './facts/due-lines.tsx';
import { MergedBanner } from './ties/tie-panels.tsx';
import type { CaseActions } from './use-case-actions.ts';

interface CaseHeaderProps {
  readonly view: CaseView;
  readonly actions: CaseActions;
  /** Who else has this case open right now. */
  readonly colleagues: readonly PresentColleague[];
}

/** Number, state, whose it is and what was promised; then everything that can be done. */
export function CaseHeader({ view, actions, colleagues }: CaseHeaderProps): ReactElement {
  const catalogue = useCatalogue();
  const { case: current, syncState } = view;
  const sync = SYNC_WORDS[syncState];
  const assignee = current.assigneeId === null ? t`nobody yet` : staffName(catalogue, current.assigneeId);
  return (
    <header className="case-header">
      <div className="case-title">
        <h1 className="number">{formatTrackingNumber(current.trackingNumber)}</h1>
        <StatusPill tone={STATE_TONES[current.state]} label={current.mergedInto === null ? STATE_LABELS[current.state] : t`Merged`} />
        {current.isSealed && <StatusPill tone="warning" label={t`Sealed`} icon="lock" />}
        <StatusPill tone={sync.tone} label={sync.label} icon={sync.icon} />
      </div>
      <p className="case-what">
        <strong>{serviceName(catalogue, current.serviceCode)}</strong>
        <span>{departmentName(catalogue, current.departmentCode)}</span>
        <span>{t`Assigned to ${assignee}`}</span>
      </p>
      <MergedBanner current={current} actions={actions} />
      <Present colleagues={colleagues} />
      {current.mergedInto === null && <DueLines view={view} />}
      <div className="case-actions" role="group" aria-label={t`What can be done`}>
        {actions.shown.map((action) => (
          <ActionButton key={action.id} action={action} size="small" {...(action.id === 'case.close' ? { look: 'primary' as const } : {})} />
        ))}
      </div>
      <Limits view={view} />
    </header>
  );
}

/** Read out when somebody comes; an empty line while nobody is there. */
function Present({ colleagues }: { readonly colleagues: readonly PresentColleague[] }): ReactElement {
  const catalogue = useCatalogue();
  const words = colleagues.map(({ staffId, stationName }) => `${staffName(catalogue, staffId)} (${stationName})`).join(', ');
  return (
    <p className="case-present" role="status" aria-label={t`Also on this case`}>
      {words !== '' && <Icon name="person" />}
      {words !== '' && t`Also on this case now: ${words}`}
    </p>
  );
}

function Limits({ view }: { readonly view: CaseView }): ReactElement | null {
  const staff = useStaff();
  const catalogue = useCatalogue();
  if (view.syncState === 'needsAttention') {
    return <Note tone="warning">{t`Something of this case needs a decision. What was typed is kept: F8 shows it and puts it right.`}</Note>;
  }
  if (!mayOnlyAdd(view.case, staff)) return null;
  const hasTask = view.case.state !== 'closed' && workableTasks(view.case, staff).length > 0;
  return (
    <Note>
      {t`This case is with ${departmentName(catalogue, view.case.departmentCode)}. You may add notes, contacts, files and people; changes are theirs.`}
      {hasTask && ` ${t`A task here is yours or your department’s: d finishes it.`}`}
    </Note>
  );
}
