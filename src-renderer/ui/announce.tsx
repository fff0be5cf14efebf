import { t } from '../../src-shared/language/language.ts';
import { type ReactElement, useSyncExternalStore } from 'react';
import { Icon } from './icon.tsx';
import './announce.css';

export interface Toast {
  readonly id: number;
  readonly text: string;
}

/** Long enough to be read twice. */
const TOAST_SHOWN_MS = 4_000;
const TOAST_SHOWN_MS_PER_CHARACTER = 60;

let spoken = '';
let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function changed(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells assistive technology what the eye can already see: `12 cases`, `Row selected`. Polite: waits for its turn. */
export function announce(text: string): void {
  // A repeated sentence must differ, or it is not read again.
  spoken = text === spoken ? `${text}\u00a0` : text;
  changed();
}

/** Shows a sentence for a while, and announces it: that something was done, or is not there. An error stays where it happened. */
export function showToast(text: string): void {
  const toast = { id: nextId++, text };
  toasts = [...toasts, toast].slice(-3);
  announce(text);
  setTimeout(() => {
    toasts = toasts.filter(({ id }) => id !== toast.id);
    changed();
  }, TOAST_SHOWN_MS + TOAST_SHOWN_MS_PER_CHARACTER * text.length);
}

/** Stands once in the window, at its root. */
export function Announcements(): ReactElement {
  const text = useSyncExternalStore(subscribe, () => spoken);
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <>
      {/* Marked for react-aria: an open dialog hides the rest of the window from assistive technology, and this has to be heard in it. */}
      <div className="visually-hidden" role="status" aria-label={t`Announcements`} data-live-announcer="true">
        {text}
      </div>
      <ul className="toasts" aria-hidden="true">
        {shown.map((toast) => (
          <li key={toast.id} className="toast">
            <Icon name="check" />
            {toast.text}
          </li>
        ))}
      </ul>
    </>
  );
}
