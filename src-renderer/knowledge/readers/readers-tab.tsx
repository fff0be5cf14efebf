import { t, tFor } from '../../../src-shared/language/language.ts';
import { type ReactElement, useMemo, useState } from 'react';
import type { Guide } from '../../../src-shared/catalogue/guide.ts';
import { type Reader, readersCsv, readersOf, readersSeenBy } from '../../../src-shared/knowledge/readers.ts';
import { dayOf, toWallTime } from '../../../src-shared/util/moment.ts';
import type { Action } from '../../app/keymap/action.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { useActions } from '../../app/keymap/use-actions.ts';
import { useOffice } from '../../app/office/use-office.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { desktop } from '../../data/desktop.ts';
import { showToast } from '../../ui/announce.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useNow } from '../../ui/use-now.ts';
import { openGuide } from '../knowledge-store.ts';

interface GuideReaders {
  readonly guide: Guide;
  readonly readers: readonly Reader[];
}

/** Who has read which guide: for heads of their people, for administrators, Human Resources and the City Manager's office of everybody. */
export function ReadersTab(): ReactElement {
  const [isAll, setAll] = useState(false);
  const lines = useReaders(isAll);
  const catalogue = useCatalogue();
  const { timeZone } = catalogue.city;
  const save: Action = {
    id: 'knowledge.saveReaders',
    label: t`Save as CSV`,
    isEnabled: lines.length > 0,
    run: () => void saveCsv(readersCsv(lines, catalogue, (at) => toWallTime(at, timeZone).replace('T', ' '))),
  };
  useActions({ id: 'knowledge.readers', title: t`Who has read` }, [save]);
  const people = lines[0]?.readers.length ?? 0;
  return (
    <div className="knowledge-page">
      <header className="knowledge-page-head">
        <h2>{t`Who has read`}</h2>
        <Checkbox label={t`Also what need not be read`} isChecked={isAll} onChange={setAll} />
        <ActionButton action={save} />
      </header>
      {lines.length === 0 ? (
        <EmptyState icon="book" title={t`Nothing has to be read`}>
          {t`A guide that everybody has to read is marked so in Administration (F9).`}
        </EmptyState>
      ) : (
        <>
          <p className="muted">{people === 1 ? t`1 person` : t`${people} people`}</p>
          <ReadersTable lines={lines} />
        </>
      )}
    </div>
  );
}

function useReaders(isAll: boolean): readonly GuideReaders[] {
  const catalogue = useCatalogue();
  const office = useOffice();
  const staff = useStaff();
  return useMemo(() => {
    const people = readersSeenBy(staff, catalogue);
    const guides = catalogue.guides.filter(({ isActive, isRequiredReading }) => isActive && (isAll || isRequiredReading));
    return guides.map((guide) => ({ guide, readers: readersOf(office, guide, people) }));
  }, [catalogue, isAll, office, staff]);
}

async function saveCsv(text: string): Promise<void> {
  const result = await desktop().print.saveText({ text, title: t`list of readers`, suggestedName: t`guides-read`, extension: 'csv' });
  if (result.outcome === 'saved') showToast(t`Saved: ${result.path}`);
  if (result.outcome === 'failed') showToast(result.message);
}

function ReadersTable({ lines }: { readonly lines: readonly GuideReaders[] }): ReactElement {
  return (
    <div className="readers-room" tabIndex={0} role="region" aria-label={t`Who has read which guide`}>
      <table className="readers-table">
        <thead>
          <tr>
            <th scope="col">{t`Guide`}</th>
            <th scope="col">{t`Version`}</th>
            <th scope="col">{tFor('done')`Read`}</th>
            <th scope="col">{t`Not yet`}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ guide, readers }) => (
            <GuideRow key={guide.code} guide={guide} readers={readers} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GuideRow({ guide, readers }: GuideReaders): ReactElement {
  const { timeZone } = useCatalogue().city;
  const now = useNow();
  const open = readers.filter(({ isUpToDate }) => !isUpToDate);
  const done = readers.filter(({ isUpToDate }) => isUpToDate);
  const last = done.flatMap(({ at }) => (at === null ? [] : [at])).toSorted((a, b) => b - a)[0];
  return (
    <tr>
      <th scope="row">
        <button type="button" className="guide-link" onClick={() => openGuide(guide.code)}>
          {guide.title}
        </button>
      </th>
      <td className="number">{guide.version}</td>
      <td>
        <span className="number">{t`${done.length} of ${readers.length}`}</span>
        {last !== undefined && <span className="muted">{t`, last ${dayOf(last, now, timeZone)}`}</span>}
      </td>
      <td>{open.length === 0 ? <span className="readers-all">{t`Everybody has`}</span> : <NotYet open={open} />}</td>
    </tr>
  );
}

/** A short list is read at once; a long one opens. */
const MOST_NAMED = 4;

function NotYet({ open }: { readonly open: readonly Reader[] }): ReactElement {
  const words = ({ staff, version }: Reader): string => (version === null ? staff.name : t`${staff.name} (version ${version})`);
  if (open.length <= MOST_NAMED) return <>{open.map(words).join(', ')}</>;
  return (
    <details>
      <summary>{t`${open.length} people`}</summary>
      <ul>
        {open.map((reader) => (
          <li key={reader.staff.id}>{words(reader)}</li>
        ))}
      </ul>
    </details>
  );
}
