import type { KeyboardEvent, ReactElement, RefObject } from 'react';
import { t } from '../../../src-shared/language/language.ts';
import type { ResolvedToken } from '../../../src-shared/queue-query/resolve-query.ts';
import { tokenLabel } from '../../../src-shared/queue-query/token-words.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { Icon } from '../../ui/icon.tsx';

interface QueryChipsProps {
  readonly chips: readonly ResolvedToken[];
  readonly listRef: RefObject<HTMLUListElement | null>;
  readonly onRemove: (index: number) => void;
  /** Back into the field as text. */
  readonly onEdit: (index: number) => void;
  readonly onLeave: () => void;
}

/** The filters that hold now. Reached with the left arrow from the field; arrows move, Delete removes, Enter changes. */
export function QueryChips({ chips, listRef, onRemove, onEdit, onLeave }: QueryChipsProps): ReactElement | null {
  const catalogue = useCatalogue();
  if (chips.length === 0) return null;
  const focusAt = (index: number): void => {
    const chip = listRef.current?.querySelectorAll<HTMLElement>('button')[index];
    if (chip) chip.focus();
    else onLeave();
  };
  function onKeyDown(event: KeyboardEvent, index: number): void {
    if (event.key === 'ArrowLeft') focusAt(Math.max(0, index - 1));
    else if (event.key === 'ArrowRight') focusAt(index + 1);
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      onRemove(index);
      onLeave();
    } else if (event.key === 'Enter') onEdit(index);
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <ul className="query-chips" aria-label={t`Filters`} ref={listRef}>
      {chips.map((chip, index) => {
        const label = tokenLabel(chip, catalogue);
        return (
          <li key={label}>
            <button
              type="button"
              className="query-chip"
              tabIndex={-1}
              data-problem={chip.problem !== null || undefined}
              aria-label={t`Filter ${label}. Delete removes it, Enter changes it.`}
              onClick={() => onRemove(index)}
              onKeyDown={(event) => onKeyDown(event, index)}
            >
              <span>{label}</span>
              <Icon name="cross" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
