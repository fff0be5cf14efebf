import { useEffect } from 'react';

/**
 * Where the focus goes back to when a dialog is gone.
 *
 * The library's dialogs give it back too, but a frame later, and to what had it when they opened. Whoever types fast is faster than
 * that: a key pressed within the frame reaches nothing, and a dialog opened within it has nothing to give back to. So the window keeps
 * the places the focus was at, and the last one that is still there and can be reached gets it at once.
 */

const KEPT = 24;
let visited: readonly HTMLElement[] = [];

/** Remembers where the focus is, latest last. Returns how to stop. */
export function followFocus(): () => void {
  const onFocusIn = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLElement) visited = [...visited.filter((place) => place !== target && place.isConnected), target].slice(-KEPT);
  };
  document.addEventListener('focusin', onFocusIn);
  return () => {
    visited = [];
    document.removeEventListener('focusin', onFocusIn);
  };
}

/** Nothing has the focus although the window has it. */
export function isFocusLost(): boolean {
  return document.hasFocus() && (document.activeElement === null || document.activeElement === document.body);
}

/** The dialog on top of all others; undefined when none is open. */
export function topDialog(): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('[data-modal] [role=dialog], [data-modal] [role=alertdialog]')].at(-1);
}

/** For the content of a dialog: with it gone, the focus is where it was before, unless somebody put it elsewhere meanwhile. */
export function useFocusGivenBack(): void {
  useEffect(
    () => () => {
      giveBack();
      requestAnimationFrame(() => requestAnimationFrame(giveBack)); // what lies beneath may not be reachable at once
    },
    [],
  );
}

function giveBack(): void {
  const dialog = topDialog();
  for (const place of visited.toReversed()) {
    if (!isFocusLost()) return;
    if (place.isConnected && (dialog === undefined || dialog.contains(place))) place.focus();
  }
}
