import { t } from '../../../src-shared/language/language.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactElement, useRef, useState } from 'react';
import type { CatalogueVersion } from '../../../src-shared/protocol/data-rpc/admin-views.ts';
import { staffName } from '../../../src-shared/catalogue/lookup.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { dataErrorSentence } from '../../data/data-error.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { useNow } from '../../ui/use-now.ts';
import { adminQueries } from '../admin-queries.ts';
import { focusPane } from '../focus-pane.ts';
import { VersionView } from './version-view.tsx';

/** Every version of the configuration the server keeps, the newest first; one of them at the right. */
export function VersionsPane(): ReactElement {
  const catalogue = useCatalogue();
  const pages = useInfiniteQuery(adminQueries.versions(catalogue.version));
  const [shown, setShown] = useState<number | null>(null);
  const versions = pages.data?.pages.flatMap((page) => (page.ok ? page.versions : [])) ?? [];
  const notAnswered = pages.data?.pages.find((page) => !page.ok);
  const problem = pages.isError ? dataErrorSentence(pages.error) : notAnswered?.ok === false ? notAnswered.sentence : null;
  const current = versions.find(({ version }) => version === shown) ?? null;
  return (
    <div className="admin-section">
      <div className="admin-pane-entries" data-pane="entries">
        <h2>{t`Versions`}</h2>
        {problem !== null && (
          <ErrorNote
            actions={
              <Button size="small" onPress={() => void pages.refetch()}>
                {t`Try again`}
              </Button>
            }
          >
            {problem}
          </ErrorNote>
        )}
        {pages.isPending && <p className="muted">{t`Asking the server …`}</p>}
        <VersionList versions={versions} shown={shown} onShow={setShown} />
        {pages.hasNextPage && (
          <Button size="small" onPress={() => void pages.fetchNextPage()} isPending={pages.isFetchingNextPage}>
            {t`Show older ones`}
          </Button>
        )}
      </div>
      <div className="admin-pane-form" data-pane="form">
        {current === null ? <EmptyState title={t`Versions`}>{t`Each time something is published the whole configuration gets a new version. Any of them can be looked at, compared and undone.`}</EmptyState> : <VersionView key={current.version} version={current} />}
      </div>
    </div>
  );
}

interface VersionListProps {
  readonly versions: readonly CatalogueVersion[];
  readonly shown: number | null;
  readonly onShow: (version: number) => void;
}

function VersionList({ versions, shown, onShow }: VersionListProps): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  const list = useRef<HTMLUListElement>(null);
  const at = Math.max(0, versions.findIndex(({ version }) => version === shown));
  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === 'ArrowRight') focusPane('form');
    else if (event.key === 'ArrowLeft') focusPane('places');
    else {
      const target = { ArrowDown: shown === null ? 0 : at + 1, ArrowUp: at - 1, Home: 0, End: versions.length - 1 }[event.key];
      const next = target === undefined ? undefined : versions[Math.max(0, Math.min(target, versions.length - 1))];
      if (!next) return;
      onShow(next.version);
      list.current?.querySelector<HTMLElement>(`[data-code="${next.version}"]`)?.focus();
    }
    event.preventDefault();
  }
  return (
    <ul className="admin-list" role="listbox" aria-label={t`Versions`} ref={list} onKeyDown={onKeyDown}>
      {versions.map(({ version, at: moment, by, note }, index) => (
        <li key={version} className="admin-row-entry" role="option" aria-selected={version === shown} tabIndex={index === at ? 0 : -1} data-code={version} onClick={() => onShow(version)}>
          <span className="admin-entry-name number">{t`Version ${version}`}</span>
          {version === catalogue.version && <span className="admin-entry-note">{t`holds now`}</span>}
          <span className="admin-entry-detail number">{`${exactMoment(moment, now, catalogue.city.timeZone)}, ${staffName(catalogue, by)}`}</span>
          {note !== '' && <span className="admin-entry-detail">{note}</span>}
        </li>
      ))}
    </ul>
  );
}
