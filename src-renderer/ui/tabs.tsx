import type { KeyboardEvent, ReactElement } from 'react';
import { wholeNumber } from '../../src-shared/language/numbers.ts';
import { Kbd } from './kbd.tsx';
import './tabs.css';

export interface Tab<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** How many there are; null: not counted yet. */
  readonly count?: number | null;
  /** The key that shows it. */
  readonly keyHint?: string;
}

export interface TabsProps<Value extends string> {
  /** Accessible name of the whole. */
  readonly label: string;
  readonly tabs: readonly Tab<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** Id of what they switch between. */
  readonly panelId: string;
}

/** Two to five ways to look at the same thing. One tab stop; the arrows go from one to the next and show it at once. */
export function Tabs<Value extends string>({ label, tabs, value, onChange, panelId }: TabsProps<Value>): ReactElement {
  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>): void {
    const index = tabs.findIndex((tab) => tab.value === value);
    const targets: Record<string, number> = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1 };
    const next = tabs.at((targets[event.key] ?? Number.NaN) % tabs.length);
    if (targets[event.key] === undefined || !next) return;
    event.preventDefault();
    onChange(next.value);
    event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-value="${next.value}"]`)?.focus();
  }
  return (
    <div className="tabs" role="tablist" aria-label={label}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          className="tab"
          data-value={tab.value}
          aria-selected={tab.value === value}
          aria-controls={panelId}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChange(tab.value)}
          onKeyDown={onKeyDown}
        >
          {tab.label}
          {typeof tab.count === 'number' && <span className="tab-count">{wholeNumber(tab.count)}</span>}
          {tab.keyHint !== undefined && <Kbd keys={tab.keyHint} />}
        </button>
      ))}
    </div>
  );
}
