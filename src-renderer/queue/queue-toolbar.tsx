import type { KeyboardEvent, ReactElement, RefObject } from 'react';
import { liaisonFor } from '../../src-shared/community/liaison-for.ts';
import { parseTrackingNumber, type TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { ActionButton } from '../app/keymap/action-button.tsx';
import { useCatalogue, useStaff } from '../app/workplace.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { QueueActions } from './use-queue-actions.ts';
import { askQueue, useQueueStore } from './queue-store.ts';
import { SORT_CHOICES, viewChoices } from './queue-words.ts';

interface QueueToolbarProps {
  readonly actions: QueueActions;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly isMistyped: boolean;
  /** Enter or arrow down in the search field. */
  readonly onDone: () => void;
  /** Enter on a whole tracking number. */
  readonly onOpen: (trackingNumber: TrackingNumber) => void;
}

const MISTYPED = 'Mistyped: the last digit does not fit.';

export function QueueToolbar({ actions, searchField, isMistyped, onDone, onOpen }: QueueToolbarProps): ReactElement {
  const { view, search, sort } = useQueueStore();
  const number = parseTrackingNumber(search);
  const isLiaison = liaisonFor(useCatalogue().neighborhoods, useStaff().id).length > 0;

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && number.ok) onOpen(number.number);
    else if (event.key === 'Enter') onDone();
    else if (event.key === 'ArrowDown') onDone();
    else if (event.key === 'Escape' && search !== '') askQueue({ search: '' });
    else if (event.key === 'Escape') onDone();
    else return;
    event.preventDefault();
  }
  return (
    <div className="queue-toolbar">
      <div className="queue-search">
        <TextField
          label="Search cases"
          isLabelHidden
          type="search"
          placeholder="Words, phone or tracking number"
          value={search}
          onChange={(text) => askQueue({ search: text })}
          onKeyDown={onKeyDown}
          inputRef={searchField}
          keyHint="/"
          maxLength={500}
          error={isMistyped ? MISTYPED : null}
        />
      </div>
      <Select label="View" isLabelHidden value={view} onChange={(value) => askQueue({ view: value })} choices={viewChoices(isLiaison || view === 'myNeighborhood')} />
      <Select label="Sort" isLabelHidden value={sort} onChange={(value) => askQueue({ sort: value })} choices={SORT_CHOICES} />
      <div className="queue-actions">
        <ActionButton action={actions.open} />
        <ActionButton action={actions.take} />
        {view === 'surveyAnswers' && <ActionButton action={actions.surveyList} icon="printer" />}
        {view === 'lettersToWrite' && <ActionButton action={actions.letters} icon="printer" />}
      </div>
    </div>
  );
}
