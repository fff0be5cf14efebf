import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, type RefObject } from 'react';
import { isListSection, type Section, sectionTitle, sectionWord } from '../../../src-shared/catalogue/sections.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { useCatalogue } from '../../app/workplace.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { changeDraft, useAdminStore } from '../admin-store.ts';
import { counted } from '../describe/section-form.ts';
import { formOf } from '../describe/sections.ts';
import { withOrder } from '../draft/draft.ts';
import { draftRows } from '../draft/draft-rows.ts';
import { focusPane } from '../focus-pane.ts';
import { EntryForm } from '../form/entry-form.tsx';
import { SECTION_TOOLS } from '../helpers/section-tools.tsx';
import type { ShownEntry } from '../open-entry.ts';
import { type EntryActions, startNew } from '../use-entry-actions.ts';
import { EntryList } from './entry-list.tsx';
import { listedEntries } from './listed-entries.ts';

interface SectionPaneProps {
  readonly section: Section;
  readonly shown: ShownEntry | null;
  readonly actions: EntryActions;
  readonly searchField: RefObject<HTMLInputElement | null>;
}

/** A section: its entries in the middle, the form of one of them at the right. */
export function SectionPane({ section, shown, actions, searchField }: SectionPaneProps): ReactElement {
  const catalogue = useCatalogue();
  const formKey = `${section} ${shown?.row?.code ?? 'new'}`;
  return (
    <div className="admin-section" data-has-form={shown !== null || undefined}>
      {isListSection(section) && <EntriesPane section={section} shown={shown} actions={actions} searchField={searchField} />}
      <div className="admin-pane-form" data-pane="form">
        {shown === null ? <NoEntry section={section} /> : <EntryForm key={formKey} shown={shown} catalogue={catalogue} actions={actions} />}
      </div>
    </div>
  );
}

function EntriesPane({ section, shown, actions, searchField }: SectionPaneProps): ReactElement {
  const catalogue = useCatalogue();
  const draft = useAdminStore((state) => state.draft);
  const search = useAdminStore((state) => state.searches[section] ?? '');
  const entries = listedEntries(catalogue, draft, section, search);
  const { title, order } = formOf(section);
  const Tools = SECTION_TOOLS[section];
  const code = shown?.row?.code ?? null;

  function move(by: -1 | 1): void {
    const codes = draftRows(catalogue, draft, section).map((row) => row.code);
    const at = codes.indexOf(code ?? '');
    if (at === -1 || at + by < 0 || at + by >= codes.length || !isListSection(section)) return;
    const next = codes.toSpliced(at, 1).toSpliced(at + by, 0, code ?? '');
    changeDraft((now) => withOrder(now, catalogue, section, next));
  }
  return (
    <div className="admin-pane-entries" data-pane="entries">
      <header className="admin-pane-head">
        <h2>{title}</h2>
        <ActionButton action={actions.add} size="small" icon="plus" />
      </header>
      {Tools && <Tools />}
      <TextField
        label={t`Search ${sectionTitle(section)}`}
        isLabelHidden
        type="search"
        placeholder={t`Search  /`}
        value={search}
        onChange={(text) => useAdminStore.setState(({ searches }) => ({ searches: { ...searches, [section]: text } }))}
        inputRef={searchField}
        onKeyDown={(event) => {
          if ((event.key !== 'ArrowDown' && event.key !== 'Enter') || !focusPane('entries')) return;
          event.preventDefault();
        }}
      />
      <EntryList section={section} entries={entries} currentCode={code} catalogue={catalogue} onMove={order === undefined || search !== '' ? null : move} />
      <Foot section={section} count={entries.length} search={search} order={order} move={order === undefined || search !== '' || code === null ? null : move} />
    </div>
  );
}

interface FootProps {
  readonly section: Section;
  readonly count: number;
  readonly search: string;
  readonly order: string | undefined;
  readonly move: ((by: -1 | 1) => void) | null;
}

function Foot({ section, count, search, order, move }: FootProps): ReactElement {
  return (
    <footer className="admin-pane-foot">
      <p className="muted number" role="status" aria-label={t`Count`}>
        {count === 0 && search !== '' ? t`Nothing found for “${search}”` : counted(count, sectionWord(section), sectionTitle(section))}
      </p>
      {order !== undefined && (
        <>
          <p className="muted">{order}</p>
          <div className="button-row">
            <Button size="small" look="quiet" icon="arrowUp" isDisabled={move === null} onPress={() => move?.(-1)}>
              {t`Move up`}
            </Button>
            <Button size="small" look="quiet" icon="down" isDisabled={move === null} onPress={() => move?.(1)}>
              {t`Move down`}
            </Button>
          </div>
        </>
      )}
    </footer>
  );
}

function NoEntry({ section }: { readonly section: Section }): ReactElement {
  const { title, about } = formOf(section);
  if (isListSection(section)) {
    return (
      <EmptyState title={title}>
        <p>{about}</p>
        <p>{t`The arrow keys show one of the ${sectionTitle(section)}, Enter goes into it, n begins a new one.`}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t`${title}: not set up`}
      action={
        <Button look="primary" onPress={() => startNew(section)}>
          {t`Set it up`}
        </Button>
      }
    >
      {about}
    </EmptyState>
  );
}
