import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { departmentName } from '../../../src-shared/catalogue/lookup.ts';
import type { WorkstationEntry } from '../../../src-shared/protocol/workstations.ts';
import { dayOf, exactMoment, relativeMoment } from '../../../src-shared/util/moment.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { Button } from '../../ui/button.tsx';
import { StatusPill } from '../../ui/status-pill.tsx';
import { useNow } from '../../ui/use-now.ts';

interface WorkstationsTableProps {
  readonly workstations: readonly WorkstationEntry[];
  readonly onBlock: (workstation: WorkstationEntry) => void;
  readonly onUnblock: (workstation: WorkstationEntry) => void;
}

/** One line for each enrolment. */
export function WorkstationsTable({ workstations, onBlock, onUnblock }: WorkstationsTableProps): ReactElement {
  return (
    <table className="admin-table admin-workstations">
      <caption>{t`By name. A computer that was enrolled twice stands here twice; the one it was before is seen no more.`}</caption>
      <thead>
        <tr>
          <th scope="col">{t`Workstation`}</th>
          <th scope="col">{t`Seen last`}</th>
          <th scope="col">{t`Holds`}</th>
          <th scope="col">{t`Access`}</th>
        </tr>
      </thead>
      <tbody>
        {workstations.map((one) => (
          <Line key={one.id} workstation={one} onBlock={() => onBlock(one)} onUnblock={() => onUnblock(one)} />
        ))}
      </tbody>
    </table>
  );
}

interface LineProps {
  readonly workstation: WorkstationEntry;
  readonly onBlock: () => void;
  readonly onUnblock: () => void;
}

function Line({ workstation, onBlock, onUnblock }: LineProps): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  const { id, name, lastSeenAt, enrolledAt, app, holds, isBlocked, isThis } = workstation;
  const { timeZone } = catalogue.city;
  return (
    <tr>
      <th scope="row">
        {name}
        {isThis && <span className="muted">{' '}{t`(this one)`}</span>}
        <span className="admin-below muted number">{id}</span>
        <span className="admin-below muted">{app === null ? t`version not known, enrolled ${dayOf(enrolledAt, now, timeZone)}` : t`version ${app}, enrolled ${dayOf(enrolledAt, now, timeZone)}`}</span>
      </th>
      <td className="number">
        {lastSeenAt === null ? t`never` : relativeMoment(lastSeenAt, now, timeZone)}
        {lastSeenAt !== null && <span className="admin-below muted">{exactMoment(lastSeenAt, now, timeZone)}</span>}
      </td>
      <td>{holdsWords(holds, catalogue)}</td>
      <td>
        {isBlocked && <StatusPill tone="danger" icon="warning" label={t`Is shut out`} />}
        {isBlocked ? (
          <Button size="small" label={t`Let in again: ${name}, ${id}`} onPress={onUnblock}>
            {t`Let in again`}
          </Button>
        ) : (
          !isThis && (
            <Button size="small" look="quiet" label={t`Shut out: ${name}, ${id}`} onPress={onBlock}>
              {t`Shut out`}
            </Button>
          )
        )}
      </td>
    </tr>
  );
}

/** `Every case that is not sealed; sealed ones of Human Resources`. */
export function holdsWords(holds: readonly string[], catalogue: Catalogue): string {
  if (holds.length === 0) return t`nothing`;
  const named = (kind: string): readonly string[] => holds.filter((bucket) => bucket.startsWith(`${kind}:`)).map((bucket) => departmentName(catalogue, bucket.slice(kind.length + 1)));
  const [departments, sealed] = [named('dept'), named('sealed')];
  const parts = [
    ...(holds.includes('city') ? [t`every case that is not sealed`] : []),
    ...(departments.length > 0 ? [t`cases of ${departments.join(', ')}`] : []),
    ...(sealed.length > 0 ? [sealed.length === catalogue.departments.length ? t`sealed ones of every department` : t`sealed ones of ${sealed.join(', ')}`] : []),
  ];
  const words = parts.length === 0 ? holds.join(', ') : parts.join('; ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
