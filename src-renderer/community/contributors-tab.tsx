import { t } from '../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent, ReactElement, RefObject } from 'react';
import { contributorsCsv } from '../../src-shared/community/contributors-csv.ts';
import type { Contributor } from '../../src-shared/protocol/data-rpc/community-views.ts';
import { relativeMoment } from '../../src-shared/util/moment.ts';
import type { Action } from '../app/keymap/action.ts';
import { ActionButton } from '../app/keymap/action-button.tsx';
import { useActions } from '../app/keymap/use-actions.ts';
import { useCatalogue } from '../app/workplace.tsx';
import { communityQueries } from '../data/community.ts';
import { data } from '../data/data-client.ts';
import { dataErrorSentence } from '../data/data-error.ts';
import { usePaper } from '../paper/use-paper.ts';
import { showToast } from '../ui/announce.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useNow } from '../ui/use-now.ts';
import { findContributors, showCases, useCommunityStore } from './community-store.ts';
import { contributorCount, NO_NEIGHBORHOOD, nameOf } from './community-words.ts';
import { Figure, FigureTable } from './figure-table.tsx';

const MOST_SHOWN = 200;
const MOST_EXPORTED = 20_000;
const ALL = '*';
const NONE = '';

const HEADERS = [{ text: t`Name` }, { text: t`Phone` }, { text: t`Email and address` }, { text: t`Neighborhood` }, { text: t`Cases`, isNumber: true }, { text: t`Heard from` }];

/** The people of the liaison program. */
export function ContributorsTab({ searchField }: { readonly searchField: RefObject<HTMLInputElement | null> }): ReactElement {
  const { search, neighborhoodCode } = useCommunityStore();
  const asked = { search, ...(neighborhoodCode === undefined ? {} : { neighborhoodCode }) };
  const { data: page, error } = useQuery(communityQueries.contributors({ ...asked, limit: MOST_SHOWN }));
  const { action, problem } = useCsv(asked, page?.total ?? 0);
  const isAsked = search.trim() !== '' || neighborhoodCode !== undefined;
  return (
    <>
      <div className="community-toolbar">
        <SearchField searchField={searchField} />
        <NeighborhoodFilter />
        <p className="number community-count" role="status" aria-label={t`Contributors found`}>
          {page === undefined ? '' : page.total > page.rows.length ? t`${contributorCount(page.total)}, the first ${page.rows.length} shown` : contributorCount(page.total)}
        </p>
        <ActionButton action={action} icon="disk" />
      </div>
      {(problem ?? error) !== null && <ErrorNote>{problem ?? dataErrorSentence(error)}</ErrorNote>}
      {page?.total === 0 && (isAsked ? <EmptyState title={t`Nobody fits`}>{t`Type fewer letters, or choose all neighborhoods.`}</EmptyState> : <NobodyYet />)}
      {page !== undefined && page.total > 0 && (
        <FigureTable label={t`Contributors`} headers={HEADERS}>
          <tbody>
            {page.rows.map((one) => (
              <ContributorRow key={one.key} contributor={one} />
            ))}
          </tbody>
        </FigureTable>
      )}
    </>
  );
}

function NobodyYet(): ReactElement {
  return <EmptyState title={t`No contributors yet`}>{t`Tick “Neighborhood contributor” in New case (Alt+Z) or when editing a case. Whoever is one is known at the next call.`}</EmptyState>;
}

function SearchField({ searchField }: { readonly searchField: RefObject<HTMLInputElement | null> }): ReactElement {
  const { search } = useCommunityStore();
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key !== 'Escape' || search === '') return;
    event.preventDefault();
    event.stopPropagation();
    findContributors({ search: '' });
  }
  return (
    <div className="community-search">
      <TextField
        label={t`Search contributors`}
        isLabelHidden
        type="search"
        placeholder={t`Name, phone, street`}
        value={search}
        onChange={(text) => findContributors({ search: text })}
        onKeyDown={onKeyDown}
        inputRef={searchField}
        keyHint="/"
        maxLength={300}
      />
    </div>
  );
}

function NeighborhoodFilter(): ReactElement {
  const { neighborhoods } = useCatalogue();
  const { neighborhoodCode } = useCommunityStore();
  const choices = [{ value: ALL, label: t`All neighborhoods` }, ...neighborhoods.map(({ code, name }) => ({ value: code as string, label: name })), { value: NONE, label: NO_NEIGHBORHOOD }];
  return (
    <Select
      label={t`Neighborhood`}
      isLabelHidden
      value={neighborhoodCode === undefined ? ALL : (neighborhoodCode ?? NONE)}
      onChange={(value) => findContributors({ neighborhoodCode: value === ALL ? undefined : value === NONE ? null : value })}
      choices={choices}
    />
  );
}

function ContributorRow({ contributor }: { readonly contributor: Contributor }): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  const { shown } = useCommunityStore();
  const { key, name, phone, email, address, neighborhoodCode, caseCount, openCount, lastReceivedAt } = contributor;
  const title = t`Cases of ${name || phone || email}`;
  return (
    <tr>
      <th scope="row">{name || t`No name given`}</th>
      <td className="number community-short">{phone}</td>
      <td className="community-anything">
        <div>{email}</div>
        <div className="muted">{address}</div>
      </td>
      <td>{neighborhoodCode === null ? <span className="muted">{NO_NEIGHBORHOOD}</span> : nameOf(catalogue, neighborhoodCode)}</td>
      <Figure
        count={caseCount}
        label={t`${title}, ${openCount} open`}
        isShown={shown?.question.of === 'contributor' && shown.question.key === key}
        onPress={() => showCases({ question: { of: 'contributor', key }, title })}
      />
      <td className="community-short">{relativeMoment(lastReceivedAt, now, catalogue.city.timeZone)}</td>
    </tr>
  );
}

/** All that fit what is asked, whether or not they are shown, as a file for a spreadsheet. */
function useCsv(asked: { readonly search: string; readonly neighborhoodCode?: string | null }, total: number): { readonly action: Action; readonly problem: string | null } {
  const catalogue = useCatalogue();
  const paper = usePaper();
  async function save(): Promise<void> {
    try {
      const { rows } = await data.community.contributors({ ...asked, limit: MOST_EXPORTED });
      await paper.saveText({ text: contributorsCsv(rows, catalogue), title: t`contributors`, suggestedName: t`Contributors`, extension: 'csv' });
    } catch (error) {
      showToast(dataErrorSentence(error));
    }
  }
  const action: Action = { id: 'community.csv', label: t`Save as CSV`, isEnabled: total > 0 && !paper.isBusy, run: () => void save() };
  useActions({ id: 'community.contributors', title: t`Contributors` }, [action]);
  return { action, problem: paper.problem };
}
