import { t } from '../../../src-shared/language/language.ts';
import { type KeyboardEvent, type ReactElement, useEffect, useId } from 'react';
import { useActiveIndex } from '../../ui/use-active-index.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { chordLabel } from '../keymap/chord.ts';
import { keyOf } from '../keymap/own-keys.ts';
import type { PaletteEntry, PaletteGroup } from './palette-entry.ts';
import './palette.css';

interface PaletteListProps {
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly entries: readonly PaletteEntry[];
  readonly onTake: (entry: PaletteEntry) => void;
  /** Enter while there is nothing to take yet. */
  readonly onEarlyEnter: () => void;
  readonly emptyText: string;
}

const GROUP_WORDS: Record<PaletteGroup, string> = { actions: t`Actions`, citizens: t`Citizens`, staff: t`Staff`, others: t`Similar actions` };
const GROUPS = Object.keys(GROUP_WORDS) as readonly PaletteGroup[]; // safe: the keys of the table above

export function PaletteList({ typed, onType, entries, onTake, onEarlyEnter, emptyText }: PaletteListProps): ReactElement {
  const id = useId();
  const [activeIndex, setActiveIndex] = useActiveIndex(typed, 0);
  const active = entries[activeIndex];
  const optionId = (entry: PaletteEntry): string => `${id}-${entry.id.replaceAll(/\s/g, '_')}`;
  const activeId = active && optionId(active);
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && entries.length > 0) {
      event.preventDefault();
      setActiveIndex((activeIndex + step + entries.length) % entries.length);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (active) onTake(active);
      else onEarlyEnter();
    }
  }
  const groups = GROUPS.map((group) => ({ group, own: entries.filter((entry) => entry.group === group) })).filter(({ own }) => own.length > 0);
  return (
    <>
      <input
        className="field-control"
        role="combobox"
        aria-label={t`Action, citizen, colleague or tracking number`}
        placeholder={t`An action, a citizen’s name or phone, a colleague, a tracking number`}
        aria-expanded={entries.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={activeId}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        autoComplete="off"
        spellCheck={false}
        autoFocus
      />
      <div id={id} className="palette-list" role="listbox" aria-label={t`Actions and people`}>
        {groups.map(({ group, own }) => (
          <ul key={group} role="group" aria-label={GROUP_WORDS[group]}>
            {!(groups.length === 1 && group === 'actions') && (
              <li className="palette-group" role="presentation" aria-hidden>
                {GROUP_WORDS[group]}
              </li>
            )}
            {own.map((entry) => (
              <PaletteOption key={entry.id} id={optionId(entry)} entry={entry} isActive={entry === active} onTake={() => onTake(entry)} />
            ))}
          </ul>
        ))}
      </div>
      {entries.length === 0 && (
        <p className="muted" role="status">
          {emptyText}
        </p>
      )}
    </>
  );
}

interface PaletteOptionProps {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly isActive: boolean;
  readonly onTake: () => void;
}

function PaletteOption({ id, entry, isActive, onTake }: PaletteOptionProps): ReactElement {
  const { label, detail, does } = entry;
  const key = keyOf(entry.id);
  return (
    <li id={id} className="palette-item" role="option" aria-selected={isActive} onClick={onTake}>
      <span className="palette-words">
        {label}
        {detail !== undefined && <span className="palette-detail number"> {detail}</span>}
      </span>
      {does !== undefined && (
        <span className="palette-does">
          {does}
          {isActive && <Kbd keys={chordLabel('Enter')} />}
        </span>
      )}
      {key !== '' && <Kbd keys={chordLabel(key)} />}
    </li>
  );
}
