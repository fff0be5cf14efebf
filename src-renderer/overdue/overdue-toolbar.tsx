import { t } from '../../src-shared/language/language.ts';
import type { ReactElement, RefObject } from 'react';
import type { BoardCounts } from '../../src-shared/protocol/data-rpc/overdue-views.ts';
import { ActionButton } from '../app/keymap/action-button.tsx';
import { useCatalogue, useStaff } from '../app/workplace.tsx';
import { Select } from '../ui/select.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { askBoard, useOverdueStore } from './overdue-store.ts';
import { ALL_DEPARTMENTS, countWords, departmentChoices, SORT_CHOICES, TABS } from './overdue-words.ts';
import type { OverdueActions } from './use-overdue-actions.ts';

export interface OverdueToolbarProps {
  /** Null while it is being counted. */
  readonly counts: BoardCounts | null;
  readonly actions: OverdueActions;
  readonly departmentField: RefObject<HTMLSelectElement | null>;
  readonly panelId: string;
  /** Enter in a list of choices. */
  readonly onDone: () => void;
}

/** What is shown, of whom, in which order; and what can be done with what is selected. */
export function OverdueToolbar({ counts, actions, departmentField, panelId, onDone }: OverdueToolbarProps): ReactElement {
  const { tab, departmentCode, sort } = useOverdueStore();
  const departments = departmentChoices(useCatalogue(), useStaff().departmentCodes);
  const tabs = TABS.map((one) => ({ ...one, count: counts?.[one.value] ?? null }));
  const toGrid = { onKeyDown: ({ key }: { readonly key: string }) => void (key === 'Enter' && onDone()) };
  return (
    <>
      <div className="overdue-head">
        <Tabs label={t`Show`} tabs={tabs} value={tab} onChange={(value) => askBoard({ tab: value })} panelId={panelId} />
        <Select
          label={t`Department`}
          isLabelHidden
          value={departmentCode ?? ALL_DEPARTMENTS}
          onChange={(value) => askBoard({ departmentCode: value === ALL_DEPARTMENTS ? null : value })}
          choices={departments}
          selectRef={departmentField}
          keyHint="d"
          {...toGrid}
        />
        <Select label={t`Order`} isLabelHidden value={sort} onChange={(value) => askBoard({ sort: value })} choices={SORT_CHOICES} isDisabled={tab === 'wasOverdue'} {...toGrid} />
      </div>
      <div className="overdue-toolbar">
        <p className="overdue-counts number" role="status" aria-label={t`Counts`}>
          {counts === null ? '' : countWords(counts)}
        </p>
        <div className="overdue-actions">
          {actions.bulk.map((action) => (
            <ActionButton key={action.id} action={action} />
          ))}
          <ActionButton action={actions.print} icon="printer" />
        </div>
      </div>
    </>
  );
}
