import { memo, type MouseEvent, type ReactElement } from 'react';
import { t } from '../../../src-shared/language/language.ts';
import { Icon } from '../icon.tsx';

/** What stands above the cases of a group. */
export interface GroupHead {
  readonly key: string;
  readonly label: string;
  /** `57 cases`. */
  readonly countWords: string;
  readonly isOpen: boolean;
}

interface GroupRowProps {
  readonly id: string;
  readonly head: GroupHead;
  readonly index: number;
  readonly top: number;
  readonly isCursor: boolean;
  readonly columnCount: number;
  readonly onPress: (index: number, event: MouseEvent) => void;
  readonly onToggle: (key: string) => void;
}

/** A row of the grid like the others: the cursor comes to it, and Enter, Space or the arrows to the side fold its cases up. */
export const GroupRow = memo(function PlainGroupRow({ id, head, index, top, isCursor, columnCount, onPress, onToggle }: GroupRowProps): ReactElement {
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      className="grid-row grid-group"
      data-cursor={isCursor || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => {
        onPress(index, event);
        onToggle(head.key);
      }}
    >
      <div role="rowheader" aria-colindex={1} aria-colspan={columnCount} aria-expanded={head.isOpen} className="grid-group-name">
        <Icon name={head.isOpen ? 'down' : 'right'} />
        <span className="visually-hidden">{t`Group`}</span> <strong>{head.label}</strong> <span className="muted number">{head.countWords}</span>
      </div>
    </div>
  );
});
