import type { ReactElement, RefObject } from 'react';
import { liaisonFor } from '../../src-shared/community/liaison-for.ts';
import { t } from '../../src-shared/language/language.ts';
import type { QueueView } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { parseTrackingNumber, type TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { ActionButton } from '../app/keymap/action-button.tsx';
import { keyOf } from '../app/keymap/own-keys.ts';
import { useCatalogue, useStaff } from '../app/workplace.tsx';
import { Select } from '../ui/select.tsx';
import { QueryField } from './query/query-field.tsx';
import { askQueue, LEAVE_VIEW, useQueueStore } from './queue-store.ts';
import { GROUP_CHOICES, SORT_CHOICES, viewChoices, viewMark } from './queue-words.ts';
import type { QueueActions } from './use-queue-actions.ts';
import { useOnTheirWay } from './records-known.ts';
import { useViewCounts } from './use-view-counts.ts';
import type { SavedViews } from './views/use-saved-views.ts';

interface QueueToolbarProps {
  readonly actions: QueueActions;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly fields: Readonly<Record<'view' | 'sort' | 'group', RefObject<HTMLSelectElement | null>>>;
  readonly isMistyped: boolean;
  readonly saved: SavedViews;
  /** Enter or arrow down in the search field. */
  readonly onDone: () => void;
  /** Enter on a whole tracking number. */
  readonly onOpen: (trackingNumber: TrackingNumber) => void;
}

export function QueueToolbar({ actions, searchField, fields, isMistyped, saved, onDone, onOpen }: QueueToolbarProps): ReactElement {
  const { view, filters, search, sort, groupBy, savedViewId } = useQueueStore();
  const number = parseTrackingNumber(search);
  const isLiaison = liaisonFor(useCatalogue().neighborhoods, useStaff().id).length > 0;
  const counts = useViewCounts();
  const areHere = useOnTheirWay() === null;
  const builtIn = viewChoices(isLiaison || view === 'myNeighborhood').map(({ value, label }) => ({ value: value as string, ...viewMark(label, counts[value], areHere) }));
  const choices = [...builtIn, ...saved.views.map(({ id, name, sharedWith }) => ({ value: id, label: sharedWith === null ? t`★ ${name}` : t`★ ${name} (${sharedWith})` }))];

  function chooseView(value: string): void {
    const own = saved.views.find(({ id }) => id === value);
    if (own) saved.show(own);
    else askQueue({ view: value as QueueView, ...(savedViewId === null ? {} : { filters: '', search: '', groupBy: null }) }, LEAVE_VIEW); // safe: all others are of viewChoices
  }
  return (
    <div className="queue-toolbar">
      <div className="queue-search">
        <QueryField
          filters={filters}
          text={search}
          onChange={(parts) => askQueue(parts)}
          inputRef={searchField}
          keyHint={keyOf('queue.search')}
          error={isMistyped ? t`Mistyped: the last digit does not fit.` : null}
          onDone={() => (number.ok ? onOpen(number.number) : onDone())}
        />
      </div>
      <Select label={t`View`} isLabelHidden value={savedViewId ?? view} onChange={chooseView} choices={choices} selectRef={fields.view} keyHint={keyOf('queue.views')} />
      <Select label={t`Sort`} isLabelHidden value={sort} onChange={(value) => askQueue({ sort: value })} choices={SORT_CHOICES} selectRef={fields.sort} />
      <Select label={t`Group by`} isLabelHidden value={groupBy ?? 'none'} onChange={(value) => askQueue({ groupBy: value === 'none' ? null : value })} choices={GROUP_CHOICES} selectRef={fields.group} />
      <div className="queue-actions">
        <ActionButton action={actions.open} />
        <ActionButton action={actions.take} />
        <ActionButton action={actions.assign} />
        <ActionButton action={actions.peek} />
        <ActionButton action={actions.saveView} />
        {view === 'surveyAnswers' && <ActionButton action={actions.surveyList} icon="printer" />}
        {view === 'lettersToWrite' && <ActionButton action={actions.letters} icon="printer" />}
      </div>
    </div>
  );
}
