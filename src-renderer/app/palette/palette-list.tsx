import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef } from 'react';
import { useActiveIndex } from '../../ui/use-active-index.ts';
import { Kbd } from '../../ui/kbd.tsx';
import type { Action } from '../keymap/action.ts';
import { chordLabel } from '../keymap/chord.ts';
import './palette.css';

interface PaletteListProps {
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly actions: readonly Action[];
  readonly onTake: (action: Action) => void;
  readonly emptyText: string;
}

export function PaletteList({ typed, onType, actions, onTake, emptyText }: PaletteListProps): ReactElement {
  const id = useId();
  const [activeIndex, setActiveIndex] = useActiveIndex(typed, 0);
  const active = actions[activeIndex];
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.children[activeIndex]?.scrollIntoView({ block: 'nearest' }), [activeIndex]);

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && actions.length > 0) {
      event.preventDefault();
      setActiveIndex((activeIndex + step + actions.length) % actions.length);
    } else if (event.key === 'Enter' && active && !event.nativeEvent.isComposing) {
      event.preventDefault();
      onTake(active);
    }
  }

  return (
    <>
      <input
        className="field-control"
        role="combobox"
        aria-label="Type an action or a tracking number"
        placeholder="Type an action or a tracking number"
        aria-expanded={actions.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={active && `${id}-${active.id}`}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        autoComplete="off"
        spellCheck={false}
        autoFocus
      />
      <ul id={id} ref={list} className="palette-list" role="listbox" aria-label="Actions">
        {actions.map((action) => (
          <li key={action.id} id={`${id}-${action.id}`} className="palette-item" role="option" aria-selected={action === active} onClick={() => onTake(action)}>
            {action.label}
            {action.keys[0] !== undefined && <Kbd keys={chordLabel(action.keys[0])} />}
          </li>
        ))}
      </ul>
      {actions.length === 0 && (
        <p className="muted" role="status">
          {emptyText}
        </p>
      )}
    </>
  );
}
