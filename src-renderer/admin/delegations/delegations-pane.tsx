import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useState } from 'react';
import { findStaff, staffName } from '../../../src-shared/catalogue/lookup.ts';
import { type Delegation, endOfDelegation } from '../../../src-shared/office/delegation.ts';
import { mayEndDelegation } from '../../../src-shared/office/office-permission.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import { nameStandIn } from '../../app/away/away-store.ts';
import { groupDelegations } from '../../app/away/away-words.ts';
import type { Action } from '../../app/keymap/action.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { useActions } from '../../app/keymap/use-actions.ts';
import { useOffice, useWaitingInOffice } from '../../app/office/use-office.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { dataErrorSentence } from '../../data/data-error.ts';
import { newCommandId } from '../../data/new-id.ts';
import { officeCommands } from '../../data/office.ts';
import { showToast } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { StatusPill } from '../../ui/status-pill.tsx';
import { useNow } from '../../ui/use-now.ts';

/** Who stands in for whom, until when (AS-2). */
export function DelegationsPane(): ReactElement {
  const staff = useStaff();
  const groups = groupDelegations(useOffice(), useNow());
  const [problem, setProblem] = useState<string | null>(null);
  const add: Action = { id: 'admin.newStandIn', label: t`Name a stand-in`, run: () => nameStandIn(staff.id) };
  useActions({ id: 'admin.delegations', title: t`Delegations` }, [add]);

  async function end({ id }: Delegation): Promise<void> {
    setProblem(null);
    try {
      const reply = await officeCommands.run({ commandId: newCommandId(), type: 'office.endDelegation', args: { delegationId: id } });
      if (reply.ok) showToast(t`Ended.`);
      else setProblem(reply.sentence);
    } catch (error) {
      setProblem(dataErrorSentence(error));
    }
  }
  const isEmpty = groups.now.length + groups.coming.length + groups.over.length === 0;
  return (
    <div className="admin-tool">
      <header className="admin-pane-head">
        <h2 tabIndex={-1}>{t`Delegations`}</h2>
        <ActionButton action={add} icon="plus" size="small" />
      </header>
      <p className="muted">{t`Whoever stands in may do what the other one may, and is told of what is late in their place. For oneself anybody names a stand-in; heads for their department, administrators for everybody.`}</p>
      {problem !== null && <ErrorNote>{problem}</ErrorNote>}
      {isEmpty && <EmptyState title={t`Nobody is away`}>{t`Before a vacation, name who stands in: what is late is then told to somebody who is there.`}</EmptyState>}
      <Group title={t`Now`} delegations={groups.now} onEnd={(one) => void end(one)} />
      <Group title={t`To come`} delegations={groups.coming} onEnd={(one) => void end(one)} />
      <Group title={t`Over, within the last month`} delegations={groups.over} onEnd={null} />
    </div>
  );
}

interface GroupProps {
  readonly title: string;
  readonly delegations: readonly Delegation[];
  /** Null: it is over. */
  readonly onEnd: ((delegation: Delegation) => void) | null;
}

function Group({ title, delegations, onEnd }: GroupProps): ReactElement | null {
  if (delegations.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul className="admin-cards" aria-label={title}>
        {delegations.map((delegation) => (
          <Row key={delegation.id} delegation={delegation} onEnd={onEnd} />
        ))}
      </ul>
    </section>
  );
}

function Row({ delegation, onEnd }: { readonly delegation: Delegation; readonly onEnd: GroupProps['onEnd'] }): ReactElement {
  const catalogue = useCatalogue();
  const me = useStaff();
  const now = useNow();
  const isWaiting = useWaitingInOffice().has(delegation.id);
  const { timeZone } = catalogue.city;
  const { fromStaffId, toStaffId, from, by, note } = delegation;
  const words = t`${staffName(catalogue, toStaffId)} stands in for ${staffName(catalogue, fromStaffId)}`;
  const mayEnd = onEnd !== null && mayEndDelegation(me, delegation, findStaff(catalogue, fromStaffId) ?? null);
  return (
    <li className="admin-card">
      <div className="admin-card-head">
        <h4>{words}</h4>
        {isWaiting && <StatusPill tone="neutral" label={t`Waits for the server`} />}
        {mayEnd && (
          <div className="button-row">
            <Button size="small" label={t`End now: ${words}`} onPress={() => onEnd(delegation)}>
              {t`End now`}
            </Button>
          </div>
        )}
      </div>
      <p className="number muted">{by === fromStaffId
          ? t`${exactMoment(from, now, timeZone)} to ${exactMoment(endOfDelegation(delegation), now, timeZone)}`
          : t`${exactMoment(from, now, timeZone)} to ${exactMoment(endOfDelegation(delegation), now, timeZone)}, named by ${staffName(catalogue, by)}`}</p>
      {note !== '' && <p>{note}</p>}
    </li>
  );
}
